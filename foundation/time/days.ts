/**
 * Days of Asia/Shanghai as `yyyy-mm-dd`, instants as UTC `Date`. The zone has stood at UTC+8 without summer time since
 * 1991, so the arithmetic is a fixed shift and gives the same answer in every browser and every server zone.
 */
export type Day = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const SHIFT = 8 * HOUR;

const two = (n: number): string => String(n).padStart(2, "0");

/** The day in Shanghai at this instant. */
export const dayOf = (at: Date): Day => new Date(at.getTime() + SHIFT).toISOString().slice(0, 10);

/** Hours and minutes in Shanghai, e.g. 09:05. */
export const timeOf = (at: Date): string => new Date(at.getTime() + SHIFT).toISOString().slice(11, 16);

/** Minutes since midnight in Shanghai, 0–1439. */
export const minuteOfDay = (at: Date): number => Math.floor(((at.getTime() + SHIFT) % DAY) / MINUTE);

/** The instant of 00:00 in Shanghai on this day, plus so many minutes. Throws RangeError for a day that does not exist. */
export function startOfDay(day: Day, minutes = 0): Date {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return new Date(Date.parse(`${day}T00:00:00Z`) - SHIFT + minutes * MINUTE);
}

/** The last second of this day in Shanghai (23:59:59): a term that ends "with the day" ends here. */
export const endOfDay = (day: Day): Date => new Date(startOfDay(day).getTime() + DAY - 1000);

/** Is this text a day that exists, written yyyy-mm-dd? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);

/** Whole days from one day to another; negative when `to` lies before. */
export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const isWeekend = (day: Day): boolean => weekdayOf(day) > 5;

export interface Week {
  /** The ISO year the week belongs to; at the turn of the year it may differ from the day's own. */
  readonly year: number;
  readonly week: number;
  readonly monday: Day;
  readonly sunday: Day;
}

/** The ISO week (Monday first) that this day of Shanghai lies in. */
export function weekOf(day: Day): Week {
  const monday = addDays(day, 1 - weekdayOf(day));
  const year = yearOf(addDays(monday, 3));
  const fourth = `${year}-01-04`;
  const first = addDays(fourth, 1 - weekdayOf(fourth));
  return { year, week: daysBetween(first, monday) / 7 + 1, monday, sunday: addDays(monday, 6) };
}

/** The Monday of an ISO week. */
export function mondayOf(year: number, week: number): Day {
  const fourth = `${year}-01-04`;
  return addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A day as people write it: 2026-11-23, 2026/11/3, 2026.11.23, 20261123, 2026年11月23日, 23 Nov 2026. A time behind it is
 * let pass. Returns nothing where the text is no day, or one that does not exist.
 */
export function parseDay(text: string): Day | undefined {
  const clean = text.trim();
  const numeric =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?!\d)/.exec(clean) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(clean);
  const english = /^(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})(?!\d)/i.exec(clean);
  let day: Day | undefined;
  if (numeric) day = `${numeric[1]}-${two(Number(numeric[2]))}-${two(Number(numeric[3]))}`;
  else if (english) day = `${english[3]}-${two(MONTHS.indexOf(english[2]!.toLowerCase()) + 1)}-${two(Number(english[1]))}`;
  return day && isDay(day) ? day : undefined;
}

/**
 * An instant as people in Shanghai write it: a day as `parseDay` reads it, then optionally hh:mm[:ss] or 14时30分.
 * An ISO text with its own zone (…Z, …+08:00) is taken at its word. Returns nothing where it cannot be read.
 */
export function parseInstant(text: string): Date | undefined {
  const clean = text.trim();
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/i.test(clean)) {
    const at = new Date(clean);
    return Number.isNaN(at.getTime()) ? undefined : at;
  }
  const day = parseDay(clean);
  if (!day) return undefined;
  const time = /(?:^|[\sT日号])(\d{1,2})\s*[:：时点]\s*(\d{1,2})?\s*(?:分|[:：])?\s*(\d{1,2})?\s*秒?$/.exec(clean);
  if (!time) return /[:：时点]/.test(clean) ? undefined : startOfDay(day);
  const [hour, minute, second] = [Number(time[1]), Number(time[2] ?? 0), Number(time[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return new Date(startOfDay(day, hour * 60 + minute).getTime() + second * 1000);
}
