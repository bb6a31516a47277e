import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspectSheet, readRows } from "../../../foundation/sheets/index.ts";
import { parseDay } from "../../../foundation/time/index.ts";
import type { CalendarDay } from "../contract.ts";

export interface CalendarFile {
  readonly days: CalendarDay[];
  /** Rows, as a spreadsheet numbers them, in which no day with 放假 or 上班 stands. */
  readonly unread: number[];
}

const KINDS: readonly (readonly [RegExp, CalendarDay["kind"]])[] = [
  [/^(上班|调休上班|补班|工作|工作日|make-up workday|worked?)$/i, "make-up workday"],
  [/^(放假|休|休息|节假日|holiday|free|off)$/i, "holiday"],
];
const kindOf = (text: string) => KINDS.find(([words]) => words.test(text))?.[1];

function dayIn(cells: readonly string[]): CalendarDay | undefined {
  const day = cells.map((cell) => parseDay(cell)).find(Boolean);
  const kind = cells.map(kindOf).find(Boolean);
  const name = cells.find((cell) => cell && !parseDay(cell) && !kindOf(cell) && !/^(周|星期)/.test(cell));
  return day && kind ? { day, kind, name: name ?? (kind === "holiday" ? "放假" : "调休") } : undefined;
}

/** Reads rows of day, 放假 or 上班, and the holiday's name, in any order of columns; proposed days for a person to confirm. */
export async function readCalendarFile(fileName: string, bytes: Buffer): Promise<CalendarFile> {
  const folder = await mkdtemp(join(tmpdir(), "linli-calendar-"));
  const path = join(folder, "calendar");
  try {
    await writeFile(path, bytes, { mode: 0o600 });
    await inspectSheet(path, fileName);
    const days: CalendarDay[] = [];
    const unread: number[] = [];
    for await (const { row, cells } of readRows(path)) {
      const found = dayIn(cells);
      if (found) days.push(found);
      else unread.push(row);
    }
    return { days: days.sort((a, b) => (a.day < b.day ? -1 : 1)), unread };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
