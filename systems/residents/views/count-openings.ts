import type { Actor } from "../../../foundation/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { DAY, HOUR } from "../../../foundation/time/index.ts";
import { OPENING_LIMITS } from "../rules/opening-limits.table.ts";

/**
 * Holds a post to so many openings of identities in an hour and a day. Asked before each one, in its transaction. Throws
 * `residents.too-many-openings` (429) with the minutes until the oldest of them no longer counts.
 */
export async function withinOpeningLimits(tx: Tx, actor: Actor, now: Date): Promise<void> {
  // one opening of a post at a time: two that come together must not both be the last one allowed
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 200))", [`openings ${actor.post ?? ""}`]);
  const { rows } = await tx.query<{ inAnHour: number; inADay: number; oldest: Date | null }>(
    `select count(*) filter (where at > $3)::integer as "inAnHour", count(*)::integer as "inADay",
       min(at) filter (where at > $3) as oldest
     from residents.readings where county_code = $1 and post_id = $2 and what = 'identity' and at > $4`,
    [actor.county, actor.post ?? null, new Date(now.getTime() - HOUR), new Date(now.getTime() - DAY)],
  );
  const { inAnHour, inADay, oldest } = rows[0]!;
  if (inAnHour < OPENING_LIMITS.inAnHour && inADay < OPENING_LIMITS.inADay) return;
  const wait =
    inADay >= OPENING_LIMITS.inADay || !oldest ? 24 * 60 : Math.ceil((oldest.getTime() + HOUR - now.getTime()) / 60_000);
  throw new Refusal("residents.too-many-openings", { ...OPENING_LIMITS, minutes: wait }, { status: 429 });
}
