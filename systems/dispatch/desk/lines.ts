import { compareVersions } from "../rules/compare-catalogues.rule.ts";
import type { CatalogueItem, Duty } from "../rules/dispatch-shapes.ts";
import { validOn } from "../rules/valid-on-a-day.ts";

export type Line = CatalogueItem | Duty;

/** Tells a line from others also where a code stands twice, which a draft may hold until it is put right. */
export const keyOf = (line: Line): string => JSON.stringify([line.code, line.name.zh, line.validFrom, line.validTo]);

export interface LineFilter {
  readonly words: string;
  readonly unit: string;
  readonly category: string;
  readonly level: string;
  readonly part: string;
  /** The day on which a line must hold; empty: any. */
  readonly day: string;
}
export const NO_FILTER: LineFilter = { words: "", unit: "", category: "", level: "", part: "", day: "" };

/** How many lines were added, taken out or changed; a changed code counts as both. */
export function changesBetween(kept: readonly Line[], lines: readonly Line[]): number {
  if (kept === lines) return 0;
  const { added, removed, changed } = compareVersions(kept, lines);
  return Math.max(added.length + removed.length + changed.length, kept.length === lines.length ? 0 : 1);
}

const categoriesOf = (line: Line) => ("lead" in line ? [line.category] : line.categories);
const unitsOf = (line: Line) =>
  "lead" in line ? [line.lead, ...line.supports] : line.department ? [`unit:${line.department}`] : [];

/** Does a line stand in the list as it is filtered; a category finds its children too. */
export function passes(line: Line, filter: LineFilter): boolean {
  const text = `${line.code} ${line.name.zh} ${line.name.en} ${line.basis} ${line.note ?? ""}`.toLowerCase();
  return (
    filter.words
      .trim()
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (!filter.unit || unitsOf(line).includes(filter.unit)) &&
    (!filter.category || categoriesOf(line).some((code) => code === filter.category || code.startsWith(`${filter.category}.`))) &&
    (!filter.level || line.level === filter.level) &&
    (!filter.part || !("part" in line) || line.part === filter.part) &&
    (!filter.day || validOn(line, filter.day))
  );
}
