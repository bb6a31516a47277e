import { Refusal } from "../refusal.ts";
import type { SheetLimits } from "./limits.ts";
import { finishRow } from "./rows.ts";
import { dateOfSerial, numberText } from "./serials.ts";
import type { RowProblem, SheetRow } from "./shapes.ts";
import { unescaped, type Workbook } from "./workbook.ts";
import { readXml } from "./xml.ts";

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** "BC12" → column 54 (from 0); −1 where the reference holds no letters. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > LAST_COLUMN) throw new Refusal("sheet.damaged", {}, { status: 400 });
  }
  return column - 1;
}

/** Rows of one sheet, a chunk at a time. The caller has had the part's checksum verified (`scanSheet`). */
export async function* readXlsx(book: Workbook, part: string, limits: SheetLimits): AsyncGenerator<SheetRow> {
  let ready: SheetRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let problems: RowProblem[] = [];
  let column = -1;
  let type = "";
  let style = 0;
  let value = "";
  let formula = false;
  let target: "value" | "none" = "none";
  let phonetic = false;
  const note = (code: RowProblem["code"], facts: Record<string, unknown> = {}) =>
    problems.push({ code, facts: { column: column + 1, ...facts } });

  const cellText = (): string => {
    if (type === "s") return book.texts.find(Number(value)) ?? "";
    if (type === "inlineStr" || type === "str") return unescaped(value);
    if (value === "") return "";
    if (type === "b") return value === "1" || value === "true" ? "TRUE" : "FALSE";
    if (type === "d")
      return value
        .replace("T", " ")
        .replace(/(?:\.\d+)?Z?$/, "")
        .replace(/ 00:00:00$/, "");
    if (type === "e") {
      note("sheet.cell-has-error", { text: value });
      return value;
    }
    if (book.dateStyles[style]) {
      const date = dateOfSerial(Number(value), book.from1904);
      if (date === undefined) note("sheet.date-out-of-range", { text: value });
      return date ?? value;
    }
    const text = numberText(value);
    if (/^-?\d{16,}$/.test(text)) note("sheet.digits-lost", { text });
    return text;
  };

  const reading = readXml(book.zip.read(part), {
    open(name, attributes) {
      if (name === "row") {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        if (!(row >= 1 && row <= LAST_ROW)) throw new Refusal("sheet.damaged", {}, { status: 400 });
        cells = [];
        problems = [];
        column = -1;
      } else if (name === "c") {
        const given = attributes.r === undefined ? -1 : columnOf(attributes.r);
        column = given >= 0 ? given : column + 1;
        type = attributes.t ?? "n";
        style = Number(attributes.s ?? 0);
        value = "";
        formula = false;
      } else if (name === "v") target = "value";
      else if (name === "t") target = phonetic ? "none" : "value";
      else if (name === "rPh") phonetic = true;
      else if (name === "f") formula = true;
    },
    text(piece) {
      if (target === "value") value += piece;
    },
    close(name) {
      if (name === "v" || name === "t") target = "none";
      else if (name === "rPh") phonetic = false;
      else if (name === "c") {
        if (formula && value === "" && type !== "str") note("sheet.formula-without-value");
        const text = cellText();
        if (text !== "") {
          const at = Math.min(column, limits.columns);
          while (cells.length < at) cells.push("");
          cells[at] = text;
        }
      } else if (name === "row") {
        const finished = finishRow(row, cells, limits, problems);
        if (finished) ready.push(finished);
      }
    },
  });
  for await (const _ of reading) {
    const batch = ready;
    ready = [];
    yield* batch;
  }
}
