import type { CoordinateSystem } from "../contract.ts";

/** Longitude and latitude in degrees. */
export type Point = readonly [longitude: number, latitude: number];

const AXIS = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * WGS-84 → GCJ-02, by the published approximation (Krasovsky 1940 ellipsoid; the open-source "eviltransform").
 * Meant for points in China; elsewhere the two systems are the same and this is not asked.
 */
export function wgsToGcj([longitude, latitude]: Point): Point {
  const x = longitude - 105;
  const y = latitude - 35;
  const waves = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI);
  const root = Math.sqrt(Math.abs(x));
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    ((waves +
      20 * Math.sin(y * Math.PI) +
      40 * Math.sin((y / 3) * Math.PI) +
      160 * Math.sin((y / 12) * Math.PI) +
      320 * Math.sin((y / 30) * Math.PI)) *
      2) /
      3;
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    ((waves +
      20 * Math.sin(x * Math.PI) +
      40 * Math.sin((x / 3) * Math.PI) +
      150 * Math.sin((x / 12) * Math.PI) +
      300 * Math.sin((x / 30) * Math.PI)) *
      2) /
      3;
  const sine = Math.sin(radians(latitude));
  const magic = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const meridian = (AXIS * (1 - ECCENTRICITY_SQUARED)) / (magic * Math.sqrt(magic));
  const parallel = (AXIS / Math.sqrt(magic)) * Math.cos(radians(latitude));
  return [longitude + (east * 180) / (parallel * Math.PI), latitude + (north * 180) / (meridian * Math.PI)];
}

/** GCJ-02 → WGS-84 by repeated correction, to less than a millimetre of `wgsToGcj`. */
export function gcjToWgs(point: Point): Point {
  let [longitude, latitude] = point;
  for (let round = 0; round < 8; round += 1) {
    const [east, north] = wgsToGcj([longitude, latitude]);
    longitude -= east - point[0];
    latitude -= north - point[1];
  }
  return [longitude, latitude];
}

/** The point in WGS-84, whichever system it was given in. */
export const toWgs = (point: Point, given: CoordinateSystem): Point => (given === "WGS-84" ? point : gcjToWgs(point));

/** Metres between two near points. */
export function metresBetween(a: Point, b: Point): number {
  const east = radians(b[0] - a[0]) * Math.cos(radians((a[1] + b[1]) / 2));
  return Math.hypot(east, radians(b[1] - a[1])) * 6_371_008.8;
}
