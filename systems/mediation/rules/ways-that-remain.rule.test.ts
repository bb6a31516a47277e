import { expect, test } from "vitest";
import { waysThatRemain, yearsLater } from "./ways-that-remain.rule.ts";

const plain = { kind: "neighbours", trade: "ordinary", registeredOn: "2026-09-01" } as const;

test("民法典 第一百八十八条: a suit within three years of knowing; no date where nobody said when that was", () => {
  expect(waysThatRemain(plain, "2025-03-10")).toMatchObject([{ way: "court", until: "2028-03-10" }]);
  expect(waysThatRemain(plain, null)).toMatchObject([{ way: "court", until: null }]);
});

test("劳动争议调解仲裁法 第十四、二十七条: arbitration from the fifteenth day, within one year of knowing, and before any court", () => {
  expect(waysThatRemain({ ...plain, kind: "labour" }, "2026-08-20")).toMatchObject([
    { way: "labour arbitration", from: "2026-09-16", until: "2027-08-20" },
  ]);
});

test("land goes to its arbitration or to court, a medical dispute to the health office or to court", () => {
  expect(waysThatRemain({ ...plain, kind: "land" }, null).map(({ way }) => way)).toEqual(["land arbitration", "court"]);
  expect(waysThatRemain({ ...plain, trade: "medical" }, null).map(({ way }) => way)).toEqual(["administrative", "court"]);
});

test("民法典 第二百零二条: where a month has no such day, its last day", () => {
  expect(yearsLater("2024-02-29", 3)).toBe("2027-02-28");
  expect(yearsLater("2024-02-29", 4)).toBe("2028-02-29");
});
