import chineseDays from "chinese-days";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Term } from "../../systems/clocks/contract.ts";
import { faultsOfCatalogue, faultsOfDuties } from "../../systems/dispatch/rules/faults-of-a-catalogue.rule.ts";
import { KINDS } from "../../systems/matters/rules/lifecycle.ts";
import {
  accountShape,
  catalogueEntryShape,
  categoryShape,
  destinationShape,
  dispatchRuleShape,
  dutyShape,
  groundShape,
  handBackShape,
  knowledgeShape,
  lexiconShape,
  postShape,
  replyTemplateShape,
  termShape,
  unitShape,
  yearCalendarShape,
} from "../template/shapes.ts";
import { statutoryTerms } from "../template/statutory-terms.table.ts";
import { calendars } from "./calendars.table.ts";
import { catalogue } from "./catalogue.table.ts";
import { categories } from "./categories.table.ts";
import { dispatchRules } from "./dispatch-rules.table.ts";
import { duties } from "./duties.table.ts";
import { knowledge } from "./knowledge.table.ts";
import { lexicon } from "./lexicon.table.ts";
import { localTerms } from "./local-terms.table.ts";
import { destinations, grounds, handBackReasons, replyTemplates } from "./replies.table.ts";
import { terms } from "./terms.table.ts";
import { countyUnits, demoAccounts, postsOf, townshipUnits, villageUnits } from "./units.table.ts";

const townships = townshipUnits([
  { code: "410425101", name: "冢头镇" },
  { code: "410425001", name: "龙山街道" },
]);
const villages = villageUnits([{ code: "410425101202", name: "东街村民委员会" }]);
const units = [...countyUnits, ...townships, ...villages];
const unitCodes = new Set(units.map((unit) => unit.code));
const categoryCodes = new Set(categories.map((category) => category.code));
const unitOf = (target: string) => (target.startsWith("unit:") ? target.slice(5) : undefined);

const unique = (codes: readonly string[]) => expect(codes.length).toBe(new Set(codes).size);

describe("the county's own data", () => {
  it("has the shape that every county fills", () => {
    z.array(categoryShape).parse(categories);
    z.array(unitShape).parse(units);
    z.array(postShape).parse(units.flatMap(postsOf));
    z.array(accountShape).parse(demoAccounts);
    z.array(catalogueEntryShape).parse(catalogue.entries);
    z.array(dutyShape).parse(duties.lines);
    z.array(dispatchRuleShape).parse(dispatchRules.rules);
    z.array(termShape).parse(terms);
    z.array(replyTemplateShape).parse(replyTemplates);
    z.array(groundShape).parse(grounds);
    z.array(handBackShape).parse(handBackReasons);
    z.array(destinationShape).parse(destinations);
    z.array(yearCalendarShape).parse(calendars);
    z.array(knowledgeShape).parse(knowledge);
    lexiconShape.parse(lexicon);
  });

  it("uses each code once", () => {
    unique(categories.map((category) => category.code));
    unique(units.map((unit) => unit.code));
    unique(units.flatMap(postsOf).map((post) => post.code));
    unique(catalogue.entries.map((entry) => entry.category));
    unique(dispatchRules.rules.map((rule) => rule.id));
    unique(terms.map((term) => term.code));
    unique(replyTemplates.map((template) => template.code));
  });

  it("gives every second-level category a parent, words, and someone who leads it", () => {
    const leads = new Set(catalogue.entries.map((entry) => entry.category));
    for (const { code, parent, words } of categories) {
      if (parent === null) continue;
      expect(categoryCodes.has(parent), code).toBe(true);
      expect(Object.keys(words).length, code).toBeGreaterThanOrEqual(5);
      expect(leads.has(code) || leads.has(parent), code).toBe(true);
    }
    expect(categories.filter((category) => category.parent === null).length).toBeGreaterThanOrEqual(18);
  });

  it("names only units, categories and posts that exist", () => {
    const postCodes = new Set(units.flatMap(postsOf).map((post) => post.code));
    for (const entry of catalogue.entries) {
      expect(categoryCodes.has(entry.category), entry.category).toBe(true);
      for (const target of [entry.lead, ...entry.supports])
        if (unitOf(target)) expect(unitCodes.has(unitOf(target)!), target).toBe(true);
    }
    for (const rule of dispatchRules.rules) {
      for (const category of rule.when.categories ?? []) expect(categoryCodes.has(category), category).toBe(true);
      for (const target of [rule.then.unit, ...(rule.then.supports ?? [])])
        if (unitOf(target)) expect(unitCodes.has(unitOf(target)!), target).toBe(true);
      expect(postCodes.has(rule.owner)).toBe(true);
    }
    for (const account of demoAccounts) for (const post of account.posts) expect(postCodes.has(post), post).toBe(true);
    for (const unit of units) if (unit.parent) expect(unitCodes.has(unit.parent), unit.code).toBe(true);
  });

  it("has a catalogue of ≥ 60 items and ≥ 40 rules in which nothing is wrong, also by the duty list", () => {
    const register = { categories, units: units.map((unit) => ({ ...unit, name: unit.name.zh })) };
    expect(catalogue.entries.length).toBeGreaterThanOrEqual(60);
    expect(dispatchRules.rules.length).toBeGreaterThanOrEqual(40);
    expect(faultsOfCatalogue(catalogue.entries as never, register, duties)).toEqual([]);
    expect(faultsOfDuties(duties.lines, register)).toEqual([]);
  });

  it("ends with a rule that always matches", () => {
    expect(dispatchRules.rules.at(-1)?.when).toEqual({});
  });

  it("keeps at least 25 answers, each with an owner, an end date and no telephone number or sum of money", () => {
    expect(knowledge.length).toBeGreaterThanOrEqual(25);
    for (const { code, category, owner, answer } of knowledge) {
      expect(categoryCodes.has(category), code).toBe(true);
      expect(unitCodes.has(owner), code).toBe(true);
      expect(answer, code).not.toMatch(/\d{5,}|\d+\s*元/);
      expect(answer, code).toContain("示例");
    }
  });

  it("lets a reply template name only variables that the product fills", () => {
    for (const template of replyTemplates)
      for (const text of Object.values(template.body))
        expect(
          [...text.matchAll(/\{\{(\w+)\}\}/g)]
            .map(([, name]) => name)
            .filter((name) => !template.variables.includes(name as never)),
          template.code,
        ).toEqual([]);
  });

  it("has a term for every kind and every step, and says where each comes from", () => {
    for (const kind of KINDS)
      expect(
        terms.some((term) => term.kind === kind && term.act === "answer"),
        kind,
      ).toBe(true);
    for (const act of ["accept", "sign", "answer", "verify"])
      expect(
        terms.some((term) => term.act === act),
        act,
      ).toBe(true);
    for (const term of terms) expect(term.basis, term.code).toMatch(/示例|规定|条例/);
  });

  it("names demonstration accounts by post, never by a person", () => {
    for (const { displayName } of demoAccounts) expect(displayName.zh).toMatch(/岗/);
  });
});

