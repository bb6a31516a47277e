import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import { type Day, dayOf } from "../../../foundation/time/index.ts";
import { LEVELS, type Level, type Unit, type UnitKind } from "../contract.ts";
import { levelOfAUnit } from "../rules/reach-of-a-unit.rule.ts";

const COLUMNS = `id, code, number_prefix as "numberPrefix", kind, name, short_name as "shortName", english_name as "englishName",
  parent_id as "parentId", place_id as "placeId", nullif(phone, '') as phone, made_up as "madeUp",
  valid_from as "validFrom", valid_to as "validTo"`;
const IN_FORCE = "valid_from <= $2::date and (valid_to is null or valid_to >= $2::date)";

type Row = Omit<Unit, "level">;
const asUnit = (row: Row): Unit => ({ ...row, level: levelOfAUnit(row.kind as UnitKind) });

/** The unit of this id, whether or not it still exists today. */
export async function findUnit(db: Database, actor: Actor, id: string): Promise<Unit | undefined> {
  const rows = await read<Row>(db, actor, `select ${COLUMNS} from teams.units where county_code = $1 and id = $2`, [
    actor.county,
    id,
  ]);
  return rows[0] && asUnit(rows[0]);
}

/** The unit with the county's own code, e.g. "centre". */
export async function findUnitByCode(db: Database, actor: Actor, code: string): Promise<Unit | undefined> {
  const rows = await read<Row>(db, actor, `select ${COLUMNS} from teams.units where county_code = $1 and code = $2`, [
    actor.county,
    code,
  ]);
  return rows[0] && asUnit(rows[0]);
}

/** Every unit that exists on that day (today where none is given), by code. */
export async function listUnits(db: Database, actor: Actor, day: Day = dayOf(new Date())): Promise<Unit[]> {
  const rows = await read<Row>(
    db,
    actor,
    `select ${COLUMNS} from teams.units where county_code = $1 and ${IN_FORCE} order by code`,
    [actor.county, day],
  );
  return rows.map(asUnit);
}

/** The unit that this one answers to, if any. */
export async function superiorOf(db: Database, actor: Actor, unit: string): Promise<Unit | undefined> {
  const rows = await read<Row>(
    db,
    actor,
    `select ${COLUMNS} from teams.units where county_code = $1
     and id = (select parent_id from teams.units where county_code = $1 and id = $2)`,
    [actor.county, unit],
  );
  return rows[0] && asUnit(rows[0]);
}

/** Where a matter lies: ids of its village and township as territory gives them. */
export interface WherePlaced {
  readonly village?: string | null | undefined;
  readonly township?: string | null | undefined;
}

/**
 * The centre that serves this place at this level; where there is none, the next level up, at last the county centre.
 * Returns nothing only in a county without a county centre.
 */
export async function unitServing(
  db: Database,
  actor: Actor,
  where: WherePlaced,
  level: Level,
  day: Day = dayOf(new Date()),
): Promise<Unit | undefined> {
  const upTo = LEVELS.indexOf(level);
  const village = upTo >= 2 ? (where.village ?? null) : null;
  const township = upTo >= 1 ? (where.township ?? null) : null;
  const rows = await read<Row>(
    db,
    actor,
    `select ${COLUMNS} from teams.units where county_code = $1 and ${IN_FORCE}
     and ((kind = 'village centre' and place_id = $3) or (kind = 'township centre' and place_id = $4) or kind = 'county centre')
     order by case kind when 'village centre' then 0 when 'township centre' then 1 else 2 end, code limit 1`,
    [actor.county, day, village, township],
  );
  return rows[0] && asUnit(rows[0]);
}
