import type { Workbook } from "./workbook.ts";
import { columnOf } from "./xlsx.ts";

export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface SheetScan {
  readonly rows: number;
  readonly merges: readonly Merge[];
}

const MOST_MERGES = 20_000;
const OVERLAP = 200;
const LOOK_BACK = 20;

/**
 * Inflates the whole sheet once: its checksum and length hold before a first row is given out, so that nothing is half-read.
 * On the way it counts rows and collects merged ranges, which stand behind the rows in the file.
 */
export async function scanSheet(book: Workbook, part: string): Promise<SheetScan> {
  const merges: Merge[] = [];
  let rows = 0;
  let before = "";
  const count = (text: string, from: number, upTo: number) => {
    for (let at = text.indexOf("row ", from); at !== -1 && at < upTo; at = text.indexOf("row ", at + 4))
      if (opens(text, at)) rows++;
    for (let at = text.indexOf("mergeCell ", from); at !== -1 && at < upTo; at = text.indexOf("mergeCell ", at + 10))
      take(text, at, merges);
  };
  for await (const chunk of book.zip.read(part)) {
    const text = before + chunk.toString("latin1");
    const upTo = Math.max(text.length - OVERLAP, before === "" ? 0 : LOOK_BACK);
    count(text, before === "" ? 0 : LOOK_BACK, upTo);
    before = upTo >= LOOK_BACK ? text.slice(upTo - LOOK_BACK) : text;
  }
  count(before, before.length > OVERLAP ? LOOK_BACK : 0, before.length);
  return { rows, merges };
}

/** Is this name the name of an opening tag, with or without a prefix such as `x:`? */
const opens = (text: string, at: number): boolean =>
  text[at - 1] === "<" || (text[at - 1] === ":" && /<\w{1,16}:$/.test(text.slice(Math.max(0, at - 18), at)));

function take(text: string, at: number, merges: Merge[]): void {
  if (merges.length >= MOST_MERGES || !opens(text, at)) return;
  const range = /^mergeCell [^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/.exec(text.slice(at, at + OVERLAP));
  if (!range) return;
  const [, left = "", top = "", right = "", bottom = ""] = range;
  merges.push({ top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) });
}
