import { IMPORT_LIMITS, type ImportProblem } from "../../store/imports/shapes.ts";

/** What one chunk found: all counted by code, errors listed first to last, of each note a hundred. */
export class ProblemList {
  readonly notes: Record<string, number> = {};
  listed: ImportProblem[] = [];
  #kept: number;
  readonly #listedNotes: Record<string, number>;

  constructor(already: { readonly kept: number; readonly notes: Readonly<Record<string, number>> }) {
    this.#kept = already.kept;
    this.#listedNotes = { ...already.notes };
  }

  add(problem: ImportProblem, shown: "error" | "note" | "counted"): void {
    this.notes[problem.code] = (this.notes[problem.code] ?? 0) + 1;
    if (shown === "counted" || this.#kept >= IMPORT_LIMITS.problems) return;
    const before = this.#listedNotes[problem.code] ?? 0;
    if (shown === "note" && before >= IMPORT_LIMITS.listed) return;
    this.#listedNotes[problem.code] = before + 1;
    this.#kept++;
    this.listed.push(problem);
  }

  /** Takes out what was found since the last chunk. */
  take(): { notes: Record<string, number>; listed: ImportProblem[] } {
    const taken = { notes: { ...this.notes }, listed: this.listed };
    for (const code of Object.keys(this.notes)) delete this.notes[code];
    this.listed = [];
    return taken;
  }
}

/** Notes that say the same of thousands of rows are counted in the report and not listed row by row. */
export const COUNTED_ONLY = new Set([
  "imports.no-place",
  "imports.kind-open",
  "imports.category-open",
  "imports.earlier-closed",
  "imports.renamed-place",
  "imports.known",
  "imports.row-repeated",
]);
