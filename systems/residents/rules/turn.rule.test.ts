import fc from "fast-check";
import { expect, test } from "vitest";
import { proofNumber, secondsToWait } from "./turn.rule.ts";

const counts = fc.nat(1_000_000);

test("nobody waits while little comes in", () => {
  expect(secondsToWait({ source: 30, all: 300 })).toBe(0);
});
test("a part of the network that floods waits longer with each one", () => {
  expect(secondsToWait({ source: 31, all: 31 })).toBe(25);
  expect(secondsToWait({ source: 60, all: 60 })).toBe(170);
  expect(secondsToWait({ source: 5000, all: 5000 })).toBe(600);
});
test("who asks once waits twenty seconds, however many others flood", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), counts, (source, all) => secondsToWait({ source, all: all + 301 }) === 20),
  );
});
test("nobody ever waits longer than ten minutes", () => {
  fc.assert(fc.property(counts, counts, (source, all) => secondsToWait({ source, all }) <= 600));
});
test("the search is longer where the whole county is flooded", () => {
  expect([proofNumber({ source: 1, all: 3000 }), proofNumber({ source: 1, all: 3001 })]).toEqual([50_000, 200_000]);
});
