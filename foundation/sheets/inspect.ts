import { extname } from "node:path";
import { findCsvForm, readCsv } from "./csv.ts";
import { findEncoding } from "./encoding.ts";
import { guessKind } from "./guess.ts";
import { findHeader, SAMPLE_ROWS } from "./headers.ts";
import { SHEET_LIMITS, type SheetLimits } from "./limits.ts";
import { recogniseSheet } from "./recognise.ts";
import { cut } from "./rows.ts";
import { type Merge, scanSheet } from "./scan.ts";
import type { SheetColumn, SheetRow, SheetWarning, TextEncoding } from "./shapes.ts";
import { openWorkbook } from "./workbook.ts";
import { readXlsx } from "./xlsx.ts";

export interface SheetFinding {
  readonly name: string;
  /** Last header row as Excel counts; 0 where none was found. */
  readonly headerRow: number;
  readonly headerRows: number;
  readonly columns: readonly SheetColumn[];
  /** Data rows below the header: counted in an XLSX, estimated from the lines of a CSV. */
  readonly rowEstimate: number;
}

export interface SheetInspection {
  readonly kind: "csv" | "xlsx";
  readonly encoding?: TextEncoding;
  readonly delimiter?: string;
  readonly sheets: readonly SheetFinding[];
  readonly warnings: readonly SheetWarning[];
}

/**
 * Looks at a file that someone brought, before anything is taken from it: what it is by its content, its encoding, its sheets, the
 * header and what each column seems to hold. An XLSX is inflated once to its end, so a damaged one is refused here.
 * `originalName` is the name the person gave it. Throws a Refusal (words.ts) for every file that cannot be read.
 */
export async function inspectSheet(
  path: string,
  originalName: string,
  options: { limits?: Partial<SheetLimits> } = {},
): Promise<SheetInspection> {
  const limits = { ...SHEET_LIMITS, ...options.limits };
  const warnings: SheetWarning[] = [];
  const extension = extname(originalName).slice(1).toLowerCase();
  const text = (await recogniseSheet(path)) === "text";
  const sheets: SheetFinding[] = [];
  const add = (finding: SheetFinding) => {
    sheets.push(finding);
    if (finding.headerRow === 0 && finding.columns.length > 0)
      warnings.push({ code: "sheet.no-header-found", facts: { sheet: finding.name } });
  };
  const saysText = ["csv", "txt", "tsv", "tab"].includes(extension);
  if (extension !== "" && saysText !== text) {
    warnings.push({ code: "sheet.name-says-otherwise", facts: { extension: cut(extension, 12), kind: text ? "CSV" : "XLSX" } });
  }
  if (text) {
    const found = await findEncoding(path);
    const form = await findCsvForm(path, found);
    if (found.someLost) warnings.push({ code: "sheet.some-characters-lost", facts: {} });
    const rows = await firstRows(readCsv(path, form, limits));
    const last = rows.at(-1)?.row ?? 0;
    const lines = rows.length < SAMPLE_ROWS ? last : Math.round(found.lineFeeds * (last / Math.max(last, linesIn(rows))));
    add(describeSheet("", rows, [], lines));
    return { kind: "csv", encoding: found.encoding, delimiter: form.delimiter, sheets, warnings };
  }
  const book = await openWorkbook(path, limits);
  try {
    for (const sheet of book.sheets.slice(0, limits.sheets)) {
      const scan = await scanSheet(book, sheet.part);
      add(describeSheet(sheet.name, await firstRows(readXlsx(book, sheet.part, limits)), scan.merges, scan.rows));
      if (sheet.hidden) warnings.push({ code: "sheet.hidden-sheet", facts: { name: cut(sheet.name, 40) } });
    }
    if (book.sheets.length > limits.sheets)
      warnings.push({ code: "sheet.more-sheets-than-read", facts: { limit: limits.sheets } });
    return { kind: "xlsx", sheets, warnings };
  } finally {
    book.zip.close();
  }
}

async function firstRows(rows: AsyncGenerator<SheetRow>): Promise<SheetRow[]> {
  const first: SheetRow[] = [];
  for await (const row of rows) {
    first.push(row);
    if (first.length === SAMPLE_ROWS) break;
  }
  return first;
}

/** Lines that these records take in the file: a quoted cell may hold line breaks. */
const linesIn = (rows: readonly SheetRow[]): number =>
  (rows.at(-1)?.row ?? 0) +
  rows.reduce((sum, row) => sum + row.cells.reduce((inner, cell) => inner + cell.split("\n").length - 1, 0), 0);

function describeSheet(name: string, rows: readonly SheetRow[], merges: readonly Merge[], lines: number): SheetFinding {
  const header = findHeader(rows, merges);
  const below = rows.filter((row) => row.row > header.headerRow);
  const width = rows
    .filter((row) => row.row >= header.headerRow)
    .reduce((most, row) => Math.max(most, row.cells.length), header.names.length);
  const columns: SheetColumn[] = [];
  for (let index = 0; index < width; index++) {
    const values = below.map((row) => row.cells[index] ?? "");
    const samples = [...new Set(values.filter((value) => value !== "").map((value) => cut(value, 80)))].slice(0, 5);
    const given = (header.names[index] ?? "").replace(/\s+/g, " ");
    if (given === "" && samples.length === 0) continue;
    columns.push({ index, name: cut(given, 100), samples, guess: guessKind(values) });
  }
  return {
    name,
    headerRow: header.headerRow,
    headerRows: header.headerRows,
    columns,
    rowEstimate: Math.max(below.length, lines - header.headerRow),
  };
}
