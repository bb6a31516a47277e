import { Refusal } from "../refusal.ts";
import { findCsvForm, readCsv } from "./csv.ts";
import { findEncoding } from "./encoding.ts";
import { findHeader, SAMPLE_ROWS } from "./headers.ts";
import { SHEET_LIMITS, type SheetLimits } from "./limits.ts";
import { recogniseSheet } from "./recognise.ts";
import { type Merge, scanSheet } from "./scan.ts";
import type { SheetRow } from "./shapes.ts";
import { openWorkbook } from "./workbook.ts";
import { readXlsx } from "./xlsx.ts";

export interface ReadPlan {
  /** Which sheet, from 0 in the order of `inspectSheet`; 0 where not given. */
  readonly sheet?: number;
  /** Last header row as Excel counts; 0: there is none, every row is data. Not given: found as `inspectSheet` finds it. */
  readonly headerRow?: number;
  readonly limits?: Partial<SheetLimits>;
}

/**
 * The rows below the header of a CSV or XLSX file, one at a time; blank rows are left out, and `row` is the number Excel shows.
 * Cells are trimmed text; dates by style come as `yyyy-mm-dd[ hh:mm:ss]`, formulas as the text they last showed, never evaluated. Cells that
 * are merged downwards are repeated. Memory does not grow with the file. Throws a Refusal (words.ts) for a file that cannot be read:
 * an XLSX before its first row, a CSV perhaps later (a quotation mark left open), so write rows only inside a transaction or after a dry run.
 */
export async function* readRows(path: string, plan: ReadPlan = {}): AsyncGenerator<SheetRow> {
  const limits = { ...SHEET_LIMITS, ...plan.limits };
  if ((await recogniseSheet(path)) === "text") {
    const form = await findCsvForm(path, await findEncoding(path));
    yield* belowHeader(readCsv(path, form, limits), plan.headerRow, []);
    return;
  }
  const book = await openWorkbook(path, limits);
  try {
    const sheet = book.sheets[plan.sheet ?? 0];
    if (!sheet) throw new Refusal("sheet.no-such-sheet", { sheet: (plan.sheet ?? 0) + 1 }, { status: 404 });
    const { merges } = await scanSheet(book, sheet.part);
    yield* belowHeader(readXlsx(book, sheet.part, limits), plan.headerRow, merges);
  } finally {
    book.zip.close();
  }
}

async function* belowHeader(
  rows: AsyncGenerator<SheetRow>,
  headerRow: number | undefined,
  merges: readonly Merge[],
): AsyncGenerator<SheetRow> {
  const fill = fillDown(merges);
  let header = headerRow;
  let width = 0;
  let waiting: SheetRow[] = [];
  const give = (row: SheetRow): SheetRow | undefined => {
    if (row.row > (header as number)) return checkWidth(fill(row), width);
    width = Math.max(width, row.cells.length);
    return undefined;
  };
  for await (const row of rows) {
    if (header === undefined) {
      waiting.push(row);
      if (waiting.length < SAMPLE_ROWS) continue;
      header = findHeader(waiting, merges).headerRow;
      for (const held of waiting) {
        const given = give(held);
        if (given) yield given;
      }
      waiting = [];
      continue;
    }
    const given = give(row);
    if (given) yield given;
  }
  header ??= findHeader(waiting, merges).headerRow;
  for (const held of waiting) {
    const given = give(held);
    if (given) yield given;
  }
}

function checkWidth(row: SheetRow, width: number): SheetRow {
  if (width === 0 || row.cells.length <= width) return row;
  if (row.cells.slice(width).every((cell) => cell === "")) return row;
  const problem = { code: "sheet.more-cells-than-header" as const, facts: { cells: row.cells.length, header: width } };
  return { ...row, problems: [...(row.problems ?? []), problem] };
}

/** Repeats the value of cells merged downwards in each row they cover. */
function fillDown(merges: readonly Merge[]): (row: SheetRow) => SheetRow {
  const byTop = new Map<number, Merge[]>();
  for (const merge of merges) if (merge.bottom > merge.top) byTop.set(merge.top, [...(byTop.get(merge.top) ?? []), merge]);
  if (byTop.size === 0) return (row) => row;
  let standing: { merge: Merge; text: string }[] = [];
  return (row) => {
    standing = standing.filter(({ merge }) => merge.bottom >= row.row);
    for (const { merge, text } of standing) {
      while (row.cells.length <= merge.left) row.cells.push("");
      if (row.cells[merge.left] === "") row.cells[merge.left] = text;
    }
    for (const merge of byTop.get(row.row) ?? []) standing.push({ merge, text: row.cells[merge.left] ?? "" });
    return row;
  };
}
