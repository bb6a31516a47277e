import { type Day, dayOf, timeOf, weekdayOf } from "./days.ts";

export type Locale = "zh-CN" | "en";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = {
  "zh-CN": ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};

const asDay = (at: Date | Day): Day => (typeof at === "string" ? at : dayOf(at));

/** 2026年11月23日 or 23 Nov 2026, in Shanghai. */
export function formatDate(at: Date | Day, locale: Locale): string {
  const [year, month, day] = asDay(at).split("-").map(Number) as [number, number, number];
  return locale === "zh-CN" ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** 11月23日 or 23 Nov. */
export function formatShortDate(at: Date | Day, locale: Locale): string {
  const [, month, day] = asDay(at).split("-").map(Number) as [number, number, number];
  return locale === "zh-CN" ? `${month}月${day}日` : `${day} ${MONTHS[month - 1]}`;
}

/** 周一 or Mon. */
export const formatWeekday = (at: Date | Day, locale: Locale): string => WEEKDAYS[locale][weekdayOf(asDay(at)) - 1]!;

/** 14:30, in Shanghai. */
export const formatTime = (at: Date): string => timeOf(at);

/** 2026年11月23日 14:30 or 23 Nov 2026, 14:30. */
export const formatDateTime = (at: Date, locale: Locale): string =>
  `${formatDate(at, locale)}${locale === "zh-CN" ? " " : ", "}${timeOf(at)}`;

/** 2026年11月23日（周一） or Mon 23 Nov 2026. */
export const formatDateWithWeekday = (at: Date | Day, locale: Locale): string =>
  locale === "zh-CN"
    ? `${formatDate(at, locale)}（${formatWeekday(at, locale)}）`
    : `${formatWeekday(at, locale)} ${formatDate(at, locale)}`;
