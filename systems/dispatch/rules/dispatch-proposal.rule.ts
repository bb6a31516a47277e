import type {
  Catalogue,
  CatalogueEntry,
  DispatchRule,
  DispatchWhen,
  Duties,
  Level,
  RuleBook,
  Target,
  UnitFacts,
} from "./dispatch-shapes.ts";
import { matcherOf } from "./match.rule.ts";
import { mayBeGiven } from "./township-duties.rule.ts";
import { validOn } from "./valid-on-a-day.ts";

/** A complaint's object as the reporter gave it; `unit` is a code, `words` what could not be matched. */
export interface ComplainedAbout {
  readonly unit?: string;
  readonly post?: string;
  readonly words?: string;
}

/** Why a unit is proposed: a key of the dictionaries and the facts that fill its sentence. */
export interface Reason {
  readonly key: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What dispatch looks at, in the codes of whoever asks; place codes are of 9 (township) and 12 digits (village). */
export interface DispatchFacts {
  readonly kind: string | null;
  readonly category: string | null;
  readonly urgency: string;
  readonly door: string;
  readonly text: string;
  readonly township?: string;
  readonly village?: string;
  readonly complainedAbout?: ComplainedAbout;
  readonly secrecyAsked?: boolean;
  /** The day by which catalogue and duties are read; lines of every day where absent. */
  readonly day?: string;
  /** When it was received; a rule about time matches nothing without it. */
  readonly receivedAt?: Date;
}

export interface RefusedUnit {
  readonly unit: string;
  readonly reason: Reason;
}

/** `unit` null: nobody may be proposed, a person decides. `refusedPosts` may never be given the matter, whatever the unit. */
export interface DispatchProposal {
  readonly unit: string | null;
  readonly supports: readonly string[];
  readonly level: Level;
  readonly rule: { readonly id: string; readonly name: string; readonly version: number };
  readonly catalogueVersion: number;
  readonly reason: Reason;
  readonly refused: readonly RefusedUnit[];
  readonly refusedPosts: readonly string[];
}

export type Units = ReadonlyMap<string, UnitFacts>;

/** Does the matter meet the rule's condition; `line` is the catalogue's line of its category. */
export const ruleMatches = (when: DispatchWhen, facts: DispatchFacts, line?: CatalogueEntry): boolean =>
  matcherOf(when)(facts, line);

/** The catalogue's line of a category that holds on the day (`yyyy-mm-dd`), else its parent's. */
export function findCatalogueEntry(catalogue: Catalogue, category: string | null, day?: string): CatalogueEntry | undefined {
  if (category === null) return undefined;
  const of = (code: string | undefined) => catalogue.entries.find((entry) => entry.category === code && validOn(entry, day));
  return of(category) ?? of(category.split(".")[0]);
}

interface Found {
  readonly centre: string | null;
  readonly byPlace: ReadonlyMap<string, string>;
}
const lookups = new WeakMap<Units, Found>();

function lookup(units: Units): Found {
  const known = lookups.get(units);
  if (known) return known;
  const byPlace = new Map<string, string>();
  for (const unit of units.values()) if (unit.place && !byPlace.has(unit.place)) byPlace.set(unit.place, unit.code);
  const centre = [...units.values()].find((unit) => unit.parent === null && unit.level === "county")?.code ?? null;
  const found = { centre, byPlace };
  lookups.set(units, found);
  return found;
}

const countyCentre = (units: Units): string | null => lookup(units).centre;
const unitOfPlace = (units: Units, place: string | undefined): string | undefined =>
  place === undefined ? undefined : lookup(units).byPlace.get(place);

function resolveTarget(target: Target, facts: DispatchFacts, units: Units): string | null {
  if (target.startsWith("unit:")) return units.has(target.slice(5)) ? target.slice(5) : countyCentre(units);
  const township = unitOfPlace(units, facts.township);
  if (target === "village-of-place") return unitOfPlace(units, facts.village) ?? township ?? countyCentre(units);
  return township ?? countyCentre(units);
}

/** The unit that the reporter complains of, also where only its usual name was said. */
export function complainedUnit(about: ComplainedAbout | undefined, units: Units): UnitFacts | undefined {
  if (about?.unit) return units.get(about.unit);
  const words = about?.words;
  if (!words) return undefined;
  const named = [...units.values()].filter((unit) =>
    [unit.name, ...(unit.alsoCalled ?? [])].some((name) => name.length > 1 && words.includes(name)),
  );
  return named.sort((a, b) => b.name.length - a.name.length)[0];
}

const mustNotKnow = (facts: DispatchFacts): boolean => facts.kind === "report" || facts.secrecyAsked === true;
/** A village does not look into its own township. */
const answersTo = (unit: string, above: UnitFacts, units: Units): boolean =>
  unit === above.code || (above.level === "township" && units.get(unit)?.parent === above.code);

const offTheList = (unit: string, role: "lead" | "support", units: Units, instead?: string): RefusedUnit => ({
  unit,
  reason: {
    key: role === "lead" ? "dispatch.not-on-duty-list" : "dispatch.support-not-on-duty-list",
    facts: { unit: units.get(unit)?.name ?? unit, ...(instead && { instead: units.get(instead)?.name ?? instead }) },
  },
});

/** Where a township or village may not lead: a village's township where that may, else the department named, else the county centre. */
function insteadOf(
  unit: string,
  facts: DispatchFacts,
  units: Units,
  duties: Duties | undefined,
  supports: readonly Target[],
): { unit: string; reason: Reason } | undefined {
  const answer = mayBeGiven(duties, units.get(unit)!, "lead", facts);
  if (answer.may) return undefined;
  const parent = units.get(units.get(unit)?.parent ?? "");
  const upper = parent?.level === "township" ? mayBeGiven(duties, parent, "lead", facts) : undefined;
  const named = [answer.line?.department, upper?.line?.department, ...supports.map((target) => target.replace(/^unit:/, ""))];
  const department = named.find((code) => code !== undefined && units.get(code)?.level === "county");
  const next = upper?.may ? parent?.code : (department ?? countyCentre(units) ?? undefined);
  return next ? { unit: next, reason: offTheList(unit, "lead", units, next).reason } : undefined;
}

/**
 * Who should handle a matter: the first rule that matches, through the catalogue where the rule says so. A unit that the reporter
 * complains of never gets a report, nor a matter for which secrecy was asked: the unit above it is proposed instead. A township or village
 * that is not to be given the matter by its duty list stands aside for the department that the list or the catalogue names.
 */
export function proposeDispatch(facts: DispatchFacts, book: RuleBook, catalogue: Catalogue, units: Units): DispatchProposal {
  const { duties } = catalogue;
  const line = findCatalogueEntry(catalogue, facts.category, facts.day);
  const rule = book.rules.find((candidate) => ruleMatches(candidate.when, facts, line));
  const entry = rule?.then.unit === "catalogue" || rule === undefined ? line : undefined;
  const target = rule && rule.then.unit !== "catalogue" ? rule.then.unit : entry?.lead;
  const wanted = target === undefined ? countyCentre(units) : resolveTarget(target, facts, units);
  const about = mustNotKnow(facts) ? complainedUnit(facts.complainedAbout, units) : undefined;
  const barred = (unit: string): boolean => about !== undefined && answersTo(unit, about, units);

  const refused: RefusedUnit[] = [];
  const refuse = (unit: string): void =>
    void refused.push({
      unit,
      reason: {
        key: facts.kind === "report" ? "dispatch.refused-report" : "dispatch.refused-secrecy",
        facts: { unit: units.get(unit)?.name ?? unit },
      },
    });
  let unit = wanted;
  if (unit !== null && barred(unit)) {
    refuse(unit);
    unit = about?.parent ?? null;
  }
  const instead =
    unit === null || barred(unit)
      ? undefined
      : insteadOf(unit, facts, units, duties, entry?.supports ?? rule?.then.supports ?? []);
  if (instead && unit !== null) {
    refused.push({ unit, reason: instead.reason });
    unit = barred(instead.unit) ? (about?.parent ?? null) : instead.unit;
  }
  const called = [...(rule?.then.supports ?? []), ...(entry?.supports ?? [])].map((support) =>
    resolveTarget(support, facts, units),
  );
  const supports = [...new Set(called)].filter(
    (support): support is string => support !== null && support !== unit && support !== countyCentre(units),
  );
  const off = supports.filter((support) => !mayBeGiven(duties, units.get(support)!, "support", facts).may);
  for (const support of off)
    if (!refused.some((seen) => seen.unit === support)) refused.push(offTheList(support, "support", units));
  for (const support of supports.filter((candidate) => barred(candidate) && !refused.some((seen) => seen.unit === candidate)))
    refuse(support);

  return {
    unit,
    supports: supports.filter((support) => !barred(support) && !off.includes(support)),
    level: (unit ? units.get(unit)?.level : undefined) ?? "county",
    rule: { id: rule?.id ?? "none", name: rule?.name ?? "", version: book.version },
    catalogueVersion: catalogue.version,
    reason: instead?.reason ?? reasonOf(rule, entry, facts, unit === wanted),
    refused,
    refusedPosts: facts.complainedAbout?.post ? [facts.complainedAbout.post] : [],
  };
}

function reasonOf(
  rule: DispatchRule | undefined,
  entry: CatalogueEntry | undefined,
  facts: DispatchFacts,
  asWanted: boolean,
): Reason {
  if (!asWanted) return { key: "dispatch.unit-above", facts: { rule: rule?.name ?? "" } };
  if (rule && rule.then.unit !== "catalogue") return { key: "dispatch.by-rule", facts: { rule: rule.name, reason: rule.reason } };
  if (!entry) return { key: "dispatch.no-category", facts: {} };
  const placeMissing = facts.township === undefined && /-of-place$/.test(entry.lead);
  return {
    key: placeMissing ? "dispatch.place-unknown" : "dispatch.by-catalogue",
    facts: { category: entry.category, basis: entry.basis },
  };
}

export interface PastMatter extends DispatchFacts {
  readonly id: string;
}

export interface RulesCompared {
  readonly tried: number;
  readonly same: number;
  readonly changed: readonly {
    readonly id: string;
    readonly was: string | null;
    readonly now: string | null;
    readonly rule: string;
  }[];
  readonly load: readonly { readonly unit: string; readonly was: number; readonly now: number }[];
}

/** Who would have got what: the same past matters under two rule books. `changed` names the rule of the second that decided. */
export function tryRulesOnPast(
  matters: readonly PastMatter[],
  on: RuleBook,
  draft: RuleBook,
  catalogue: Catalogue,
  units: Units,
): RulesCompared {
  const load = new Map<string, { was: number; now: number }>();
  const count = (unit: string | null, side: "was" | "now"): void => {
    const key = unit ?? "";
    const line = load.get(key) ?? { was: 0, now: 0 };
    line[side]++;
    load.set(key, line);
  };
  const changed: RulesCompared["changed"][number][] = [];
  for (const matter of matters) {
    const was = proposeDispatch(matter, on, catalogue, units).unit;
    const now = proposeDispatch(matter, draft, catalogue, units);
    count(was, "was");
    count(now.unit, "now");
    if (was !== now.unit) changed.push({ id: matter.id, was, now: now.unit, rule: now.rule.id });
  }
  return {
    tried: matters.length,
    same: matters.length - changed.length,
    changed,
    load: [...load].map(([unit, line]) => ({ unit, ...line })).sort((a, b) => b.now - a.now || a.unit.localeCompare(b.unit)),
  };
}
