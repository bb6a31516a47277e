import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { type SeatRoads, seatRoads } from "../contract.ts";
import { mayChangeTerritory } from "../rules/access.ts";

/** Keeps the roads of the county's seat where it has none yet. Refuses `territory.not-allowed` (403). */
export async function seedSeatRoads(db: Database, actor: Actor, roads: SeatRoads): Promise<void> {
  if (!mayChangeTerritory(actor)) throw new Refusal("territory.not-allowed", {}, { status: 403 });
  await withActor(db, actor, (tx) =>
    tx.query("insert into territory.seat_roads (county_code, roads) values ($1, $2) on conflict do nothing", [
      actor.county,
      JSON.stringify(seatRoads.parse(roads)),
    ]),
  );
}
