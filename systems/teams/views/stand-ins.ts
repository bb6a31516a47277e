import type { Tx } from "../../../foundation/db/pool.ts";
import { dayOf } from "../../../foundation/time/index.ts";

/** Does one of these two stand in, on that day, on a post that the other holds? */
export async function standInForEachOther(tx: Tx, county: number, one: string, other: string, at: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select 1 from teams.holdings as mine
     join teams.holdings as theirs on theirs.county_code = mine.county_code and theirs.post_id = mine.post_id and theirs.kind <> mine.kind
     where mine.county_code = $1 and mine.person_id = $2 and theirs.person_id = $3
       and mine.held_from <= $4::date and coalesce(mine.held_to, 'infinity') >= $4::date
       and theirs.held_from <= $4::date and coalesce(theirs.held_to, 'infinity') >= $4::date limit 1`,
    [county, one, other, dayOf(at)],
  );
  return (rowCount ?? 0) > 0;
}
