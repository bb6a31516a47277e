import type { Language } from "./words.ts";

const ZONE = "Asia/Shanghai";
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const WEEKDAYS = {
  "zh-CN": ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
} as const;

const reader = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

interface Beijing {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
  readonly seconds: string;
  readonly weekday: number;
}

/** The clock and calendar of Beijing at an instant (ISO text or Date), whatever zone the reader's computer keeps. */
export function inBeijing(at: string | Date): Beijing {
  const parts = new Map(reader.formatToParts(typeof at === "string" ? new Date(at) : at).map((part) => [part.type, part.value]));
  const number = (name: Intl.DateTimeFormatPartTypes) => Number(parts.get(name));
  const [year, month, day] = [number("year"), number("month"), number("day")];
  return {
    year,
    month,
    day,
    time: `${parts.get("hour")}:${parts.get("minute")}`,
    seconds: String(parts.get("second")),
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
  };
}

/** 2026年11月23日 / 23 Nov 2026. */
export function fullDate(at: string | Date, language: Language): string {
  const { year, month, day } = inBeijing(at);
  return language === "en" ? `${day} ${MONTHS[month - 1]} ${year}` : `${year}年${month}月${day}日`;
}

/** 11月23日 / 23 Nov; with the year where it is not this year. */
export function shortDate(at: string | Date, language: Language, now: Date = new Date()): string {
  const { year, month, day } = inBeijing(at);
  if (year !== inBeijing(now).year) return fullDate(at, language);
  return language === "en" ? `${day} ${MONTHS[month - 1]}` : `${month}月${day}日`;
}

/** 11月23日 14:05 / 23 Nov 14:05; with the year where it is not this year. */
export const dateTime = (at: string | Date, language: Language, now?: Date): string =>
  `${shortDate(at, language, now)} ${inBeijing(at).time}`;

/** 14:05:09, for "kept at". */
export function clockTime(at: string | Date): string {
  const { time, seconds } = inBeijing(at);
  return `${time}:${seconds}`;
}

/** 星期一 / Mon. */
export const weekday = (at: string | Date, language: Language): string => WEEKDAYS[language][inBeijing(at).weekday] ?? "";

/** The Beijing date of an instant as 2026-11-23. */
export function beijingDay(at: string | Date): string {
  const { year, month, day } = inBeijing(at);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
