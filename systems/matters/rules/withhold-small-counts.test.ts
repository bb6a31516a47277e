import fc from "fast-check";
import { expect, test } from "vitest";
import { publicCount, withholdSmallCounts, withholdSmallRows } from "./withhold-small-counts.ts";

test("counts from ten on and noughts are told", () => {
  expect(withholdSmallCounts([10, 55, 0])).toEqual([10, 55, 0]);
  expect(publicCount(0)).toBe(0);
  expect(publicCount(9)).toBeNull();
  expect(publicCount(10)).toBe(10);
});

test("one small count takes the next smallest with it, so that the total tells nothing", () => {
  expect(withholdSmallCounts([40, 3, 12, 90])).toEqual([40, null, null, 90]);
});

test("two small counts whose sum would still be small take a third", () => {
  expect(withholdSmallCounts([40, 3, 4, 90])).toEqual([null, null, null, 90]);
  expect(withholdSmallCounts([40, 6, 4, 90])).toEqual([40, null, null, 90]);
});

test("the columns are withheld each by itself and keep their names", () => {
  expect(
    withholdSmallRows([
      { name: "a", received: 30, closed: 4 },
      { name: "b", received: 20, closed: 11 },
    ]),
  ).toEqual([
    { name: "a", received: 30, closed: null },
    { name: "b", received: 20, closed: null },
  ]);
});

test("whatever is withheld can never be told from the total", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200), { minLength: 2, maxLength: 16 }), (counts) => {
      const told = withholdSmallCounts(counts);
      for (const count of told) expect(count === null || count === 0 || count >= 10).toBe(true);
      const hidden = counts.filter((_count, index) => told[index] === null);
      const others = counts.filter((count, index) => told[index] !== null && count > 0).length;
      if (hidden.length > 0 && others > 0) {
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(10);
      }
    }),
    { numRuns: 500 },
  );
});
