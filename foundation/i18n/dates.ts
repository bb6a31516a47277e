import { formatDate, formatShortDate, formatTime, formatWeekday } from "../time/format.ts";
import { dayOf, yearOf } from "../time/index.ts";
import type { Language } from "./words.ts";

const asDate = (at: string | Date): Date => (typeof at === "string" ? new Date(at) : at);

/** 2026年11月23日 / 23 Nov 2026. */
export const fullDate = (at: string | Date, language: Language): string => formatDate(asDate(at), language);

/** 11月23日 / 23 Nov; with the year where it is not this year. */
export function shortDate(at: string | Date, language: Language, now: Date = new Date()): string {
  const sameYear = yearOf(beijingDay(at)) === yearOf(dayOf(now));
  return sameYear ? formatShortDate(asDate(at), language) : fullDate(at, language);
}

/** 11月23日 14:05 / 23 Nov 14:05; with the year where it is not this year. */
export const dateTime = (at: string | Date, language: Language, now?: Date): string =>
  `${shortDate(at, language, now)} ${formatTime(asDate(at))}`;

/** 14:05:09, for "kept at". */
export const clockTime = (at: string | Date): string => `${formatTime(asDate(at))}:${asDate(at).toISOString().slice(17, 19)}`;

/** 周一 / Mon. */
export const weekday = (at: string | Date, language: Language): string => formatWeekday(asDate(at), language);

/** The Beijing date of an instant as 2026-11-23. */
export const beijingDay = (at: string | Date): string => dayOf(asDate(at));
