import type { z } from "zod";
import type { Locale } from "../../../../foundation/time/index.ts";
import { type Due, dayWords, dueDate, dueSentence, getTerm, whatHappened } from "../../../clocks/index.ts";
import type { DueExplained } from "../../contract.ts";
import type { Books } from "../../store/books.ts";
import { explainDue } from "../../store/explain-due.ts";
import type { ClockRow } from "../../store/row.ts";
import { type DueRow, dueWords } from "../due-words.ts";

export const setOutside = (locale: Locale) => (locale === "en" ? "The higher platform set this date." : "上级平台工单定的日期。");
const standsAsCounted = (locale: Locale) =>
  locale === "en"
    ? " The date that stands was counted when the clock started, or is that of an earlier matter merged into this one."
    : "现行日期为开始计时时所定，或为并入的较早一件的日期。";

/** How the date of one clock comes about today, with its pauses and extensions; undefined where a higher platform set it. */
export function countedDue(books: Books, clock: ClockRow, now: Date): Due | undefined {
  if (clock.term_version === 0) return undefined;
  const { pauses, extensions } = whatHappened(clock.events ?? [], now);
  const start = new Date(clock.started_at);
  if (pauses.length + extensions.length === 0) return explainDue(books, start, clock.term, clock.term_version).due;
  return dueDate({
    term: getTerm(books.terms, clock.term, clock.term_version),
    start,
    calendar: books.calendar,
    pauses,
    extensions,
  });
}

/** The count in words: the sentence, its basis and each day; where the date that stands is another one, that is said. */
export function countInWords(due: Due | undefined, standing: Date, locale: Locale) {
  if (!due) return { sentence: setOutside(locale), basis: setOutside(locale), days: [] };
  const asCounted = due.due.getTime() === standing.getTime();
  return {
    sentence: `${dueSentence(due, locale)}${asCounted ? "" : standsAsCounted(locale)}`,
    basis: due.term.basis,
    days: due.days.map((day) => ({ date: day.date, counted: day.counted, n: day.n, why: dayWords(day, locale) })),
  };
}

/** The matter's own date with the whole count, from its overall clock. */
export function dueExplained(
  books: Books,
  row: DueRow & { readonly received_at: string; readonly term_version: number; readonly clock_id: string },
  clocks: readonly ClockRow[],
  now: Date,
  locale: Locale,
): z.output<typeof DueExplained> {
  const clock = clocks.find((one) => one.id === row.clock_id);
  const due = clock
    ? countedDue(books, clock, now)
    : row.term_version > 0
      ? explainDue(books, new Date(row.received_at), row.term, row.term_version).due
      : undefined;
  return { ...dueWords(books, row, now, locale), ...countInWords(due, new Date(row.due_at), locale) };
}