describe("terms of law", () => {
  const otherTerms = [...statutoryTerms, ...localTerms];
  it("have the clocks' own shape, one code each, and none that the county's own terms use", () => {
    z.array(Term).parse(otherTerms);
    unique([...otherTerms.map((term) => term.term), ...terms.map((term) => term.code)]);
  });

  it("let a petition stand still for the hearing of a second review only, and extend only its deciding, once by 30 days", () => {
    const petitions = statutoryTerms.filter((term) => term.term.startsWith("XF-"));
    expect(petitions).toHaveLength(10);
    expect(
      petitions.filter((term) => term.pauses.length > 0).map((term) => [term.term, term.pauses.map((one) => one.ground)]),
    ).toEqual([["XF-RECHECK-30", ["hearing"]]]);
    expect(
      petitions.filter((term) => term.extension).map((term) => [term.term, term.extension?.times, term.extension?.most]),
    ).toEqual([["XF-HANDLE-60", "once", 30]]);
  });
});

describe("the calendar of public holidays", () => {
  const weekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const everyDay = (year: number) =>
    Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10)).filter((day) =>
      day.startsWith(String(year)),
    );

  it.each([2007, 2013, 2020, 2025, 2026])("agrees with chinese-days on every day of %i", (year) => {
    const kindOf = new Map(calendars.flatMap((calendar) => calendar.days.map(({ day, kind }) => [day, kind])));
    const worked = (day: string) => (kindOf.has(day) ? kindOf.get(day) === "make-up workday" : !weekend(day));
    expect(everyDay(year).filter((day) => worked(day) !== chineseDays.isWorkday(day))).toEqual([]);
  });

  it("works only weekend days for a holiday, and names each day once", () => {
    const days = calendars.flatMap((calendar) => calendar.days);
    for (const { day, kind } of days) if (kind === "make-up workday") expect(weekend(day), day).toBe(true);
    unique(days.map((one) => one.day));
  });

  it("does not pretend to know 2027", () => {
    expect(calendars.find((calendar) => calendar.year === 2027)).toMatchObject({ published: false, days: [] });
  });
});
