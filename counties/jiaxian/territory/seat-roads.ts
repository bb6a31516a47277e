import type { SeatRoads } from "../../../systems/territory/contract.ts";
import roads from "./seat-roads.json" with { type: "json" };

/** Roads of 郏县's seat for `roadMap`; © OpenStreetMap contributors, ODbL. */
export const jiaxianSeatRoads = { ...roads, townships: ["410425001", "410425002"] } as unknown as SeatRoads;
