import type { z } from "zod";
import { formatDateWithWeekday, type Locale } from "../../../../foundation/time/index.ts";
import type { DueExplained } from "../../contract.ts";
import type { Books } from "../../store/books.ts";
import { explainDue } from "../../store/explain-due.ts";
import { type DueRow, dueWords } from "../due-words.ts";

/** The clock with the whole count: each day, what it counts for and why. */
export function dueExplained(
  books: Books,
  row: DueRow & { readonly received_at: string; readonly term_version: number },
  now: Date,
  locale: Locale,
): z.output<typeof DueExplained> {
  const words = dueWords(books, row, now, locale);
  const english = locale === "en";
  if (row.term_version === 0)
    return {
      ...words,
      sentence: english ? "The higher platform set this date." : "上级平台工单定的日期。",
      basis: english ? "External order" : "上级平台工单",
      days: [],
    };
  const { due, term } = explainDue(books, new Date(row.received_at), row.term, row.term_version);
  const unit = english
    ? term.unit
    : { "working days": "个工作日", "natural days": "日", "working hours": "个工作小时", "urgent hours": "小时" }[term.unit];
  const start = formatDateWithWeekday(new Date(row.received_at), locale);
  const sentence = english
    ? `${term.length} ${term.unit} from ${start}, not counting that day${row.due_provisional ? "; the year's calendar is not published yet: provisional" : ""}.`
    : `${term.name || "办理"}：${term.length}${unit}，自${start}起，当天不算${row.due_provisional ? "；该年放假安排尚未公布，期限为暂定" : ""}。`;
  return {
    ...words,
    sentence,
    basis: term.basis,
    days: due.days.map((day) => ({
      date: day.date,
      counted: day.counted,
      n: day.n,
      why: WHY[day.why]?.[english ? "en" : "zh"]
        ? `${WHY[day.why]![english ? "en" : "zh"]}${day.name && !english ? `·${day.name}` : ""}`
        : day.why,
    })),
  };
}

const WHY: Record<string, { zh: string; en: string }> = {
  "starting day": { zh: "收到当天，不算", en: "day of receipt, not counted" },
  "working day": { zh: "工作日", en: "working day" },
  "make-up workday": { zh: "调休上班", en: "make-up workday" },
  "natural day": { zh: "算", en: "counted" },
  weekend: { zh: "周末，不算", en: "weekend, not counted" },
  holiday: { zh: "放假，不算", en: "holiday, not counted" },
  paused: { zh: "暂停，不算", en: "paused" },
  "last day moved here": { zh: "顺延到这天", en: "moved to this day" },
  "round the clock": { zh: "昼夜都算", en: "round the clock" },
  "outside office hours": { zh: "不在办公时间", en: "outside office hours" },
};
