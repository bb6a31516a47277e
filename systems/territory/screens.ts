export { type RoadMapOptions, roadMap } from "./rules/road-map.ts";
export { DEFAULT_BOUNDS, type MapTile, type SchematicMapOptions, schematicMap, villageMap } from "./rules/schematic-map.ts";
