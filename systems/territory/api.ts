import type { Database } from "../../foundation/db/pool.ts";
import type { Binder } from "../../foundation/http/bind.ts";
import { importBoundaries } from "./actions/import-boundaries.ts";
import { findPlacesRoute, importBoundariesRoute, mapCellsRoute } from "./contract.ts";
import { findPlaces, listPlaces } from "./views/find-places.ts";
import { listMapCells } from "./views/map-cells.ts";

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
  binder.bind(importBoundariesRoute, async ({ actor, body }) => {
    const report = await importBoundaries(
      db,
      actor,
      { geojson: body.geojson, coordinateSystem: body.system, source: body.source } as never,
      { confirm: body.confirm },
    );
    return { changed: report.confirmed, report };
  });
}
