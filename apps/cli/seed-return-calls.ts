import { hash } from "node:crypto";
import { type Actor, jobActor } from "../../foundation/db/actor.ts";
import { type Database, read } from "../../foundation/db/pool.ts";
import { idFrom } from "../../foundation/id-from.ts";
import { addDays, dayOf, startOfDay } from "../../foundation/time/index.ts";
import type { Services } from "../../systems/matters/index.ts";
import type { Keys } from "../../systems/residents/index.ts";
import { HEARD, type Heard, hearOfAMatter, recordAnswer, recordAttempt } from "../../systems/surveys/index.ts";
import { postIdOf } from "../../systems/teams/index.ts";
import { makeServices } from "../services.ts";

interface Due {
  readonly id: string;
  readonly version: number;
  readonly matter_id: string;
  readonly closed_at: Date;
  readonly portal_rating: string | null;
}
const ANSWERS = [
  { contacted: "yes", solved: "solved", satisfied: "very-satisfied" },
  { contacted: "yes", solved: "solved", satisfied: "satisfied" },
  { contacted: "yes", solved: "solved", satisfied: "satisfied" },
  { contacted: "yes", solved: "partly-solved", satisfied: "fair" },
  { contacted: "cannot-say", solved: "solved", satisfied: "satisfied" },
  { contacted: "no", solved: "not-solved", satisfied: "dissatisfied", words: "还是老样子，没人来看过。（示例）" },
] as const;

/**
 * Hears the closings of the planted examples and makes some of their return calls, by a made-up officer on a post that exists and
 * through the same acts as any other: most answer, some are not reached, the last days' wait at the desk.
 */
export async function seedReturnCalls(db: Database, county: number, keys: Keys): Promise<void> {
  const now = new Date();
  const services = makeServices(db, keys);
  const at = (then: Date): Services => ({ ...services, clock: { now: () => then } });
  const events = await read<{ body: Heard }>(
    db,
    jobActor(county),
    "select body from foundation.outbox where county_code = $1 and event = any ($2) order by id",
    [county, HEARD],
  );
  // ratings after every closing: a closing is planted beside others, so its place in the outbox tells nothing
  for (const event of HEARD)
    for (const { body } of events.filter((one) => one.body.event === event))
      await hearOfAMatter(at(body.closedAt ? new Date(body.closedAt) : now), county, body);
  const books = await services.books(county);
  const centre = books.centre!;
  const caller: Actor = {
    ...jobActor(county),
    role: "app",
    unit: centre.id,
    units: [centre.id],
    person: idFrom(`example officer ${centre.id} return-call`),
    post: postIdOf(county, `${centre.code}.return-call`),
    rights: ["matters.read", "surveys.call"],
  };
  const due = await read<Due>(
    db,
    jobActor(county),
    "select id, version, matter_id, closed_at, portal_rating from surveys.calls where county_code = $1 and state = 'due' order by closed_at, id",
    [county],
  );
  for (const call of due) {
    const dice = Number.parseInt(hash("sha256", call.matter_id).slice(0, 4), 16);
    const then = startOfDay(addDays(dayOf(call.closed_at), 2), 600 + (dice % 300));
    if (then > now) continue;
    const command = { v: 1 as const, commandId: idFrom(`return call ${call.id}`), baseVersion: call.version };
    if (dice % 9 === 0) await recordAttempt(at(then), caller, call.id, { ...command, what: "wrong-number" });
    else if (dice % 9 === 1) await recordAttempt(at(then), caller, call.id, { ...command, what: "no-answer" });
    else {
      const { satisfied, ...said } = ANSWERS[dice % ANSWERS.length]!;
      await recordAnswer(at(then), caller, call.id, {
        ...command,
        ...said,
        ...(call.portal_rating === null && { satisfied }),
        then: "words" in said ? "note" : "nothing",
        consent: false,
      });
    }
  }
}
