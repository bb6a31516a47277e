import { Refusal } from "../../../foundation/refusal.ts";
import { type Day, daysBetween, isWeekend, weekdayOf, yearOf } from "../../../foundation/time/index.ts";
import type { CalendarDay, OfficeHours, YearCalendar } from "../contract.ts";

/** Minutes since midnight in Shanghai. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** All that a county's due dates rest on: the published years' days that differ from the week, and its office hours. */
export interface Calendar {
  readonly county: number;
  /** Names the published years and their versions, e.g. "2025v1 2026v2"; kept beside every date computed from it. */
  readonly version: string;
  readonly published: ReadonlySet<number>;
  readonly days: ReadonlyMap<Day, CalendarDay>;
  /** Office hours by the day from which they hold, oldest first. */
  readonly hours: readonly { readonly from: Day; readonly spans: readonly Span[] }[];
}

const SPAN = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/;

/** "08:30-12:00" → minutes. Throws `clocks.office-hours-unfit` where it is none. */
export function spanOf(text: string): Span {
  const parts = SPAN.exec(text)?.slice(1).map(Number);
  if (!parts) throw new Refusal("clocks.office-hours-unfit", { text }, { status: 400 });
  const [h1, m1, h2, m2] = parts as [number, number, number, number];
  const span = { from: h1 * 60 + m1, to: h2 * 60 + m2 };
  if (span.to <= span.from || span.to > 1440) throw new Refusal("clocks.office-hours-unfit", { text }, { status: 400 });
  return span;
}

/** Puts a calendar together from published years and office hours; where two notices speak of one day the later year's holds. */
export function makeCalendar(county: number, years: readonly YearCalendar[], hours: readonly OfficeHours[] = []): Calendar {
  const inOrder = [...years].sort((a, b) => a.year - b.year);
  return {
    county,
    version: inOrder.map((one) => `${one.year}v${one.version}`).join(" "),
    published: new Set(inOrder.map((one) => one.year)),
    days: new Map(inOrder.flatMap((one) => one.days.map((day) => [day.day, day] as const))),
    hours: [...hours]
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
      .map((one) => ({ from: one.validFrom, spans: one.spans.map(spanOf).sort((a, b) => a.from - b.from) })),
  };
}

export interface KindOfDay {
  readonly working: boolean;
  readonly why: "working day" | "make-up workday" | "weekend" | "holiday";
  readonly name?: string;
  /** Nothing is published for this year and no notice speaks of the day: the week alone decides. */
  readonly assumed: boolean;
}

const kindsKnown = new WeakMap<Calendar, Map<Day, KindOfDay>>();

/** Is this day worked in the county, and why; the same object each time while the calendar stands. */
export function kindOfDay(calendar: Calendar, day: Day): KindOfDay {
  let known = kindsKnown.get(calendar);
  if (!known) {
    known = new Map();
    kindsKnown.set(calendar, known);
  }
  let kind = known.get(day);
  if (!kind) {
    kind = findKind(calendar, day);
    known.set(day, kind);
  }
  return kind;
}

function findKind(calendar: Calendar, day: Day): KindOfDay {
  const special = calendar.days.get(day);
  if (special) return { working: special.kind === "make-up workday", why: special.kind, name: special.name, assumed: false };
  const free = isWeekend(day);
  return { working: !free, why: free ? "weekend" : "working day", assumed: !calendar.published.has(yearOf(day)) };
}

/** Office hours of a working day. Throws `clocks.no-office-hours` where the county has set none. */
export function officeHoursOn(calendar: Calendar, day: Day): readonly Span[] {
  const spans = (calendar.hours.findLast((one) => one.from <= day) ?? calendar.hours[0])?.spans;
  if (!spans) throw new Refusal("clocks.no-office-hours", { county: calendar.county });
  return spans;
}

/** Monday-to-Friday days up to and including this one, counted from a fixed Monday. */
function weekdaysUpTo(day: Day): number {
  const since = daysBetween("2000-01-03", day);
  const weeks = Math.floor((since + 1) / 7);
  return weeks * 5 + Math.min(weekdayOf(day) % 7, 5);
}

/** Working days after `from` up to and including `to`; negative where `to` lies before. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  let count = weekdaysUpTo(to) - weekdaysUpTo(from);
  for (const { day, kind } of calendar.days.values()) {
    if (day <= from || day > to) continue;
    const weekend = isWeekend(day);
    if (kind === "holiday" && !weekend) count -= 1;
    if (kind === "make-up workday" && weekend) count += 1;
  }
  return count;
}
