import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import type { Place, PlaceKind, PlaceStep } from "../contract.ts";

interface PlaceRow {
  id: string;
  kind: PlaceKind;
  code: string;
  name: string;
  short_name: string;
  committee: "residents" | "villagers" | null;
  parent_id: string | null;
  path: string[];
  township_id: string | null;
  village_id: string | null;
  grid_id: string | null;
  made_up: boolean;
}

/** Every place as it stands now, by code. */
export async function readCurrentPlaces(db: Database, actor: Actor): Promise<Place[]> {
  return shaped(await read<PlaceRow>(db, actor, "select * from territory.current_places order by length(code), code"));
}

/** One place and those above it as they stood at a version; empty where the register did not hold it then. */
export async function readPlacesAt(db: Database, actor: Actor, id: string, version: number): Promise<Place[]> {
  const rows = await read<PlaceRow>(
    db,
    actor,
    `with own as (
       select path from territory.place_states
       where place_id = $1 and from_version <= $2 and (to_version is null or to_version > $2))
     select s.place_id as id, p.kind, s.code, s.name, s.short_name, s.committee, s.parent_id, s.path, s.township_id, s.village_id, s.grid_id, p.made_up
     from own, territory.place_states s
     join territory.places p on p.county_code = s.county_code and p.id = s.place_id
     where s.place_id = any(own.path) and s.from_version <= $2 and (s.to_version is null or s.to_version > $2)`,
    [id, version],
  );
  return shaped(rows);
}

function shaped(rows: readonly PlaceRow[]): Place[] {
  const steps = new Map<string, PlaceStep>(
    rows.map((row) => [row.id, { id: row.id, kind: row.kind, name: row.name, shortName: row.short_name }]),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    committee: row.committee,
    parentId: row.parent_id,
    path: row.path.flatMap((id) => steps.get(id) ?? []),
    townshipId: row.township_id,
    villageId: row.village_id,
    gridId: row.grid_id,
    madeUp: row.made_up,
  }));
}
