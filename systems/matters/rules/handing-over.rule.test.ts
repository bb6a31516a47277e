import { describe, expect, test } from "vitest";
import type { Facts } from "./access.ts";
import { mayDo, type Reader, recused } from "./access.ts";
import { theLeadDoesNotSupportItself, theUnitComplainedOfIsNotGivenTheMatter, unitAbove } from "./handing-over.rule.ts";
import { MATTER_ACTS } from "./lifecycle.ts";

const unit = (id: string, parentId: string | null, level: string) => ({ id, name: id, parentId, level });
const units = new Map(
  [
    unit("centre", null, "county"),
    unit("housing", "centre", "county"),
    unit("town", "centre", "township"),
    unit("village", "town", "village"),
    unit("other", "centre", "township"),
  ].map((one) => [one.id, one]),
);
const facts = (more: Partial<Facts> = {}): Facts => ({
  id: "m",
  state: "accepted",
  kind: "complaint",
  leadUnit: null,
  supportUnits: [],
  receivedBy: "centre",
  townshipId: null,
  villageId: null,
  complainedPost: null,
  complainedUnit: null,
  secrecy: false,
  verifyNeeded: true,
  answeredBy: null,
  ...more,
});
const give =
  (known: Facts, ...ids: string[]) =>
  () =>
    theUnitComplainedOfIsNotGivenTheMatter(
      known,
      ids.map((id) => units.get(id)!),
      units,
    );
const clerk: Reader = {
  role: "app",
  person: "p",
  post: "post",
  units: ["housing"],
  places: [],
  scope: "county",
  rights: ["matters.receive", "matters.triage", "matters.dispatch", "matters.handle", "matters.verify", "matters.supervise"],
};

describe("the unit complained of is not given the matter", () => {
  test.each([
    ["举报", facts({ kind: "report", complainedUnit: "housing" })],
    ["whoever asked for secrecy", facts({ secrecy: true, complainedUnit: "housing" })],
  ])("%s", (_, known) => {
    expect(give(known, "housing")).toThrow("matters.unit-complained-of");
    expect(give(known, "town", "housing")).toThrow("matters.unit-complained-of");
    expect(give(known, "town")).not.toThrow();
  });
  test("nor are those who work for it, down the whole chain; neighbours are not its own", () => {
    expect(give(facts({ kind: "report", complainedUnit: "town" }), "village")).toThrow("matters.unit-complained-of");
    expect(give(facts({ kind: "report", complainedUnit: "other" }), "village")).not.toThrow();
    expect(give(facts({ kind: "report", complainedUnit: "centre" }), "housing")).toThrow("matters.unit-complained-of");
  });
  test("an open complaint may go to it: it answers for its own work", () =>
    expect(give(facts({ complainedUnit: "housing" }), "housing")).not.toThrow());
  test("where only words name it, nothing is refused by rule", () =>
    expect(give(facts({ kind: "report", complainedWords: "某某" }), "housing")).not.toThrow());
  test("retaliation is kept from who had the earlier matter in hand", () =>
    expect(give(facts({ retaliation: true, accusedUnits: ["town"], passedOver: ["housing"] }), "housing")).toThrow(
      "matters.unit-complained-of",
    ));
  test("the law stands behind the refusal", () => {
    expect(give(facts({ kind: "report", complainedUnit: "housing" }), "housing")).toThrow(
      expect.objectContaining({ article: "信访工作条例 第三十条" }),
    );
  });
});

describe("recused", () => {
  test("the officer complained of, always and from every act", () => {
    const known = facts({ complainedPost: "post", leadUnit: "housing" });
    expect(recused(clerk, known)).toBe(true);
    for (const act of MATTER_ACTS) expect(mayDo(clerk, known, act), act).toBe(false);
    expect(recused({ ...clerk, post: "another" }, known)).toBe(false);
  });
  test("whoever acts with another post but holds or stands in on the one complained of", () => {
    const known = facts({ complainedPost: "accused", leadUnit: "housing" });
    expect(recused({ ...clerk, allPosts: ["post", "accused"] }, known)).toBe(true);
    for (const act of MATTER_ACTS) expect(mayDo({ ...clerk, allPosts: ["post", "accused"] }, known, act), act).toBe(false);
    expect(recused({ ...clerk, allPosts: ["post", "third"] }, known)).toBe(false);
  });
  test("the unit complained of, where it is 举报 or secrecy was asked", () => {
    expect(recused(clerk, facts({ kind: "report", complainedUnit: "housing" }))).toBe(true);
    expect(recused(clerk, facts({ secrecy: true, complainedUnit: "housing" }))).toBe(true);
    expect(recused(clerk, facts({ complainedUnit: "housing" }))).toBe(false);
    expect(recused(clerk, facts({ kind: "report", complainedUnit: "town" }))).toBe(false);
  });
  test("never the resident who complained", () => {
    const resident: Reader = { role: "portal", units: ["housing"], places: [], scope: "none", rights: [], matters: ["m"] };
    expect(recused(resident, facts({ secrecy: true, complainedUnit: "housing" }))).toBe(false);
  });
});

test("a lead does not support itself", () => {
  expect(() => theLeadDoesNotSupportItself(units.get("town")!, [units.get("town")!])).toThrow("matters.lead-supports-itself");
  expect(() => theLeadDoesNotSupportItself(units.get("town")!, [units.get("other")!])).not.toThrow();
});
test("above a village stands its township, above a township and a department the county centre", () => {
  const centre = units.get("centre")!;
  expect(["village", "town", "housing", "centre", null].map((id) => unitAbove(units, id, centre)?.id)).toEqual([
    "town",
    "centre",
    "centre",
    "centre",
    "centre",
  ]);
});
