import { type Database, read } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { type Clock, dayOf } from "../../../foundation/time/index.ts";
import { ARRANGE, doorkeeperOf } from "../rules/access.ts";
import { seedId } from "../store/seed-id.ts";
import { insertHolding } from "./appoint-person.ts";
import { arrange } from "./arrange.ts";
import { insertPerson } from "./create-person.ts";
import { insertPost, insertUnit } from "./create-unit.ts";

/** Has this county its first administrator yet? */
export async function hasFirstAdministrator(db: Database, county: number): Promise<boolean> {
  const rows = await read(db, doorkeeperOf(county), "select 1 from teams.people where county_code = $1 and first_admin", [
    county,
  ]);
  return rows.length > 0;
}

export interface FirstAdministrator {
  readonly signInName: string;
  readonly displayName: string;
  readonly password: string;
  /** Rights of the administrator's post beside arranging teams. */
  readonly rights?: readonly string[];
  readonly madeUp?: boolean;
}

/**
 * The first account of an empty county, on an administrator's post in the county centre (set up where there is none yet).
 * Returns the person's id. Throws `teams.first-administrator-exists` (409) ever after; two at once: one wins.
 */
export async function createFirstAdministrator(
  db: Database,
  county: number,
  input: FirstAdministrator,
  clock: Clock,
): Promise<string> {
  if (await hasFirstAdministrator(db, county)) throw new Refusal("teams.first-administrator-exists", {}, { status: 409 });
  const doorkeeper = doorkeeperOf(county);
  return arrange(db, doorkeeper, async (tx) => {
    const person = await insertPerson(tx, county, {
      ...input,
      id: seedId(county, "person", "first-administrator"),
      firstAdmin: true,
    });
    const centre = await tx.query<{ id: string }>(
      "select id from teams.units where county_code = $1 and kind = 'county centre' order by code limit 1",
      [county],
    );
    const unit =
      centre.rows[0]?.id ??
      (await insertUnit(tx, county, {
        id: seedId(county, "unit", "county-centre"),
        code: "county-centre",
        kind: "county centre",
        name: "县社会治安综合治理中心",
        shortName: "县综治中心",
        englishName: "County Governance Centre",
      }));
    const post = await insertPost(
      tx,
      county,
      {
        id: seedId(county, "post", "administrator"),
        code: "administrator",
        unitId: unit,
        name: "系统管理员",
        englishName: "Administrator",
        rights: [...new Set([ARRANGE, ...(input.rights ?? [])])],
      },
      true,
    );
    await insertHolding(tx, county, { person, post, from: dayOf(clock.now()) });
    return person;
  });
}
