import { expect, test } from "vitest";
import { isAtWork, mappingFaults, sampleShown } from "./calls.ts";

test("a mapping needs a column for what was said, and no meaning twice but “left out”", () => {
  expect(mappingFaults([{ index: 0, field: "number" }])).toEqual([{ index: null, field: "text" }]);
  expect(
    mappingFaults([
      { index: 0, field: "text" },
      { index: 1, field: "ignore" },
      { index: 2, field: "ignore" },
      { index: 3, field: "text" },
    ]),
  ).toEqual([{ index: 3, field: "text" }]);
  expect(mappingFaults([{ index: 4, field: "text" }])).toEqual([]);
});

test("the page asks again only while the server is at work", () => {
  expect(["dry-run", "running", "undoing"].every(isAtWork)).toBe(true);
  expect(["uploaded", "checked", "done", "stopped", "undone", "failed"].some(isAtWork)).toBe(false);
});

test("of a name or telephone only the first character is shown", () => {
  expect([sampleShown("13800000000", "phone"), sampleShown("𬭚某", "name"), sampleShown("示例路灯", "text")]).toEqual([
    "1•••",
    "𬭚•••",
    "示例路灯",
  ]);
});
