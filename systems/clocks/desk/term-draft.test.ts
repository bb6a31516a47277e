import { expect, it } from "vitest";
import { Term } from "../contract.ts";
import { draftOf, termOf } from "./term-draft.ts";

const term = Term.parse({
  term: "TJ",
  version: 2,
  name: "调解",
  length: 30,
  unit: "working days",
  basis: "条例第1条",
  pauses: [{ ground: "appraisal", name: "鉴定", englishName: "an appraisal", basis: "条例第2条" }],
  extension: { times: "once", most: 10, approver: "主任岗", englishApprover: "head", residentTold: false, basis: "条例第3条" },
});

it("a term goes through its form unchanged", () => {
  expect(termOf(term, draftOf(term))).toEqual({ term, missing: [], unfit: [] });
});

it("a new ground gets a code of its own, a known one keeps it, a line without a basis is sent back", () => {
  const found = termOf(term, { ...draftOf(term), pauses: "鉴定；条例第2条\n听证;条例第4条" });
  expect(found.term?.pauses.map((one) => [one.ground, one.name, one.basis])).toEqual([
    ["appraisal", "鉴定", "条例第2条"],
    ["ground-a", "听证", "条例第4条"],
  ]);
  expect(termOf(term, { ...draftOf(term), pauses: "听证" })).toMatchObject({ term: null, unfit: ["听证"] });
});

it("what must be filled is named", () => {
  expect(termOf(term, { ...draftOf(term), name: " ", length: null, approver: "" }).missing).toEqual([
    "name",
    "length",
    "approver",
  ]);
  expect(termOf(term, { ...draftOf(term), times: "none", approver: "" }).term?.extension).toBeNull();
});
