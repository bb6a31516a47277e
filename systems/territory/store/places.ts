import type { Tx } from "../../../foundation/db/pool.ts";
import type { TerritoryFile } from "../contract.ts";
import type { StandingPlace } from "../rules/compare-territory.ts";
import type { SettledPlace } from "../rules/settle-places.ts";

/** Two imports into one county wait for each other. */
export const lockTerritory = (tx: Tx, county: number) => tx.query("select pg_advisory_xact_lock(20, $1)", [county]);

/** The register as it stands: version 0 and no places before the first import. */
export async function readStanding(tx: Tx): Promise<{ version: number; contentHash: string; places: StandingPlace[] }> {
  const latest = await tx.query<{ version: number; content_hash: string }>(
    "select version, content_hash from territory.versions order by version desc limit 1",
  );
  const { rows } = await tx.query<Omit<StandingPlace, "parentCode"> & { parentId: string | null }>(
    `select id, kind, code, name, parent_id as "parentId" from territory.current_places`,
  );
  const codes = new Map(rows.map((row) => [row.id, row.code]));
  const places = rows.map(({ parentId, ...row }) => ({ ...row, parentCode: parentId ? (codes.get(parentId) ?? null) : null }));
  return { version: latest.rows[0]?.version ?? 0, contentHash: latest.rows[0]?.content_hash ?? "", places };
}

export const insertVersion = (
  tx: Tx,
  county: number,
  version: number,
  file: Pick<TerritoryFile, "validFrom" | "source" | "reason" | "extent">,
  hash: string,
) =>
  tx.query(
    `insert into territory.versions (county_code, version, valid_from, source, reason, extent, content_hash)
     values ($1, $2, $3, $4, $5, coalesce($6::double precision[], (select extent from territory.versions where version = $2 - 1)), $7)`,
    [county, version, file.validFrom, file.source, file.reason, file.extent ?? null, hash],
  );

/** Writes new places, ends the states that no longer hold and opens those that begin with this version. */
export async function insertPlaces(
  tx: Tx,
  county: number,
  version: number,
  file: TerritoryFile,
  settled: readonly SettledPlace[],
  ends: readonly string[],
) {
  await tx.query(
    `insert into territory.places (county_code, id, kind, made_up, since_version)
     select $1, r.id, r.kind, r."madeUp", $2 from jsonb_to_recordset($3) as r(id uuid, kind text, "madeUp" boolean)
     where not exists (select 1 from territory.places p where p.county_code = $1 and p.id = r.id)`,
    [county, version, JSON.stringify(settled)],
  );
  const states = JSON.stringify(settled);
  await tx.query(
    `update territory.place_states set to_version = $2, valid_to = greatest($3::date, valid_from)
     where county_code = $1 and to_version is null and (place_id = any($5::uuid[]) or place_id in (
       select s.place_id from jsonb_to_recordset($4) as r(id uuid, code text, name text, path uuid[])
       join territory.place_states s on s.county_code = $1 and s.place_id = r.id and s.to_version is null
       where (r.code, r.name, r.path) is distinct from (s.code, s.name, s.path)))`,
    [county, version, file.validFrom, states, ends],
  );
  await tx.query(
    `insert into territory.place_states (county_code, place_id, from_version, valid_from, code, name, short_name, committee,
       parent_id, path, township_id, village_id, grid_id)
     select $1, r.id, $2, $3, r.code, r.name, r."shortName", r.committee, r."parentId", r.path, r."townshipId", r."villageId", r."gridId"
     from jsonb_to_recordset($4) as r(id uuid, code text, name text, "shortName" text, committee text, "parentId" uuid,
       path uuid[], "townshipId" uuid, "villageId" uuid, "gridId" uuid)
     where not exists (select 1 from territory.place_states s where s.county_code = $1 and s.place_id = r.id and s.to_version is null)`,
    [county, version, file.validFrom, states],
  );
}

interface AliasRow {
  readonly placeId: string;
  readonly alias: string;
  readonly kind: string;
  readonly source: string;
}

export async function replaceAliases(tx: Tx, county: number, aliases: readonly AliasRow[]) {
  await tx.query("delete from territory.place_aliases where county_code = $1", [county]);
  await tx.query(
    `insert into territory.place_aliases (county_code, place_id, alias, kind, source)
     select $1, r."placeId", r.alias, r.kind, r.source from jsonb_to_recordset($2) as r("placeId" uuid, alias text, kind text, source text)`,
    [county, JSON.stringify(aliases)],
  );
}

/** Puts the townships' tiles where the file says. */
export async function replaceMapCells(
  tx: Tx,
  county: number,
  cells: readonly { placeId: string; row: number; column: number }[],
) {
  await tx.query("delete from territory.map_cells where county_code = $1", [county]);
  await tx.query(
    `insert into territory.map_cells (county_code, place_id, cell_row, cell_column)
     select $1, r."placeId", r."row", r."column" from jsonb_to_recordset($2) as r("placeId" uuid, "row" smallint, "column" smallint)`,
    [county, JSON.stringify(cells)],
  );
}
