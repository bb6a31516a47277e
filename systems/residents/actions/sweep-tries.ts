import { jobActor } from "../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../foundation/db/pool.ts";
import { addDays, dayOf, HOUR } from "../../../foundation/time/index.ts";

/** Years after which a booklet that nobody opens goes; the codes in it go on by themselves. */
const BOOKLET_YEARS = 3;

/** With a sweep an hour, no count lives for longer than a day; the longest window is half of one. */
const COUNT_LIFE = 23 * HOUR;

/** Takes away counts of the day before, tokens that have run out, booklets of years ago. Gives the number of rows. Runs each hour. */
export async function sweepTries(db: Database, county: number, now: Date): Promise<number> {
  return withActor(db, jobActor(county), async (tx) => {
    const gone = [
      await tx.query("delete from residents.tries where county_code = $1 and since <= $2", [
        county,
        new Date(now.getTime() - COUNT_LIFE),
      ]),
      await tx.query("delete from residents.day_salts where county_code = $1 and day < $2", [county, dayOf(now)]),
      await tx.query("delete from residents.spent where county_code = $1 and until < $2", [county, now]),
      await tx.query("delete from residents.booklets where county_code = $1 and seen_in < $2", [
        county,
        addDays(dayOf(now), -365 * BOOKLET_YEARS),
      ]),
    ];
    return gone.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0);
  });
}
