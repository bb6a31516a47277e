import { describe, expect, test } from "vitest";
import type { Facts, Reader } from "./access.ts";
import { CHAINS, chainOf } from "./chains.rule.ts";
import { chainsOpenTo } from "./chains-open.rule.ts";

const facts = (more: Partial<Facts> = {}): Facts => ({
  id: "m",
  state: "handling",
  kind: "complaint",
  leadUnit: "town",
  supportUnits: [],
  receivedBy: "town",
  townshipId: null,
  villageId: null,
  complainedPost: null,
  complainedUnit: null,
  secrecy: false,
  verifyNeeded: true,
  answeredBy: null,
  ...more,
});
const officer: Reader = {
  role: "app",
  person: "p",
  post: "post",
  units: ["town"],
  places: [],
  scope: "units",
  rights: ["matters.read", "matters.handle"],
};

describe("acts in one go", () => {
  test("are known by their acts and their order", () => {
    for (const [name, acts] of Object.entries(CHAINS)) expect(chainOf(acts)).toBe(name);
    expect(chainOf(["close", "answer"])).toBeUndefined();
    expect(chainOf(["answer"])).toBeUndefined();
  });

  test("answer and close is open where nobody else must verify", () => {
    expect(chainsOpenTo(officer, facts(), false)).toEqual(["answer-close"]);
  });

  test("the second pair of eyes is never taken away", () => {
    expect(chainsOpenTo(officer, facts(), true)).toEqual([]);
    const verifierToo = { ...officer, rights: [...officer.rights, "matters.verify"] };
    expect(chainsOpenTo(verifierToo, facts(), true)).toEqual([]);
  });

  test("start from the state the matter is in", () => {
    expect(chainsOpenTo(officer, facts({ state: "dispatched" }), false)).toEqual(["sign-answer", "sign-answer-close"]);
    expect(chainsOpenTo(officer, facts({ state: "dispatched" }), true)).toEqual(["sign-answer"]);
    expect(chainsOpenTo(officer, facts({ state: "closed" }), false)).toEqual([]);
  });

  test("whoever is complained of does none of them", () => {
    expect(chainsOpenTo(officer, facts({ complainedPost: "post" }), false)).toEqual([]);
  });
});
