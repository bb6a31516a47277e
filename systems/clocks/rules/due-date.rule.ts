import { Refusal } from "../../../foundation/refusal.ts";
import { addDays, type Day, dayOf, endOfDay, HOUR, MINUTE, startOfDay, yearOf } from "../../../foundation/time/index.ts";
import type { CountedDay, DueExplanation, Term } from "../contract.ts";
import { type Calendar, kindOfDay, officeHoursOn } from "./calendar.ts";

/** A stretch during which the clock stood; an open one has no end yet. */
export interface Pause {
  readonly from: Date;
  readonly to?: Date | undefined;
}
export interface DueInput {
  readonly term: Term;
  readonly start: Date;
  readonly calendar: Calendar;
  readonly pauses?: readonly Pause[];
}
export interface Due extends Omit<DueExplanation, "due"> {
  readonly due: Date;
}

/** No term of law or county comes near; a calendar without a single working day would never end. */
const MOST_DAYS = 4000;

/**
 * When a term ends. Pure: term, start (an instant) and calendar in, the due instant and every day of the count out.
 * - Days: the day it starts is not counted (民法典 201). Working days follow the published calendar with its make-up days.
 *   A natural-day term whose last day is free moves to the next working day (203) where the term says so. It ends at
 *   23:59:59 of the last day, or at close of business where the term says so (203).
 * - Hours run from the instant itself (201): working hours within office hours, urgent hours round the clock.
 * - Where a day's year has no published calendar the week alone decides, and the date is provisional.
 * - A day at whose end the clock stood paused is not counted; hours leave out the pause exactly. A pause still open
 *   counts as lasting for ever is not meant here: close it with "now" first.
 * Source: 民法典 arts. 200–204. Throws `clocks.term-too-long`, `clocks.no-office-hours`.
 */
export function dueDate(input: DueInput): Due {
  const counted = input.term.unit.endsWith("hours") ? countHours(input) : countDays(input);
  const assumedYears = [...new Set(counted.days.filter((day) => day.assumed).map((day) => yearOf(day.date)))];
  const { term, version, name, englishName, length, unit, basis } = input.term;
  return {
    due: counted.due,
    lastDay: dayOf(counted.due),
    provisional: assumedYears.length > 0,
    assumedYears,
    rolledDays: counted.rolledDays,
    term: { term, version, name, englishName, length, unit, basis },
    days: counted.days,
  };
}

interface Counted {
  readonly due: Date;
  readonly days: CountedDay[];
  readonly rolledDays: number;
}

function countDays({ term, start, calendar, pauses = [] }: DueInput): Counted {
  const natural = term.unit === "natural days";
  let day = dayOf(start);
  const days: CountedDay[] = [{ date: day, counted: false, n: null, why: "starting day" }];
  for (let n = 0; n < term.length; ) {
    day = nextDay(day, days);
    const kind = kindOfDay(calendar, day);
    const paused = pausedAt(endOfDay(day), pauses);
    const counts = !paused && (natural || kind.working);
    if (counts) n += 1;
    days.push({
      date: day,
      counted: counts,
      n: counts ? n : null,
      why: paused ? "paused" : natural ? "natural day" : kind.why,
      ...(kind.name && { name: kind.name }),
      ...(kind.assumed && !natural && { assumed: true }),
    });
  }
  let rolledDays = 0;
  if (natural && term.roll === "to the next working day") {
    let kind = kindOfDay(calendar, day);
    if (kind.assumed) days.at(-1)!.assumed = true;
    while (!kind.working) {
      day = nextDay(day, days);
      kind = kindOfDay(calendar, day);
      rolledDays += 1;
      days.push({
        date: day,
        counted: false,
        n: null,
        why: kind.working ? "last day moved here" : kind.why,
        ...(kind.name && { name: kind.name }),
        ...(kind.assumed && { assumed: true }),
      });
    }
  }
  const close = term.ends === "close of business" ? officeHoursOn(calendar, day).at(-1) : undefined;
  return { due: close ? startOfDay(day, close.to) : endOfDay(day), days, rolledDays };
}

function countHours({ term, start, calendar, pauses = [] }: DueInput): Counted {
  const urgent = term.unit === "urgent hours";
  const days: CountedDay[] = [];
  let left = term.length * HOUR;
  for (let day = dayOf(start); ; day = nextDay(day, days)) {
    const kind = kindOfDay(calendar, day);
    const spans = urgent ? [{ from: 0, to: 1440 }] : kind.working ? officeHoursOn(calendar, day) : [];
    const before = left;
    let due: Date | undefined;
    for (const stretch of spans.flatMap((span) => whatIsLeftOf(day, span, start, pauses))) {
      const length = stretch.to - stretch.from;
      if (length >= left) {
        due = new Date(stretch.from + left);
        left = 0;
        break;
      }
      left -= length;
    }
    const hours = (before - left) / HOUR;
    days.push({
      date: day,
      counted: hours > 0,
      n: null,
      why: urgent ? "round the clock" : kind.working && hours === 0 ? "outside office hours" : kind.why,
      hours,
      ...(kind.name && !urgent && { name: kind.name }),
      ...(kind.assumed && !urgent && { assumed: true }),
    });
    if (due) return { due, days, rolledDays: 0 };
  }
}

function nextDay(day: Day, days: readonly CountedDay[]): Day {
  if (days.length > MOST_DAYS) throw new Refusal("clocks.term-too-long", { days: MOST_DAYS });
  return addDays(day, 1);
}

const pausedAt = (at: Date, pauses: readonly Pause[]): boolean =>
  pauses.some((pause) => pause.from <= at && (pause.to === undefined || pause.to > at));

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A span of a day from the start on, without the pauses. */
function whatIsLeftOf(day: Day, span: { from: number; to: number }, start: Date, pauses: readonly Pause[]): Stretch[] {
  const midnight = startOfDay(day).getTime();
  const whole = { from: Math.max(midnight + span.from * MINUTE, start.getTime()), to: midnight + span.to * MINUTE };
  let left: Stretch[] = whole.to > whole.from ? [whole] : [];
  for (const pause of pauses) {
    const [from, to] = [pause.from.getTime(), pause.to?.getTime() ?? Number.POSITIVE_INFINITY];
    left = left.flatMap((one) =>
      [
        { from: one.from, to: Math.min(one.to, from) },
        { from: Math.max(one.from, to), to: one.to },
      ].filter((part) => part.to > part.from),
    );
  }
  return left;
}
