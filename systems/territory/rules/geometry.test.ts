import { describe, expect, it } from "vitest";
import { areaOf, crossesItself, extentOf, holds, type MultiPolygon } from "./geometry.ts";

const square = (west: number, south: number, size = 0.01): MultiPolygon => [
  [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
];

describe("geometry", () => {
  it("knows the area of a made square to 1 in 100", () => {
    const metres = areaOf(square(113.2, 33.9));
    expect(metres / (1_112 * 1_112 * Math.cos((33.9 * Math.PI) / 180))).toBeCloseTo(1, 2);
  });
  it("takes holes away", () => {
    const holed: MultiPolygon = [[square(113.2, 33.9)[0]![0]!, square(113.203, 33.903, 0.004)[0]![0]!]];
    expect(areaOf(holed) / areaOf(square(113.2, 33.9))).toBeCloseTo(0.84, 3);
    expect(holds(holed, [113.205, 33.905])).toBe(false);
    expect(holds(holed, [113.201, 33.905])).toBe(true);
  });
  it("puts a point on a shared edge into exactly one neighbour", () => {
    const shapes = [square(0, 0, 2), square(2, 0, 2), square(0, 2, 2), square(2, 2, 2)];
    for (const point of [
      [2, 1],
      [1, 2],
      [2, 2],
    ] as const)
      expect(shapes.filter((shape) => holds(shape, point))).toHaveLength(1);
  });
  it("sees a ring that crosses itself", () => {
    expect(
      crossesItself([
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ]),
    ).toBe(true);
    expect(crossesItself(square(0, 0, 1)[0]![0]!)).toBe(false);
  });
  it("knows the rectangle around a shape", () => expect(extentOf(square(1, 2, 3))).toEqual([1, 2, 4, 5]));
});
