import { expect, test } from "vitest";
import { CANARIES, canariesIn, numberOf } from "./canaries.ts";

test("there are at least thirty kinds, and each is found again in the middle of anything", () => {
  expect(Object.keys(CANARIES).length).toBeGreaterThanOrEqual(30);
  for (const [kind, make] of Object.entries(CANARIES)) {
    const planted = make(numberOf(7));
    for (const text of [
      planted,
      `前${planted}后`,
      JSON.stringify({ at: planted }),
      `/x?q=${encodeURIComponent(planted)}`,
      planted.split("").join(" "),
    ])
      expect([...canariesIn(text)], `${kind}: ${text}`).toEqual([numberOf(7)]);
  }
});

test("numbers of other things are not taken for one", () => {
  expect(canariesIn(`410425-2026-000123 ${crypto.randomUUID()} 97000001 2026-11-24T09:07:00.000Z`).size).toBe(0);
});
