import type { z } from "zod";
import { formatShortDate, formatTime, type Locale } from "../../../foundation/time/index.ts";
import { remaining } from "../../clocks/index.ts";
import type { Due } from "../contract.ts";
import type { Books } from "../store/books.ts";

export interface DueRow {
  readonly due_at: string;
  readonly due_provisional: boolean;
  readonly state: string;
  readonly closed_at: string | null;
  readonly closed_in_time: boolean | null;
  readonly term: string;
  readonly waiting_for_resident: boolean;
}

/** How the clock stands now, in the reader's words: 剩 3 个工作日 · 今天 17:30 到期 · 已超 1 天. */
export function dueWords(books: Books, row: DueRow, now: Date, locale: Locale): z.output<typeof Due> {
  const due = new Date(row.due_at);
  const english = locale === "en";
  const base = { at: due.toISOString(), provisional: row.due_provisional, term: row.term };
  if (row.closed_at) {
    const met = row.closed_in_time !== false;
    return {
      ...base,
      state: met ? "met" : "missed",
      workingDays: 0,
      words: met ? (english ? "closed in time" : "按期办结") : english ? "closed late" : "超期办结",
    };
  }
  if (["withdrawn", "merged", "not-accepted"].includes(row.state))
    return { ...base, state: "stopped", workingDays: 0, words: english ? "ended" : "已终止" };
  const left = remaining({ due, now, calendar: books.calendar });
  const words = (() => {
    switch (left.state) {
      case "overdue":
        return left.overdueWorkingDays === 0
          ? english
            ? "overdue since today"
            : "今天已超期"
          : english
            ? `${left.overdueWorkingDays} working days over`
            : `已超 ${left.overdueWorkingDays} 个工作日`;
      case "today":
        return english ? `due today ${formatTime(due)}` : `今天 ${formatTime(due)} 到期`;
      default:
        return left.workingDays === 0
          ? english
            ? `due ${formatShortDate(due, "en")}`
            : `${formatShortDate(due, "zh-CN")}到期`
          : english
            ? `${left.workingDays} working days left`
            : `剩 ${left.workingDays} 个工作日`;
    }
  })();
  return {
    ...base,
    state: left.state,
    workingDays: left.state === "overdue" ? -Math.max(1, left.overdueWorkingDays) : left.workingDays,
    words,
  };
}
