import { type Database, withActor } from "../../../foundation/db/pool.ts";
import { doorkeeperOf } from "../rules/access.ts";

/** Deletes sign-ins that have run out, so that no trace is left of who was on line when. Answers how many. */
export async function endOldSessions(db: Database, county: number, now: Date): Promise<number> {
  return withActor(db, doorkeeperOf(county), async (tx) => {
    const ended = await tx.query("delete from teams.sessions where county_code = $1 and (expires_at < $2 or idle_until < $2)", [
      county,
      now,
    ]);
    return ended.rowCount ?? 0;
  });
}
