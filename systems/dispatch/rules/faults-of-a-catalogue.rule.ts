import type { CatalogueItem, Duties, Duty, UnitFacts } from "./dispatch-shapes.ts";
import { mayBeGiven } from "./township-duties.rule.ts";
import { overlap } from "./valid-on-a-day.ts";

/** What the lines may name. */
export interface Register {
  readonly categories: readonly { readonly code: string; readonly name: { readonly zh: string; readonly en: string } }[];
  readonly units: readonly (UnitFacts & { readonly shortName: string })[];
}

export const FAULTS = [
  "code-missing",
  "code-twice",
  "name-missing",
  "unknown-category",
  "unknown-unit",
  "lead-missing",
  "lead-supports-itself",
  "overlapping-validity",
  "last-day-before-first",
  "date-unreadable",
  "level-unknown",
  "part-unknown",
  "not-on-duty-list",
  "basis-missing",
] as const;
export interface Fault {
  /** Row of the sheet as Excel counts; absent where the line was written on screen. */
  readonly row?: number;
  readonly line: string;
  readonly code: (typeof FAULTS)[number];
  readonly what: string;
}

type Rows = readonly (number | undefined)[];
const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

function faultsOfDays(line: CatalogueItem | Duty): { code: Fault["code"]; what: string }[] {
  const wrong = [line.validFrom, line.validTo].find((day) => day && !isDay(day));
  if (wrong) return [{ code: "date-unreadable", what: wrong }];
  if (line.validFrom && line.validTo && line.validTo < line.validFrom)
    return [{ code: "last-day-before-first", what: `${line.validFrom} – ${line.validTo}` }];
  return [];
}

const common = (line: CatalogueItem | Duty, all: readonly (CatalogueItem | Duty)[]): { code: Fault["code"]; what: string }[] => [
  ...(line.code ? [] : [{ code: "code-missing" as const, what: line.name.zh }]),
  ...(line.name.zh ? [] : [{ code: "name-missing" as const, what: line.code }]),
  ...(line.basis ? [] : [{ code: "basis-missing" as const, what: line.code }]),
  ...(line.code && all.find((other) => other.code === line.code) !== line
    ? [{ code: "code-twice" as const, what: line.code }]
    : []),
  ...faultsOfDays(line),
];

/** All that keeps a catalogue from being proposed. `rows[i]`: the sheet's row of `items[i]`. */
export function faultsOfCatalogue(
  items: readonly CatalogueItem[],
  register: Register,
  duties?: Duties,
  rows: Rows = [],
): Fault[] {
  const categories = new Set(register.categories.map(({ code }) => code));
  const units = new Set(register.units.map(({ code }) => code));
  const known = (target: string) => target.endsWith("-of-place") || (target.startsWith("unit:") && units.has(target.slice(5)));
  const townshipMay = (item: CatalogueItem, target: string, role: "lead" | "support") =>
    !target.endsWith("-of-place") ||
    mayBeGiven(duties, { level: target.startsWith("village") ? "village" : "township" }, role, {
      category: item.category,
      kind: item.category.startsWith("dispute") ? "dispute" : null,
      urgency: "ordinary",
      day: item.validFrom,
    }).may;
  return items.flatMap((item, index) => {
    const found = common(item, items);
    if (!categories.has(item.category)) found.push({ code: "unknown-category", what: item.category });
    if (!item.lead) found.push({ code: "lead-missing", what: item.code });
    for (const target of [item.lead, ...item.supports])
      if (target && !known(target)) found.push({ code: "unknown-unit", what: target.replace(/^unit:/, "") });
    if (item.supports.includes(item.lead)) found.push({ code: "lead-supports-itself", what: item.lead });
    if (categories.has(item.category)) {
      const twin = items.slice(0, index).find((other) => other.category === item.category && overlap(other, item));
      if (twin) found.push({ code: "overlapping-validity", what: twin.code });
      if (item.lead && !townshipMay(item, item.lead, "lead")) found.push({ code: "not-on-duty-list", what: item.lead });
      for (const support of item.supports)
        if (!townshipMay(item, support, "support")) found.push({ code: "not-on-duty-list", what: support });
    }
    return found.map((fault) => ({ ...fault, line: item.code || item.name.zh, row: rows[index] }));
  });
}

/** All that keeps a duty list from being proposed. */
export function faultsOfDuties(lines: readonly Duty[], register: Register, rows: Rows = []): Fault[] {
  const categories = new Set(register.categories.map(({ code }) => code));
  const units = new Set(register.units.map(({ code }) => code));
  return lines.flatMap((line, index) => {
    const found = common(line, lines);
    for (const category of line.categories)
      if (!categories.has(category)) found.push({ code: "unknown-category", what: category });
    if (line.department && !units.has(line.department)) found.push({ code: "unknown-unit", what: line.department });
    return found.map((fault) => ({ ...fault, line: line.code || line.name.zh, row: rows[index] }));
  });
}
