import fc from "fast-check";
import { expect, test } from "vitest";
import { shareOf } from "./share-of.rule.ts";

const near = (share: number | null, expected: number) => expect(share).toBeCloseTo(expected, 4);

// the score intervals without continuity correction that R's prop.test(correct = FALSE) prints
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  [29, 29, 0.883, 1],
])("%i of %i lies between %f and %f", (met, n, low, high) => {
  const share = shareOf(met, n);
  near(share.low, low);
  near(share.high, high);
});
test("no case has no share and no interval", () =>
  expect(shareOf(0, 0)).toEqual({ value: 0, n: 0, low: null, high: null, comparable: false }));
test("nine are too few to compare, ten are not", () => {
  expect(shareOf(9, 9).comparable).toBe(false);
  expect(shareOf(9, 10).comparable).toBe(true);
});
test("the share lies in its interval, and more cases make the interval narrower", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
      const met = Math.round(n * part);
      const [few, many] = [shareOf(met, n), shareOf(met * 4, n * 4)];
      expect(few.low!).toBeLessThanOrEqual(few.value + 1e-12);
      expect(few.high!).toBeGreaterThanOrEqual(few.value - 1e-12);
      expect(many.high! - many.low!).toBeLessThan(few.high! - few.low!);
    }),
    { numRuns: 300 },
  );
});
