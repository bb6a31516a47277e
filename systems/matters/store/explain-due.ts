import { type Due, dueDate, getTerm } from "../../clocks/index.ts";
import type { Books } from "./books.ts";

const memory = new WeakMap<Books, Map<string, Due>>();

/** The due date with its days. Same term, same start: computed once while the books stand. */
export function explainDue(books: Books, start: Date, code: string, version?: number) {
  const term = getTerm(books.terms, code, version);
  const byDay = term.unit.endsWith("days");
  // a term in days depends only on the day it starts
  const key = `${code}|${term.version}|${byDay ? Math.floor((start.getTime() + 8 * 3_600_000) / 86_400_000) : start.getTime()}`;
  const known = memory.get(books) ?? new Map<string, Due>();
  memory.set(books, known);
  let due = known.get(key);
  if (!due) {
    due = dueDate({ term, start, calendar: books.calendar });
    if (byDay && known.size < 5000) known.set(key, due);
  }
  return { due, term };
}
