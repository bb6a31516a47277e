import { describe, expect, it } from "vitest";
import { compareVersions, leadsThatChange } from "./compare-catalogues.rule.ts";
import { findCatalogueEntry, proposeDispatch } from "./dispatch-proposal.rule.ts";
import type { CatalogueItem, Duties, Duty, UnitFacts } from "./dispatch-shapes.ts";
import { faultsOfCatalogue } from "./faults-of-a-catalogue.rule.ts";
import { mayBeGiven } from "./township-duties.rule.ts";

const name = { zh: "示例", en: "example" };
const duty = (code: string, part: Duty["part"], categories: readonly string[], more: Partial<Duty> = {}): Duty => ({
  code,
  name,
  part,
  level: "township",
  categories,
  basis: "示例",
  ...more,
});
const duties: Duties = {
  version: 1,
  lines: [
    duty("1", "basic", ["streets"]),
    duty("2", "taken-back", ["streets.works"], { department: "works" }),
    duty("3", "assist", ["water"], { department: "works" }),
    duty("4", "basic", [], { urgency: ["danger"] }),
    duty("5", "basic", ["farms"], { places: ["410425101"], validTo: "2026-06-30" }),
  ],
};
const town: UnitFacts = { code: "town", name: "镇", parent: "centre", level: "township", place: "410425101" };
const facts = { category: "streets.lamps", kind: "complaint", urgency: "ordinary", day: "2026-06-30" };
const may = (role: "lead" | "support", change: Partial<typeof facts> & { category?: string | null } = {}) =>
  mayBeGiven(duties, town, role, { ...facts, ...change }).may;

describe("a township is not given what is not on its list", () => {
  it("leads what it must do and only supports what it assists", () => {
    expect([may("lead"), may("support")]).toEqual([true, true]);
    expect([may("lead", { category: "water" }), may("support", { category: "water" })]).toEqual([false, true]);
    expect([may("lead", { category: "schools" }), may("support", { category: "schools" })]).toEqual([false, false]);
  });
  it("gets nothing of what was taken back, though the branch is its own", () =>
    expect([may("lead", { category: "streets.works" }), may("support", { category: "streets.works" })]).toEqual([false, false]));
  it("goes first to any danger", () => expect(may("lead", { category: "schools", urgency: "danger" })).toBe(true));
  it("is judged by the lines of the day and of its own place", () => {
    expect(may("lead", { category: "farms" })).toBe(true);
    expect(may("lead", { category: "farms", day: "2026-07-01" })).toBe(false);
    expect(mayBeGiven(duties, { ...town, place: "410425102" }, "lead", { ...facts, category: "farms" }).may).toBe(false);
  });
  it("is not judged without a category or a list, nor is a county unit", () => {
    expect(may("lead", { category: null } as never)).toBe(true);
    expect(mayBeGiven(undefined, town, "lead", { ...facts, category: "schools" }).may).toBe(true);
    expect(mayBeGiven(duties, { level: "county" }, "lead", { ...facts, category: "schools" }).may).toBe(true);
  });
});

const item = (code: string, category: string, lead: string, more: Partial<CatalogueItem> = {}): CatalogueItem => ({
  code,
  name,
  category,
  level: "county",
  lead,
  supports: [],
  basis: "示例",
  ...more,
});
const centre: UnitFacts = { code: "centre", name: "中心", parent: null, level: "county" };
const works: UnitFacts = { code: "works", name: "工务局", parent: "centre", level: "county" };
const units = new Map([centre, works, town].map((unit) => [unit.code, unit]));

describe("a proposal beside the duty list", () => {
  const propose = (category: string) =>
    proposeDispatch(
      { ...facts, door: "portal", text: "", township: "410425101", category },
      { version: 1, rules: [] },
      { version: 1, duties, entries: ["streets.works", "water", "schools"].map((code) => item(code, code, "township-of-place")) },
      units,
    );
  it("goes to the department that the list names, or the centre, and says why", () => {
    expect(propose("streets.works")).toMatchObject({
      unit: "works",
      reason: { key: "dispatch.not-on-duty-list", facts: { unit: "镇", instead: "工务局" } },
      refused: [{ unit: "town" }],
    });
    expect(propose("water").unit).toBe("works");
    expect(propose("schools").unit).toBe("centre");
  });
});

describe("versions of a catalogue", () => {
  it("are read by the day", () => {
    const entries = [
      item("1", "water", "unit:centre", { validTo: "2026-06-30" }),
      item("2", "water", "unit:works", { validFrom: "2026-07-01" }),
    ];
    const lead = (day: string) => findCatalogueEntry({ version: 1, entries }, "water.pipes", day)?.lead;
    expect([lead("2026-06-30"), lead("2026-07-01")]).toEqual(["unit:centre", "unit:works"]);
  });
  it("are compared field by field, and say whose lead changes, down to categories without a line", () => {
    const before = [item("1", "water", "unit:centre"), item("2", "streets", "unit:works")];
    const after = [item("1", "water", "unit:works"), item("3", "schools", "unit:centre")];
    const compared = compareVersions(before, after);
    expect(compared.changed.map(({ fields }) => fields)).toEqual([[{ field: "lead", was: "unit:centre", now: "unit:works" }]]);
    expect([compared.added, compared.removed].map((lines) => lines.map(({ code }) => code))).toEqual([["3"], ["2"]]);
    expect(leadsThatChange(before, after, ["water.pipes", "streets"], "2026-01-01")).toEqual([
      { category: "water.pipes", was: "unit:centre", now: "unit:works" },
      { category: "streets", was: "unit:works", now: null },
    ]);
  });
  it("name every fault of a line", () => {
    const register = {
      categories: [{ code: "water", name }],
      units: [centre, works].map((unit) => ({ ...unit, shortName: unit.name })),
    };
    const faults = faultsOfCatalogue(
      [
        item("1", "water", "unit:works", { supports: ["unit:works"] }),
        item("1", "water", "unit:nobody"),
        item("2", "moon", "unit:works"),
        item("3", "water", "township-of-place", { validFrom: "2026-02-31" }),
      ],
      register,
      duties,
      [2, 3, 4, 5],
    );
    expect(faults.map(({ row, code }) => `${row} ${code}`)).toEqual([
      "2 lead-supports-itself",
      "3 code-twice",
      "3 unknown-unit",
      "3 overlapping-validity",
      "4 unknown-category",
      "5 date-unreadable",
      "5 overlapping-validity",
      "5 not-on-duty-list",
    ]);
  });
});
