export { importBoundaries } from "./actions/import-boundaries.ts";
export { importTerritory, type RecordTerritory } from "./actions/import-territory.ts";
export type { Gazetteer } from "./rules/gazetteer.ts";
export { fullNameOf } from "./rules/place-questions.ts";
export { resolvePlace } from "./rules/resolve-place.ts";
export { loadGazetteer } from "./views/load-gazetteer.ts";
export { listMapCells, type MapCell } from "./views/map-cells.ts";
export { placeAt } from "./views/place-at.ts";
export { findPlaces, getPlace, listPlaces, resolvePlaceInText } from "./views/places.ts";
