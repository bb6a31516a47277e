import type { Actor } from "../../../foundation/db/actor.ts";
import type { Database, Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Day } from "../../../foundation/time/index.ts";
import { getPlace } from "../../territory/index.ts";
import type { UnitKind } from "../contract.ts";
import { placeFitsTheUnit } from "../rules/place-of-a-centre.rule.ts";
import { arrange } from "./arrange.ts";
import { insertUnit, type NewUnit } from "./create-unit.ts";

export interface ChangedUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly englishName: string;
  readonly phone: string;
  readonly parentId: string | null;
  readonly placeId: string | null;
  /** The last day on which the unit exists, included; null where it goes on. */
  readonly lastDay: Day | null;
}

const placeNamed = async (db: Database, actor: Actor, id: string | null | undefined) =>
  id ? await getPlace(db, actor, id) : undefined;

/**
 * Sets up a unit whose place fits its kind; its matters are numbered by that place. Returns its id. Refuses as `createUnit` does,
 * and `teams.place-of-another-level`, `territory.no-such-place`.
 */
export async function setUpUnit(db: Database, actor: Actor, unit: NewUnit): Promise<string> {
  const place = await placeNamed(db, actor, unit.placeId);
  placeFitsTheUnit(unit, place?.kind);
  const numberPrefix = unit.kind === "township centre" ? place!.code : unit.kind === "county centre" ? String(actor.county) : "";
  return arrange(db, actor, (tx) => insertUnit(tx, actor.county, { ...unit, numberPrefix }));
}

/**
 * Renames a unit, moves it under another or gives it a last day. Refuses `teams.not-found`, `teams.unit-under-itself`,
 * `teams.unit-not-empty` (409, facts: posts, units) while something of it goes on after that day, and as `setUpUnit` does.
 */
export async function changeUnit(db: Database, actor: Actor, unit: ChangedUnit): Promise<void> {
  const place = await placeNamed(db, actor, unit.placeId);
  await arrange(db, actor, async (tx) => {
    const found = await tx.query<{ kind: UnitKind }>(
      "select kind from teams.units where county_code = $1 and id = $2 for update",
      [actor.county, unit.id],
    );
    if (!found.rows[0]) throw new Refusal("teams.not-found", { what: "unit" }, { status: 404 });
    placeFitsTheUnit({ kind: found.rows[0].kind, name: unit.name }, place?.kind);
    if (unit.parentId) await notUnderItself(tx, actor.county, unit.id, unit.parentId);
    if (unit.lastDay) await nothingGoesOn(tx, actor.county, unit.id, unit.lastDay);
    await tx.query(
      `update teams.units set name = $3, short_name = $4, english_name = $5, phone = $6, parent_id = $7, place_id = $8,
         valid_to = case when $9::date is null then null else greatest($9::date, valid_from) end
       where county_code = $1 and id = $2`,
      [actor.county, unit.id, unit.name, unit.shortName, unit.englishName, unit.phone, unit.parentId, unit.placeId, unit.lastDay],
    );
  });
}

async function notUnderItself(tx: Tx, county: number, unit: string, parent: string): Promise<void> {
  const above = await tx.query<{ id: string }>(
    `with recursive above as (
       select id, parent_id from teams.units where county_code = $1 and id = $2
       union select next.id, next.parent_id from teams.units as next join above on next.id = above.parent_id
       where next.county_code = $1)
     select id from above`,
    [county, parent],
  );
  if (above.rows.some((one) => one.id === unit)) throw new Refusal("teams.unit-under-itself");
}

async function nothingGoesOn(tx: Tx, county: number, unit: string, lastDay: Day): Promise<void> {
  const { rows } = await tx.query<{ posts: number; units: number }>(
    `select (select count(*)::int from teams.posts where county_code = $1 and unit_id = $2 and (valid_to is null or valid_to > $3::date)) as posts,
            (select count(*)::int from teams.units where county_code = $1 and parent_id = $2 and (valid_to is null or valid_to > $3::date)) as units`,
    [county, unit, lastDay],
  );
  if (rows[0]!.posts + rows[0]!.units > 0) throw new Refusal("teams.unit-not-empty", { ...rows[0] }, { status: 409 });
}
