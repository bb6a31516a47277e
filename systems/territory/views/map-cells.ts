import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import type { Place } from "../contract.ts";
import { listPlaces } from "./find-places.ts";

export interface MapCell {
  readonly place: Place;
  readonly row: number;
  readonly column: number;
}

/** Every township with its tile on the schematic map; those that the register gives none stand in rows of five below the others. */
export async function listMapCells(db: Database, actor: Actor): Promise<MapCell[]> {
  const rows = await read<{ id: string; row: number; column: number }>(
    db,
    actor,
    `select place_id as id, cell_row as "row", cell_column as "column" from territory.map_cells`,
  );
  const placed = new Map(rows.map((row) => [row.id, row]));
  const below = Math.max(-1, ...rows.map((row) => row.row)) + 1;
  let unplaced = 0;
  return (await listPlaces(db, actor)).map((place) => {
    const cell = placed.get(place.id);
    if (cell) return { place, row: cell.row, column: cell.column };
    const next = unplaced++;
    return { place, row: below + Math.floor(next / 5), column: next % 5 };
  });
}
