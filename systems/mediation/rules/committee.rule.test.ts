import { expect, test } from "vitest";
import { type Committee, faultsOfACommittee, termEnds } from "./committee.rule.ts";

const good: Committee = {
  of: "village",
  members: 5,
  women: 1,
  heads: 1,
  mixed: false,
  smallerPeoples: 0,
  electedOn: "2024-03-01",
};
const faults = (change: Partial<Committee>) => faultsOfACommittee({ ...good, ...change }, "2026-11-24");

test("第八条: three to nine members, one head, a woman among them, the smaller peoples where several live", () => {
  expect(faults({})).toEqual([]);
  for (const members of [3, 9]) expect(faults({ members })).toEqual([]);
  for (const members of [2, 10]) expect(faults({ members })).toEqual(["three to nine members"]);
  expect(faults({ heads: 2, women: 0 })).toEqual(["one head", "a woman among them"]);
  expect(faults({ mixed: true })).toEqual(["a member of the smaller peoples"]);
});

test("第九条: elected for three years, whose last day is the day before the third anniversary", () => {
  expect(termEnds("2023-11-25")).toBe("2026-11-24");
  expect(faults({ electedOn: "2023-11-25" })).toEqual([]);
  expect(faults({ electedOn: "2023-11-24" })).toEqual(["three years are over"]);
  expect(termEnds("2024-02-29")).toBe("2027-02-27");
  expect(faults({ electedOn: null })).toEqual(["elected"]);
});

test("第三十四条: townships and trades set theirs up without an election", () => {
  for (const of of ["township", "trade"] as const) expect(faults({ of, electedOn: null })).toEqual([]);
});
