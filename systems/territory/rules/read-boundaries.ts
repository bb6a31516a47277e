import type { BoundaryFault, CoordinateSystem, Place } from "../contract.ts";
import { type Point, toWgs } from "./coordinates.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { crossesItself, type Extent, extentOf, extentsTouch, type MultiPolygon, type Ring } from "./geometry.ts";
import { fullNameOf } from "./place-questions.ts";

export interface ReadBoundary {
  readonly place: Place;
  /** In WGS-84. */
  readonly shape: MultiPolygon;
}

const CODE_NAMES = ["code", "adcode", "CODE", "XZQDM", "代码", "区划代码", "行政区划代码"];
const NAME_NAMES = ["name", "NAME", "XZQMC", "名称", "地名"];
const PARENT_NAMES = ["township", "parent", "乡镇", "所属乡镇"];

/** Reads a GeoJSON feature collection: every feature must be a sound polygon of a place that the register knows by code or name. */
export function readBoundaries(
  geojson: unknown,
  given: CoordinateSystem,
  gazetteer: Gazetteer,
  county: Extent | null,
): { boundaries: ReadBoundary[]; faults: BoundaryFault[] } {
  const faults: BoundaryFault[] = [];
  const boundaries: ReadBoundary[] = [];
  const seen = new Set<string>();
  for (const [index, feature] of featuresOf(geojson).entries()) {
    const properties = (feature?.properties ?? {}) as Record<string, unknown>;
    const words = [...CODE_NAMES, ...NAME_NAMES]
      .map((key) => properties[key])
      .filter((value) => value !== undefined && value !== null)
      .join(" ");
    const fail = (fault: BoundaryFault["fault"]) => faults.push({ fault, feature: index, words: words.slice(0, 80) });
    const place = placeOf(properties, gazetteer);
    const shape = shapeOf(feature?.geometry, given);
    if (place === "unknown") fail("place-unknown");
    else if (place === "ambiguous") fail("name-ambiguous");
    else if (seen.has(place.id)) fail("place-twice");
    else if (typeof shape === "string") fail(shape);
    else if (county && !extentsTouch(extentOf(shape), county)) fail("outside-county");
    else boundaries.push({ place, shape });
    if (typeof place !== "string") seen.add(place.id);
  }
  return { boundaries, faults };
}

type Feature = { properties?: unknown; geometry?: { type?: unknown; coordinates?: unknown } | null } | null;

function featuresOf(geojson: unknown): Feature[] {
  const collection = geojson as { type?: unknown; features?: unknown } | null;
  if (collection?.type !== "FeatureCollection" || !Array.isArray(collection.features)) return [null];
  return collection.features.length > 0 ? collection.features : [null];
}

function placeOf(properties: Record<string, unknown>, gazetteer: Gazetteer): Place | "unknown" | "ambiguous" {
  const text = (keys: readonly string[]) =>
    keys.map((key) => properties[key]).find((value) => typeof value === "string" || typeof value === "number");
  const code = text(CODE_NAMES);
  if (code !== undefined && String(code) !== "") {
    const wanted = String(code).trim();
    return [...gazetteer.places.values()].find((place) => place.code === wanted || `${place.code}000` === wanted) ?? "unknown";
  }
  const name = String(text(NAME_NAMES) ?? "").trim();
  const parent = String(text(PARENT_NAMES) ?? "").trim();
  const named = [...gazetteer.places.values()].filter(
    (place) =>
      (place.name === name ||
        place.shortName === name ||
        fullNameOf(place) === name ||
        (gazetteer.aliases.get(place.id) ?? []).includes(name)) &&
      (parent === "" || place.path.some((step) => step.name === parent || step.shortName === parent)),
  );
  if (named.length > 1) return "ambiguous";
  return named[0] ?? "unknown";
}

function shapeOf(
  geometry: { type?: unknown; coordinates?: unknown } | null | undefined,
  given: CoordinateSystem,
): MultiPolygon | BoundaryFault["fault"] {
  const polygons =
    geometry?.type === "MultiPolygon" ? geometry.coordinates : geometry?.type === "Polygon" ? [geometry.coordinates] : null;
  if (!Array.isArray(polygons) || polygons.length === 0) return "not-a-polygon";
  const rings = polygons.flatMap((polygon) => (Array.isArray(polygon) && polygon.length > 0 ? polygon : [null]));
  if (!rings.every(isSoundRing)) return "ring-unfit";
  if (rings.some(crossesItself)) return "crosses-itself";
  return (polygons as Ring[][]).map((polygon) => polygon.map((ring) => ring.map((point) => toWgs([point[0], point[1]], given))));
}

function isSoundRing(ring: unknown): ring is Ring {
  if (!Array.isArray(ring) || ring.length < 4) return false;
  const sound = ring.every(
    (point) =>
      Array.isArray(point) &&
      Number.isFinite(point[0]) &&
      Number.isFinite(point[1]) &&
      Math.abs(point[0]) <= 180 &&
      Math.abs(point[1]) <= 90,
  );
  const [first, last] = [ring[0] as Point, ring.at(-1) as Point];
  return sound && first[0] === last[0] && first[1] === last[1];
}
