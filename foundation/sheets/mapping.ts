import type { ColumnKind, SheetColumn } from "./shapes.ts";
import { bareName, similarity } from "./similarity.ts";

export interface MappingTarget {
  readonly field: string;
  /** What such a column is called, Chinese and English, the plainest first. */
  readonly names: readonly string[];
  /** What such a column may hold. */
  readonly kinds: readonly ColumnKind[];
  /** Names that look alike but mean something else, e.g. 办结时间 for the time of receipt. */
  readonly otherNames?: readonly string[];
  readonly required?: boolean;
}

export interface MappingReason {
  readonly code: "name-equals" | "name-like" | "content-fits" | "content-differs" | "only-column-of-its-kind";
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface ProposedMatch {
  readonly field: string;
  /** `SheetColumn.index`. */
  readonly column: number;
  /** 0–1; below 0.6 a person should look. */
  readonly confidence: number;
  readonly reasons: readonly MappingReason[];
}

export interface ProposedMapping {
  readonly matches: readonly ProposedMatch[];
  /** Columns that no field takes, by index. */
  readonly unused: readonly number[];
  /** Required fields without a column. */
  readonly missing: readonly string[];
}

const LEAST = 0.3;
/** Kinds that identify their field by content alone, where one column and one field of that kind remain. */
const TELLING: readonly ColumnKind[] = ["date", "long text", "phone"];

/**
 * Proposes which column fills which field: by name, by what the column holds, and, between equals, by order. Each field gets at most one
 * column and each column at most one field. It only proposes: a person confirms.
 */
export function proposeMapping(columns: readonly SheetColumn[], targets: readonly MappingTarget[]): ProposedMapping {
  const candidates: (ProposedMatch & { place: number })[] = [];
  for (const [order, target] of targets.entries()) {
    for (const column of columns) {
      const found = weigh(column, target);
      if (found && found.confidence >= LEAST) candidates.push({ ...found, place: column.index + order / 1000 });
    }
  }
  candidates.sort((a, b) => b.confidence - a.confidence || a.place - b.place);
  const matches: ProposedMatch[] = [];
  const taken = new Set<number>();
  const filled = new Set<string>();
  for (const { place: _, ...match } of candidates) {
    if (taken.has(match.column) || filled.has(match.field)) continue;
    taken.add(match.column);
    filled.add(match.field);
    matches.push(match);
  }
  for (const match of onlyOnesLeft(columns, targets, taken, filled)) {
    taken.add(match.column);
    filled.add(match.field);
    matches.push(match);
  }
  const order = new Map(targets.map((target, index) => [target.field, index]));
  matches.sort((a, b) => (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0));
  return {
    matches,
    unused: columns.filter((column) => !taken.has(column.index)).map((column) => column.index),
    missing: targets.filter((target) => target.required && !filled.has(target.field)).map((target) => target.field),
  };
}

function weigh(column: SheetColumn, target: MappingTarget): ProposedMatch | undefined {
  const best = bestName(column.name, target.names);
  if (best.score < 0.4) return undefined;
  if (target.otherNames && bestName(column.name, target.otherNames).score > Math.min(best.score, 0.99)) return undefined;
  const fits = column.guess === "empty" || target.kinds.includes(column.guess);
  const near = fits || isNear(column.guess, target.kinds);
  const kind = column.guess === "empty" ? 0.5 : fits ? 1 : near ? 0.6 : 0;
  const reasons: MappingReason[] = [
    { code: best.score === 1 ? "name-equals" : "name-like", facts: { column: column.name, name: best.name } },
  ];
  if (column.guess !== "empty" && fits) reasons.push({ code: "content-fits", facts: { kind: column.guess } });
  if (!near) reasons.push({ code: "content-differs", facts: { kind: column.guess } });
  const confidence = (0.75 * best.score + 0.25 * kind) * (near ? 1 : 0.6);
  return { field: target.field, column: column.index, confidence: Math.round(confidence * 1000) / 1000, reasons };
}

/** Of a joined header (诉求人 / 姓名) the last part counts most, then the whole, then the group. */
function bestName(name: string, names: readonly string[]): { name: string; score: number } {
  const parts = name.split(" / ");
  const forms: [string, number][] = [[bareName(name), 1]];
  if (parts.length > 1) forms.push([bareName(parts.at(-1) ?? ""), 0.98], [bareName(parts[0] ?? ""), 0.6]);
  let best = { name: "", score: 0 };
  for (const candidate of names) {
    for (const [form, weight] of forms) {
      const score = similarity(form, bareName(candidate)) * weight;
      if (score > best.score) best = { name: candidate, score };
    }
  }
  return best;
}

const WORDS: readonly ColumnKind[] = ["text", "long text", "choice", "id"];
const FIGURES: readonly ColumnKind[] = ["number", "id", "coordinate", "phone", "choice"];

const isNear = (guess: ColumnKind, kinds: readonly ColumnKind[]): boolean =>
  [WORDS, FIGURES].some((family) => family.includes(guess) && kinds.some((kind) => family.includes(kind)));

function onlyOnesLeft(
  columns: readonly SheetColumn[],
  targets: readonly MappingTarget[],
  taken: Set<number>,
  filled: Set<string>,
): ProposedMatch[] {
  return TELLING.flatMap((kind) => {
    const free = columns.filter((column) => column.guess === kind && !taken.has(column.index));
    const wanting = targets.filter((target) => target.kinds[0] === kind && !filled.has(target.field));
    const [column, target] = [free[0], wanting[0]];
    if (!column || !target || free.length > 1 || wanting.length > 1) return [];
    if (target.otherNames && bestName(column.name, target.otherNames).score >= 0.6) return [];
    return [
      {
        field: target.field,
        column: column.index,
        confidence: 0.35,
        reasons: [{ code: "only-column-of-its-kind" as const, facts: { kind } }],
      },
    ];
  });
}
