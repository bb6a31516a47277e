import { type Database, withActor } from "../../../foundation/db/pool.ts";
import type { Clock } from "../../../foundation/time/index.ts";
import type { SecondWay } from "../contract.ts";
import { doorkeeperOf } from "../rules/access.ts";
import { lookAtStep } from "../store/sign-in-steps.ts";
import type { SignedIn } from "./actor.ts";
import { waysOf } from "./second-factors.ts";

/** How a sign-in on its way can go on; nothing where none is waiting in this browser. */
export async function waysOfStep(db: Database, county: number, token: string, clock: Clock): Promise<SecondWay[] | undefined> {
  const step = await lookAtStep(db, county, token, "second factor", clock.now());
  return step?.person ? withActor(db, doorkeeperOf(county), (tx) => waysOf(tx, county, step.person!)) : undefined;
}

/** How many seconds a sign-in still has, unused and at most; asking is no sign of life. */
export async function secondsLeft(
  db: Database,
  { actor, session }: SignedIn,
  clock: Clock,
): Promise<{ unused: number; atMost: number }> {
  const now = clock.now().getTime();
  const found = await withActor(db, doorkeeperOf(actor.county), (tx) =>
    tx.query<{ idle_until: Date }>("select idle_until from teams.sessions where county_code = $1 and id = $2", [
      actor.county,
      session.id,
    ]),
  );
  const seconds = (until: Date) => Math.max(0, Math.round((until.getTime() - now) / 1000));
  return { unused: seconds(found.rows[0]?.idle_until ?? new Date(now)), atMost: seconds(session.expiresAt) };
}
