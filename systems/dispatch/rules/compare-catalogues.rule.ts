import { findCatalogueEntry } from "./dispatch-proposal.rule.ts";
import type { CatalogueEntry, CatalogueItem, Duty } from "./dispatch-shapes.ts";

export interface FieldChange {
  readonly field: string;
  readonly was: unknown;
  readonly now: unknown;
}
export interface Compared<L> {
  readonly added: readonly L[];
  readonly removed: readonly L[];
  readonly changed: readonly { readonly line: L; readonly fields: readonly FieldChange[] }[];
  readonly same: number;
}

const FIELDS = [
  "name",
  "part",
  "category",
  "categories",
  "level",
  "lead",
  "supports",
  "department",
  "kinds",
  "urgency",
  "places",
  "basis",
  "validFrom",
  "validTo",
  "note",
] as const;
const plain = (value: unknown): string =>
  JSON.stringify(value === "" || (Array.isArray(value) && value.length === 0) ? null : (value ?? null));

/** Two versions line by line, known by their codes: what is new, gone, and changed field by field. */
export function compareVersions<L extends CatalogueItem | Duty>(before: readonly L[], after: readonly L[]): Compared<L> {
  const was = new Map(before.map((line) => [line.code, line]));
  const now = new Set(after.map((line) => line.code));
  const changed = after.flatMap((line) => {
    const old = was.get(line.code) as Record<string, unknown> | undefined;
    if (!old) return [];
    const fields = FIELDS.filter((field) => plain(old[field]) !== plain((line as unknown as Record<string, unknown>)[field])).map(
      (field) => ({ field, was: old[field], now: (line as unknown as Record<string, unknown>)[field] }),
    );
    return fields.length > 0 ? [{ line, fields }] : [];
  });
  const added = after.filter((line) => !was.has(line.code));
  return {
    added,
    removed: before.filter((line) => !now.has(line.code)),
    changed,
    same: after.length - added.length - changed.length,
  };
}

/** What a new version would mean: categories whose lead changes on that day, also those that follow their parent's line. */
export function leadsThatChange(
  before: readonly CatalogueEntry[],
  after: readonly CatalogueEntry[],
  categories: readonly string[],
  day: string,
): readonly { readonly category: string; readonly was: string | null; readonly now: string | null }[] {
  return categories.flatMap((category) => {
    const was = findCatalogueEntry({ version: 0, entries: before }, category, day)?.lead ?? null;
    const now = findCatalogueEntry({ version: 0, entries: after }, category, day)?.lead ?? null;
    return was === now ? [] : [{ category, was, now }];
  });
}
