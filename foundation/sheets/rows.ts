import type { SheetLimits } from "./limits.ts";
import type { RowProblem, SheetRow } from "./shapes.ts";

const SCIENTIFIC = /^\d(?:\.\d+)?E\+(?:1[0-9]|2\d)$/i;

/** Cuts without splitting a character outside the basic plane. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** Trims, cuts and checks the cells of one row; nothing for a blank row. */
export function finishRow(row: number, cells: string[], limits: SheetLimits, known: RowProblem[] = []): SheetRow | undefined {
  const problems = known;
  if (cells.length > limits.columns) {
    if (cells.slice(limits.columns).some((cell) => cell !== ""))
      problems.push({ code: "sheet.too-many-columns", facts: { limit: limits.columns } });
    cells.length = limits.columns;
  }
  let blank = true;
  for (let index = 0; index < cells.length; index++) {
    const text = (cells[index] ?? "").trim();
    cells[index] = text;
    if (text === "") continue;
    blank = false;
    if (text.length > limits.cellCharacters) {
      problems.push({
        code: "sheet.cell-too-long",
        facts: { column: index + 1, characters: text.length, limit: limits.cellCharacters },
      });
      cells[index] = cut(text, limits.cellCharacters);
    }
    if (text.includes("\ufffd")) problems.push({ code: "sheet.character-lost", facts: { column: index + 1 } });
    if (text.length < 24 && SCIENTIFIC.test(text))
      problems.push({ code: "sheet.digits-lost", facts: { column: index + 1, text } });
  }
  if (blank && problems.length === 0) return undefined;
  return problems.length > 0 ? { row, cells, problems } : { row, cells };
}
