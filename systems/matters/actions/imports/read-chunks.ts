import { readRows } from "../../../../foundation/sheets/index.ts";
import { platformOfColumns } from "../../rules/platforms.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";
import { IMPORT_LIMITS, type ImportProblem, type ImportRecord } from "../../store/imports/shapes.ts";
import { importErrors } from "../../store/imports/words.table.ts";
import { COUNTED_ONLY, ProblemList } from "./collect-problems.ts";
import { type ImportRow, rowReader } from "./read-row.ts";
import { type KeyMemory, keyOf } from "./source-key.ts";

export interface KeyedRow {
  readonly row: ImportRow;
  readonly sourceKey: string;
  readonly contentKey: string;
}

export interface Chunk {
  readonly rows: readonly KeyedRow[];
  /** Last row of the sheet that this chunk takes care of. */
  readonly reached: number;
  readonly read: number;
  readonly repeated: number;
  readonly errors: number;
  /** Notes found while composing are added by the caller. */
  readonly problems: ProblemList;
}

const isError = (problem: ImportProblem): boolean => problem.code in importErrors;
export const noteKind = (code: string): "note" | "counted" => (COUNTED_ONLY.has(code) ? "counted" : "note");

/**
 * The rows of a sheet below `after`, in chunks: read, mapped, keyed, repeats within the chunk (with `memory`: within the file) taken out.
 * Throws what reading a sheet throws.
 */
export async function* readChunks(
  services: Services,
  books: Books,
  record: ImportRecord,
  path: string,
  after: number,
  memory?: KeyMemory,
): AsyncGenerator<Chunk> {
  const read = rowReader(record.columns, {
    shiftYears: record.shift_years,
    now: services.clock.now(),
    categories: books.categories,
    platform: platformOfColumns(books.data.platforms?.platforms ?? [], record.columns),
  });
  const problems = new ProblemList({ kept: record.problems.length, notes: record.notes });
  let rows: KeyedRow[] = [];
  let inChunk = new Map<string, string>();
  let [reached, count, repeated, errors] = [after, 0, 0, 0];
  const take = (): Chunk => {
    const chunk: Chunk = { rows, reached, read: count, repeated, errors, problems };
    rows = [];
    inChunk = new Map();
    [count, repeated, errors] = [0, 0, 0];
    return chunk;
  };
  for await (const sheet of readRows(path, { sheet: record.sheet_index, headerRow: record.header_row })) {
    if (sheet.row <= after) continue;
    reached = sheet.row;
    count++;
    const reading = read(sheet);
    for (const problem of reading.problems) problems.add(problem, isError(problem) ? "error" : noteKind(problem.code));
    if (!reading.row) errors++;
    else {
      const contentKey = keyOf(services.sealer, "content", reading.row.content);
      const sourceKey = reading.row.number ? keyOf(services.sealer, "number", reading.row.number) : contentKey;
      const before = inChunk.get(sourceKey);
      const met = memory
        ? memory.meet(sourceKey, contentKey)
        : before === undefined
          ? "new"
          : before === contentKey
            ? "same"
            : "other";
      if (met === "new") {
        inChunk.set(sourceKey, contentKey);
        rows.push({ row: reading.row, sourceKey, contentKey });
      } else if (met === "same") {
        repeated++;
        problems.add({ row: sheet.row, code: "imports.row-repeated", facts: {} }, "counted");
      } else {
        errors++;
        problems.add({ row: sheet.row, code: "imports.number-twice", facts: {} }, "error");
      }
    }
    if (count === IMPORT_LIMITS.chunk) yield take();
  }
  if (count > 0) yield take();
}
