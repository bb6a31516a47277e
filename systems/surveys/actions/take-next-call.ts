import type { Actor } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { dayOf, MINUTE, minuteOfDay } from "../../../foundation/time/index.ts";
import type { Services } from "../../matters/index.ts";
import { dataOn } from "../store/data.ts";

/** So long a call is lent to the post that took it. */
const LENT = 20 * MINUTE;

/**
 * The call that is most due and that this officer may make, lent to their post for 20 minutes so that two officers do not ring the
 * same resident. The one they hold already comes first. Answers its id; null where none is due, or outside the county's hours.
 */
export async function takeNextCall(services: Services, actor: Actor, skip: string | undefined): Promise<string | null> {
  const now = services.clock.now();
  return withActor(services.db, actor, async (tx: Tx) => {
    const { body: sampling } = await dataOn(tx, actor.county, "sampling", dayOf(now));
    const minute = minuteOfDay(now);
    if (minute < sampling.from || minute >= sampling.until) return null;
    const { rows } = await tx.query<{ id: string }>(
      `update surveys.calls c set taken_by = $2, taken_until = $3
       where c.county_code = $1 and c.id = (
         select id from surveys.calls where county_code = $1 and state in ('due', 'waiting') and due_from <= $4 and id is distinct from $5
           and (taken_until is null or taken_until < $4 or taken_by = $2) and not handled_units && $6
         order by (taken_by = $2 and taken_until >= $4) desc nulls last, due_from, id limit 1 for update skip locked)
       returning c.id`,
      [actor.county, actor.post ?? null, new Date(now.getTime() + LENT), now, skip ?? null, actor.units],
    );
    return rows[0]?.id ?? null;
  });
}
