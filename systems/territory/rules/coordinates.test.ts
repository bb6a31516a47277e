import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gcjToWgs, metresBetween, type Point, toWgs, wgsToGcj } from "./coordinates.ts";

describe("GCJ-02 and WGS-84", () => {
  it.each<[Point, Point]>([
    [
      [121.5272106, 31.1774276],
      [121.531541859215, 31.17530398364597],
    ],
    [
      [113.912316, 22.543847],
      [113.9171764808363, 22.540796131694766],
    ],
    [
      [116.377817, 39.911954],
      [116.38404722455657, 39.91334545536069],
    ],
  ])("%j → %j, as published with eviltransform", (wgs, gcj) => expect(metresBetween(wgsToGcj(wgs), gcj)).toBeLessThan(0.01));

  it("are hundreds of metres apart in the county", () => {
    const seat: Point = [113.216928, 33.972656];
    expect(metresBetween(seat, wgsToGcj(seat))).toBeGreaterThan(100);
    expect(metresBetween(seat, wgsToGcj(seat))).toBeLessThan(1_000);
    expect(toWgs(seat, "WGS-84")).toBe(seat);
  });

  it("come back to within a metre, anywhere in the county", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 113, max: 113.42, noNaN: true }),
        fc.double({ min: 33.79, max: 34.19, noNaN: true }),
        (longitude, latitude) => {
          const point: Point = [longitude, latitude];
          expect(metresBetween(gcjToWgs(wgsToGcj(point)), point)).toBeLessThan(1);
          expect(metresBetween(wgsToGcj(gcjToWgs(point)), point)).toBeLessThan(1);
        },
      ),
      { numRuns: 200 },
    );
  });
});
