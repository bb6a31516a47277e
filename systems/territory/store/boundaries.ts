import type { Tx } from "../../../foundation/db/pool.ts";
import type { CoordinateSystem } from "../contract.ts";
import { type Extent, extentOf, type MultiPolygon } from "../rules/geometry.ts";

export interface StoredBoundary {
  readonly placeId: string;
  readonly shape: MultiPolygon;
}

/** The boundaries in force, in WGS-84. */
export async function readBoundariesInForce(tx: Tx): Promise<StoredBoundary[]> {
  const { rows } = await tx.query<StoredBoundary>(
    `select place_id as "placeId", coordinates as shape from territory.boundaries where to_version is null`,
  );
  return rows;
}

/** West, south, east and north of the county in WGS-84, where its register says so. */
export async function readCountyExtent(tx: Tx): Promise<Extent | null> {
  const { rows } = await tx.query<{ extent: [number, number, number, number] | null }>(
    "select extent from territory.versions order by version desc limit 1",
  );
  return rows[0]?.extent ?? null;
}

export async function insertBoundaries(
  tx: Tx,
  county: number,
  version: number,
  boundaries: readonly StoredBoundary[],
  given: CoordinateSystem,
  source: string,
): Promise<void> {
  const rows = boundaries.map(({ placeId, shape }) => {
    const [west, south, east, north] = extentOf(shape);
    return { placeId, shape, west, south, east, north };
  });
  await tx.query(
    "update territory.boundaries set to_version = $2 where county_code = $1 and to_version is null and place_id = any($3::uuid[])",
    [county, version, boundaries.map((one) => one.placeId)],
  );
  await tx.query(
    `insert into territory.boundaries (county_code, place_id, from_version, coordinates, west, south, east, north, given_in, source)
     select $1, r."placeId", $2, r.shape, r.west, r.south, r.east, r.north, $4, $5
     from jsonb_to_recordset($3) as r("placeId" uuid, shape jsonb, west float8, south float8, east float8, north float8)`,
    [county, version, JSON.stringify(rows), given, source],
  );
}
