import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import writeExcelFile, { type Cell } from "write-excel-file/node";
import { Refusal } from "../refusal.ts";
import { cut } from "./rows.ts";

/** A cell to be written. A number stays a number; everything a person may have written is a string and is guarded. */
export type OutCell = string | number | boolean | null | undefined | OutFormula;

/** A formula that the program wrote: it is run by Excel, WPS and LibreOffice. Never made of anything a person typed. */
export interface OutFormula {
  readonly formula: string;
  /** How the figure is shown, e.g. 0.0%. */
  readonly format?: string;
}

export interface OutColumn {
  readonly name: string;
  /** In characters, for XLSX. */
  readonly width?: number;
}

const XLSX_ROWS = 100_000;
const XLSX_CELL = 32_767;
/** What makes a spreadsheet program read a cell as a formula, also behind spaces and invisible characters. OWASP CSV injection, ASVS 1.2.10. */
const FORMULA = /^[\s\0\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|^[\t\r\n]/u;

/** Text that no spreadsheet program will run as a formula: an apostrophe is put before what looks like one. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

function csvCell(cell: OutCell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "object") return "";
  const text = guardFormula(cell.replaceAll("\0", ""));
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The lines of a CSV with its header: UTF-8 with byte order mark (Excel asks for it), CRLF, formulas guarded. */
export async function* csvLines(
  columns: readonly OutColumn[],
  rows: AsyncIterable<readonly OutCell[]> | Iterable<readonly OutCell[]>,
): AsyncGenerator<string> {
  yield `\ufeff${columns.map((column) => csvCell(column.name)).join(",")}\r\n`;
  for await (const row of rows) yield `${row.map(csvCell).join(",")}\r\n`;
}

/** Streams a CSV into `out`, waiting where `out` is slow, and ends it. Returns the number of rows below the header. */
export async function writeCsv(
  out: Writable,
  columns: readonly OutColumn[],
  rows: AsyncIterable<readonly OutCell[]> | Iterable<readonly OutCell[]>,
): Promise<number> {
  let lines = -1;
  await pipeline(async function* blocks() {
    let held = "";
    for await (const line of csvLines(columns, rows)) {
      lines++;
      held += line;
      if (held.length < 65_536) continue;
      yield held;
      held = "";
    }
    yield held;
  }, out);
  return lines;
}

function xlsxCell(cell: OutCell): Cell {
  if (cell === null || cell === undefined || cell === "") return null;
  if (typeof cell === "number") return Number.isFinite(cell) ? { value: cell, type: Number } : null;
  if (typeof cell === "boolean") return { value: cell, type: Boolean };
  if (typeof cell === "object") return { value: cell.formula, type: "Formula", ...(cell.format && { format: cell.format }) };
  return { value: cut(cell, XLSX_CELL), type: String };
}

/** One sheet of an XLSX; its rows are held in memory. */
export interface OutSheet {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly OutCell[])[];
}

/**
 * An XLSX with bold, standing headers. Text is stored as text, so a leading "=" is shown and never run. Up to 100,000 rows in all;
 * beyond that throws `sheet.too-many-rows-for-xlsx`: offer CSV. Texts beyond Excel's 32,767 characters are cut.
 */
export async function writeXlsx(sheets: readonly OutSheet[]): Promise<Buffer> {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows > XLSX_ROWS) throw new Refusal("sheet.too-many-rows-for-xlsx", { rows, limit: XLSX_ROWS }, { status: 413 });
  const file = writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheetName(sheet.name),
      columns: sheet.columns.map((column) => ({ width: column.width ?? 16 })),
      stickyRowsCount: 1,
      data: [
        sheet.columns.map((column): Cell => ({ value: column.name, type: String, fontWeight: "bold" })),
        ...sheet.rows.map((row) => row.map(xlsxCell)),
      ],
    })),
  );
  return file.toBuffer();
}

/** Excel allows 31 characters and none of these in a sheet's name. */
const sheetName = (name: string): string => cut(name.replace(/[\\/?*[\]:']/g, " ").trim(), 31) || "Sheet1";
