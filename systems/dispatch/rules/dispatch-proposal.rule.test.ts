import { describe, expect, it } from "vitest";
import { type DispatchFacts, proposeDispatch, tryRulesOnPast } from "./dispatch-proposal.rule.ts";
import type { Catalogue, RuleBook, UnitFacts } from "./dispatch-shapes.ts";

const unit = (code: string, parent: string | null, level: UnitFacts["level"], place?: string): UnitFacts => ({
  code,
  name: code,
  parent,
  level,
  place,
  alsoCalled: code === "city" ? ["城管局"] : [],
});
const units = new Map(
  [
    unit("centre", null, "county", "410425"),
    unit("city", "centre", "county"),
    unit("works", "centre", "county"),
    unit("town", "centre", "township", "410425101"),
    unit("village", "town", "village", "410425101202"),
  ].map((each) => [each.code, each]),
);
const catalogue: Catalogue = {
  version: 3,
  entries: [
    { category: "streets", level: "county", lead: "unit:city", supports: ["township-of-place"], basis: "示例" },
    { category: "streets.lamps", level: "township", lead: "township-of-place", supports: ["unit:works"], basis: "示例" },
    { category: "quarrels", level: "village", lead: "village-of-place", supports: [], basis: "示例" },
  ],
};
const rule = (id: string, when: RuleBook["rules"][number]["when"], to: string): RuleBook["rules"][number] => ({
  id,
  name: id,
  when,
  then: { unit: to },
  owner: "post",
  reason: "示例",
});
const book: RuleBook = {
  version: 7,
  rules: [
    rule("danger", { urgency: ["danger"] }, "township-of-place"),
    rule("words", { words: ["流动摊"], kinds: ["complaint"] }, "unit:works"),
    rule("rest", {}, "catalogue"),
  ],
};
const facts: DispatchFacts = {
  kind: "complaint",
  category: "streets.lamps",
  urgency: "ordinary",
  door: "portal",
  text: "路灯不亮",
  township: "410425101",
  village: "410425101202",
};
const propose = (change: Partial<DispatchFacts> = {}) => proposeDispatch({ ...facts, ...change }, book, catalogue, units);

describe("a dispatch proposal", () => {
  it("follows the catalogue's own line of the category", () =>
    expect(propose()).toMatchObject({
      unit: "town",
      supports: ["works"],
      level: "township",
      rule: { id: "rest", version: 7 },
      catalogueVersion: 3,
    }));
  it("follows the parent where the category has no line", () =>
    expect(propose({ category: "streets.stalls" })).toMatchObject({ unit: "city", supports: ["town"] }));
  it("is decided by the first rule that matches", () =>
    expect(propose({ urgency: "danger", text: "流动摊着火" }).rule.id).toBe("danger"));
  it("needs every condition of a rule", () => {
    expect(propose({ text: "流动摊" }).unit).toBe("works");
    expect(propose({ text: "流动摊", kind: "suggestion" }).unit).toBe("town");
  });
  it("goes to the county centre where the place or the category is unknown", () => {
    expect(propose({ township: undefined, village: undefined })).toMatchObject({
      unit: "centre",
      reason: { key: "dispatch.place-unknown" },
    });
    expect(propose({ category: null }).unit).toBe("centre");
  });
  it("goes to the township where the village has no committee of its own here", () =>
    expect(propose({ category: "quarrels", village: "410425101999" }).unit).toBe("town"));
  it("never names the same unit as lead and support", () =>
    expect(propose({ category: "streets", urgency: "danger" }).supports).not.toContain("town"));
});

describe("the complained-about", () => {
  it("does not get a report, nor a matter for which secrecy was asked: the unit above does", () => {
    for (const change of [{ kind: "report" }, { secrecyAsked: true }] as const) {
      const proposal = propose({ ...change, complainedAbout: { unit: "town" } });
      expect(proposal.unit).toBe("centre");
      expect(proposal.refused.map((each) => each.unit)).toEqual(["town"]);
    }
  });
  it("does get an open complaint about itself", () => expect(propose({ complainedAbout: { unit: "town" } }).unit).toBe("town"));
  it("is recognised by its usual name", () =>
    expect(propose({ kind: "report", category: "streets", complainedAbout: { words: "城管局的人" } })).toMatchObject({
      unit: "centre",
      refused: [{ unit: "city" }],
    }));
  it("is not looked into by a village under it", () =>
    expect(propose({ kind: "report", category: "quarrels", complainedAbout: { unit: "town" } })).toMatchObject({
      unit: "centre",
    }));
  it("does not support either", () =>
    expect(propose({ kind: "report", complainedAbout: { unit: "works" } })).toMatchObject({
      unit: "town",
      supports: [],
      refused: [{ unit: "works" }],
    }));
  it("leaves it to a person where nobody stands above", () =>
    expect(propose({ kind: "report", township: undefined, complainedAbout: { unit: "centre" } }).unit).toBeNull());
  it("never gives it to that officer, whatever the kind", () =>
    expect(propose({ complainedAbout: { post: "town.handle" } }).refusedPosts).toEqual(["town.handle"]));
});

describe("rules tried on past matters", () => {
  it("say who would have got what, and by which rule", () => {
    const draft: RuleBook = { version: 8, rules: [rule("lamps", { categories: ["streets.lamps"] }, "unit:city"), ...book.rules] };
    const past = [
      { ...facts, id: "a" },
      { ...facts, id: "b", category: "quarrels" },
    ];
    expect(tryRulesOnPast(past, book, draft, catalogue, units)).toEqual({
      tried: 2,
      same: 1,
      changed: [{ id: "a", was: "town", now: "city", rule: "lamps" }],
      load: [
        { unit: "city", was: 0, now: 1 },
        { unit: "village", was: 1, now: 1 },
        { unit: "town", was: 1, now: 0 },
      ],
    });
  });
});
