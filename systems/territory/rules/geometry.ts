import type { Point } from "./coordinates.ts";

export type Ring = readonly Point[];
/** The outer ring first, then its holes. */
export type Polygon = readonly Ring[];
export type MultiPolygon = readonly Polygon[];
/** West, south, east, north. */
export type Extent = readonly [number, number, number, number];

const METRES_A_DEGREE = (Math.PI / 180) * 6_371_008.8;

/** Area in square metres; good to a hundredth for what is as small as a county. */
export function areaOf(shape: MultiPolygon): number {
  return shape.reduce(
    (sum, polygon) => sum + polygon.reduce((own, ring, index) => own + (index === 0 ? 1 : -1) * ringArea(ring), 0),
    0,
  );
}

function ringArea(ring: Ring): number {
  const [origin] = ring;
  if (!origin) return 0;
  const scale = Math.cos((origin[1] * Math.PI) / 180) * METRES_A_DEGREE * METRES_A_DEGREE;
  let twice = 0;
  for (let index = 0; index < ring.length; index += 1) {
    const a = ring[index]!;
    const b = ring[(index + 1) % ring.length]!;
    twice += (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1]);
  }
  return (Math.abs(twice) / 2) * scale;
}

/** The rectangle around a shape. */
export function extentOf(shape: MultiPolygon): Extent {
  const points = shape.flatMap((polygon) => polygon[0] ?? []);
  const [longitudes, latitudes] = [points.map((point) => point[0]), points.map((point) => point[1])];
  const least = (all: number[]) => all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = (all: number[]) => all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return [least(longitudes), least(latitudes), most(longitudes), most(latitudes)];
}

export const extentsTouch = (a: Extent, b: Extent): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
export const extentHolds = (extent: Extent, [x, y]: Point): boolean =>
  x >= extent[0] && x <= extent[2] && y >= extent[1] && y <= extent[3];

/** Is the point inside? A point on an edge that two neighbours share is inside exactly one of them. */
export function holds(shape: MultiPolygon, point: Point): boolean {
  return shape.some((polygon) => polygon.reduce((inside, ring) => (ringHolds(ring, point) ? !inside : inside), false));
}

function ringHolds(ring: Ring, [x, y]: Point): boolean {
  let inside = false;
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index, index += 1) {
    // the lower end first, so that both neighbours compute a shared edge alike
    const [[ax, ay], [bx, by]] =
      ring[index]![1] < ring[before]![1] ? [ring[index]!, ring[before]!] : [ring[before]!, ring[index]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Do two edges of a closed ring cross, other than where neighbours meet? Edges are swept from west to east. */
export function crossesItself(ring: Ring): boolean {
  const edges = ring.slice(0, -1).map((a, index) => ({ a, b: ring[index + 1]!, index }));
  const count = edges.length;
  const west = (edge: (typeof edges)[number]) => Math.min(edge.a[0], edge.b[0]);
  const east = (edge: (typeof edges)[number]) => Math.max(edge.a[0], edge.b[0]);
  const swept = edges.toSorted((one, other) => west(one) - west(other));
  for (let i = 0; i < count; i += 1)
    for (let j = i + 1; j < count && west(swept[j]!) <= east(swept[i]!); j += 1) {
      const apart = Math.abs(swept[i]!.index - swept[j]!.index);
      if (apart === 1 || apart === count - 1) continue;
      if (edgesMeet(swept[i]!, swept[j]!)) return true;
    }
  return false;
}

function edgesMeet(one: { a: Point; b: Point }, other: { a: Point; b: Point }): boolean {
  const side = (a: Point, b: Point, c: Point) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  const d1 = side(one.a, one.b, other.a);
  const d2 = side(one.a, one.b, other.b);
  const d3 = side(other.a, other.b, one.a);
  const d4 = side(other.a, other.b, one.b);
  return d1 * d2 < 0 && d3 * d4 < 0;
}
