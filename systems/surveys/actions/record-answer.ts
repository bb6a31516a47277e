import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { idFrom } from "../../../foundation/id-from.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { actOnMatter, type Services } from "../../matters/index.ts";
import type { CallDone, recordAnswer as route } from "../contract.ts";
import { mayDo } from "../rules/access.ts";
import { CALL_STATES } from "../rules/lifecycle.ts";
import { onceOnly } from "../store/command.ts";
import { type CallRow, callFacts } from "../store/row.ts";
import { actOnCall, getCall, mayNot } from "./write-call.ts";

type Input = z.output<NonNullable<typeof route.body>>;
type Done = z.output<typeof CallDone>;

/**
 * What the resident answered, and what follows from it: nothing, the matter opened again in the resident's own words and with their
 * consent, or the words passed to the unit. What follows is done first, under an id made from this command's: a repeat, after
 * whatever was cut off, does neither twice. Throws `surveys.consent-needed`, `surveys.words-needed`, `surveys.rated-already`, and
 * what `actOnCall` and the matter's own act throw.
 */
export async function recordAnswer(services: Services, actor: Actor, id: string, input: Input): Promise<Done> {
  if (input.then === "reopen" && !input.consent) throw new Refusal("surveys.consent-needed");
  if (input.then !== "nothing" && !input.words) throw new Refusal("surveys.words-needed");
  const at = services.clock.now();
  const asked = { id, ...input };
  const known = await withActor(services.db, actor, (tx) => wasRecorded(tx, actor, input.commandId), { readOnly: true });
  if (!known && input.then !== "nothing") await passOn(services, actor, id, input);
  return withActor(services.db, actor, (tx) =>
    onceOnly(tx, actor.county, asked, at, async () => {
      const row = await getCall(tx, actor.county, id, { lock: true });
      noSecondRating(row, input);
      const { contacted, solved, satisfied, words, then } = input;
      const passed = then === "reopen" ? "reopened" : then === "note" ? "noted" : null;
      return actOnCall(
        tx,
        actor,
        row,
        input.baseVersion,
        {
          act: "take-answers",
          at,
          commandId: input.commandId,
          content: { contacted, solved, satisfied: satisfied ?? null, words: words ?? null, passed },
        },
        { contacted, solved, satisfied: satisfied ?? null, passed, attempts: row.attempts + 1 },
      );
    }),
  );
}

async function wasRecorded(tx: Parameters<typeof getCall>[0], actor: Actor, commandId: string): Promise<boolean> {
  const found = await tx.query("select from foundation.commands where county_code = $1 and command_id = $2", [
    actor.county,
    commandId,
  ]);
  return found.rowCount === 1;
}

function noSecondRating(row: CallRow, input: Input): void {
  if (row.portal_rating !== null && input.satisfied) throw new Refusal("surveys.rated-already", { rating: row.portal_rating });
  if (row.portal_rating === null && !input.satisfied) throw new Refusal("surveys.satisfied-missing", {}, { status: 400 });
}

/** The matter opened again, or a note to the unit; only while the call is open, unchanged and this officer's to make. */
async function passOn(services: Services, actor: Actor, id: string, input: Input): Promise<void> {
  const { row, version } = await withActor(
    services.db,
    actor,
    async (tx) => {
      const row = await getCall(tx, actor.county, id);
      const found = await tx.query<{ version: number }>(
        "select version from matters.standings where county_code = $1 and id = $2",
        [actor.county, row.matter_id],
      );
      return { row, version: found.rows[0]?.version };
    },
    { readOnly: true },
  );
  if (!mayDo(actor, callFacts(row), "take-answers")) throw mayNot(actor, row);
  if (!CALL_STATES[row.state].open) throw new Refusal("surveys.call-is-over", { state: row.state });
  if (row.version !== input.baseVersion) throw new Refusal("surveys.changed-meanwhile", { state: row.state }, { status: 409 });
  noSecondRating(row, input);
  if (version === undefined) throw new Refusal("surveys.no-such-call", {}, { status: 404 });
  const command = { v: 1 as const, commandId: idFrom(`${input.commandId} ${input.then}`), baseVersion: version };
  const text = input.words!;
  await actOnMatter(
    services,
    actor,
    row.matter_id,
    input.then === "reopen" ? { act: "reopen", ...command, reason: text } : { act: "note", ...command, note: text, files: [] },
  );
}
