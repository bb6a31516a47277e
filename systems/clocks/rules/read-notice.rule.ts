import { addDays, type Day, daysBetween, isDay } from "../../../foundation/time/index.ts";
import type { CalendarDay } from "../contract.ts";

export interface NoticeRead {
  readonly days: CalendarDay[];
  /** Lines in which no date with 放假 or 上班 stands. */
  readonly unread: string[];
}

const DATE =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:[（(][^）)]*[）)])?(?:\s*[至到~—–-]+\s*(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(][^）)]*[）)])?)?/g;
const LONGEST_HOLIDAY = 15;
const two = (n: string | number): string => String(n).padStart(2, "0");

/**
 * Reads pasted lines of the yearly notice, e.g. 国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
 * Gives proposed days, in order, for a person to confirm; 元旦 in December is that of the year before.
 */
export function readNotice(year: number, text: string): NoticeRead {
  const days = new Map<Day, CalendarDay>();
  const unread: string[] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (!line) continue;
    const [, title, body] =
      /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)])?\s*([^：:\d]{2,12})[：:](.*)$/.exec(line) ?? [];
    const found = title && body ? clausesOf(year, title.trim(), body) : [];
    if (found.length === 0) unread.push(line);
    for (const one of found) days.set(one.day, one);
  }
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), unread };
}

function clausesOf(year: number, name: string, body: string): CalendarDay[] {
  const found: CalendarDay[] = [];
  for (const clause of body.split(/[。；;]/)) {
    for (const hit of clause.matchAll(DATE)) {
      const verb = /放假|休息|上班|工作/.exec(clause.slice(hit.index + hit[0].length))?.[0];
      if (!verb) continue;
      const kind = verb === "放假" || verb === "休息" ? "holiday" : "make-up workday";
      const [, fromYear, month, date, toYear, toMonth, toDate] = hit;
      const of = fromYear ?? (name.includes("元旦") && month === "12" ? year - 1 : year);
      const from = `${of}-${two(month!)}-${two(date!)}`;
      const last = toDate
        ? `${toYear ?? (toMonth && Number(toMonth) < Number(month) ? Number(of) + 1 : of)}-${two(toMonth ?? month!)}-${two(toDate)}`
        : from;
      if (!isDay(from) || !isDay(last) || last < from || daysBetween(from, last) > LONGEST_HOLIDAY) continue;
      for (let day = from; day <= last; day = addDays(day, 1)) found.push({ day, kind, name });
    }
  }
  return found;
}
