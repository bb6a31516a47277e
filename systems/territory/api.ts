import type { Database } from "../../foundation/db/pool.ts";
import type { Binder } from "../../foundation/http/bind.ts";
import { importBoundaries } from "./actions/import-boundaries.ts";
import { boundariesRoute, findPlacesRoute, importBoundariesRoute, mapCellsRoute, seatRoadsRoute } from "./contract.ts";
import { boundariesInForce } from "./views/boundaries-in-force.ts";
import { findPlaces, listPlaces } from "./views/find-places.ts";
import { listMapCells } from "./views/map-cells.ts";
import { findSeatRoads } from "./views/seat-roads.ts";

/** Binds the register of places: finding one, and a county's own boundaries. */
export function bindTerritory(binder: Binder, db: Database): void {
  binder.bind(findPlacesRoute, async ({ actor, query }) => ({
    places: query.q
      ? await findPlaces(db, actor, query.q, { townshipId: query.near, locale: actor.locale })
      : [...(await listPlaces(db, actor, query.parent))],
  }));
  binder.bind(mapCellsRoute, async ({ actor }) => ({
    cells: (await listMapCells(db, actor)).map(({ place, row, column }) => ({
      id: place.id,
      name: place.shortName || place.name,
      row,
      column,
    })),
  }));
  binder.bind(importBoundariesRoute, ({ actor, body: { confirm, acceptFindings, ...input } }) =>
    importBoundaries(db, actor, input, { confirm, acceptFindings }),
  );
  binder.bind(boundariesRoute, ({ actor }) => boundariesInForce(db, actor));
  binder.bind(seatRoadsRoute, ({ actor }) => findSeatRoads(db, actor));
}
