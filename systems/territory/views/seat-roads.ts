import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import type { AnswerOf } from "../../../foundation/http/route.ts";
import type { SeatRoads, seatRoadsRoute } from "../contract.ts";
import { loadGazetteer } from "../store/load-gazetteer.ts";

/** The roads of the county's seat with the townships it lies in; `roads` is null where the county has none. */
export async function findSeatRoads(db: Database, actor: Actor): Promise<AnswerOf<typeof seatRoadsRoute>> {
  const rows = await read<{ roads: SeatRoads }>(db, actor, "select roads from territory.seat_roads where county_code = $1", [
    actor.county,
  ]);
  const roads = rows[0]?.roads;
  if (!roads) return { roads: null, townships: [] };
  const { places } = await loadGazetteer(db, actor);
  const townships = [...places.values()].filter((place) => roads.townships.includes(place.code));
  return { roads, townships: townships.map(({ id, name }) => ({ id, name })) };
}
