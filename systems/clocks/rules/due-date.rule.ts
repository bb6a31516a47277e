import { Refusal } from "../../../foundation/refusal.ts";
import { addDays, type Day, dayOf, endOfDay, HOUR, MINUTE, startOfDay, yearOf } from "../../../foundation/time/index.ts";
import type { CountedDay, DueExplanation, Term } from "../contract.ts";
import { type Calendar, kindOfDay, officeHoursOn, type Span } from "./calendar.ts";

/** A stretch during which the clock stood; an open one has no end yet. */
export interface Pause {
  readonly from: Date;
  readonly to?: Date | undefined;
  /** A code of the term's own list of grounds. */
  readonly ground?: string | undefined;
  /** The post that approved it; never a person. */
  readonly approver?: string | undefined;
}
/** `by` is in the term's own unit. */
export interface Extension {
  readonly by: number;
  /** Why, in words. */
  readonly ground?: string | undefined;
  readonly approver?: string | undefined;
}
export interface DueInput {
  readonly term: Term;
  readonly start: Date;
  readonly calendar: Calendar;
  readonly pauses?: readonly Pause[] | undefined;
  readonly extensions?: readonly Extension[] | undefined;
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
 * - Extensions lengthen the term; the answer names them and the pauses with ground and approving post.
 * Source: 民法典 arts. 200–204. Throws `clocks.term-too-long`, `clocks.no-office-hours`.
 */
export function dueDate(input: DueInput): Due {
  const { start, pauses = [], extensions = [] } = input;
  const length = extensions.reduce((sum, one) => sum + one.by, input.term.length);
  const counted = input.term.unit.endsWith("hours") ? countHours(input, length) : countDays(input, length);
  const assumed = counted.days.filter((day) => day.assumed);
  const assumedYears = [...new Set(assumed.map((day) => yearOf(day.date)))];
  return {
    start: start.toISOString(),
    due: counted.due,
    lastDay: dayOf(counted.due),
    provisional: assumedYears.length > 0,
    assumedYears,
    rolledDays: counted.rolledDays,
    term: namesOf(input.term),
    pauses: pauses.map((one) => stillStood(one, input.term, counted.left.get(one) ?? 0)),
    extensions: extensions.map(({ by, ground, approver }) => ({ by, ...(ground && { ground }), ...(approver && { approver }) })),
    days: counted.days,
  };
}

function namesOf({ term, version, name, englishName, length, unit, basis }: Term): Due["term"] {
  return { term, version, name, englishName, length, unit, basis };
}

function stillStood(pause: Pause, term: Term, left: number): Due["pauses"][number] {
  const known = term.pauses.find((one) => one.ground === pause.ground);
  const name = known?.name ?? pause.ground;
  return {
    from: pause.from.toISOString(),
    to: pause.to?.toISOString() ?? null,
    left,
    ...(name && { name, englishName: known?.englishName || name }),
    ...(pause.approver && { approver: pause.approver }),
  };
}

interface Counted {
  readonly due: Date;
  readonly days: CountedDay[];
  readonly rolledDays: number;
  /** What each pause kept from being counted: days of the term, or hours. */
  readonly left: ReadonlyMap<Pause, number>;
}

function countDays({ term, start, calendar, pauses = [] }: DueInput, length: number): Counted {
  const left = new Map<Pause, number>();
  const natural = term.unit === "natural days";
  let day = dayOf(start);
  const days: CountedDay[] = [{ date: day, counted: false, n: null, why: "starting day" }];
  for (let n = 0; n < length; ) {
    day = nextDay(day, days);
    const kind = kindOfDay(calendar, day);
    const paused = pauses.length > 0 ? pausedAt(endOfDay(day), pauses) : undefined;
    const counts = !paused && (natural || kind.working);
    if (counts) n += 1;
    if (paused && (natural || kind.working)) left.set(paused, (left.get(paused) ?? 0) + 1);
    const counted: CountedDay = {
      date: day,
      counted: counts,
      n: counts ? n : null,
      why: paused ? "paused" : natural ? "natural day" : kind.why,
    };
    if (kind.name) counted.name = kind.name;
    if (kind.assumed && !natural) counted.assumed = true;
    days.push(counted);
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
  return { due: close ? startOfDay(day, close.to) : endOfDay(day), days, rolledDays, left };
}

function countHours({ term, start, calendar, pauses = [] }: DueInput, length: number): Counted {
  const passed = new Map<Pause, number>();
  const urgent = term.unit === "urgent hours";
  const days: CountedDay[] = [];
  let left = length * HOUR;
  for (let day = dayOf(start); ; day = nextDay(day, days)) {
    const kind = kindOfDay(calendar, day);
    const spans = urgent ? [{ from: 0, to: 1440 }] : kind.working ? officeHoursOn(calendar, day) : [];
    const before = left;
    let due: Date | undefined;
    for (const stretch of spans.flatMap((span) => whatIsLeftOf(day, span, start, pauses))) {
      const long = stretch.to - stretch.from;
      if (long >= left) {
        due = new Date(stretch.from + left);
        left = 0;
        break;
      }
      left -= long;
    }
    for (const pause of pauses) passed.set(pause, (passed.get(pause) ?? 0) + hoursWithin(day, spans, start, pause, due));
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
    if (due) return { due, days, rolledDays: 0, left: passed };
  }
}

function nextDay(day: Day, days: readonly CountedDay[]): Day {
  if (days.length > MOST_DAYS) throw new Refusal("clocks.term-too-long", { days: MOST_DAYS });
  let next = nextDays.get(day);
  if (next === undefined) {
    next = addDays(day, 1);
    if (nextDays.size < MOST_KEPT) nextDays.set(day, next);
  }
  return next;
}

/** A count asks for the same few thousand days again and again. */
const nextDays = new Map<Day, Day>();
const MOST_KEPT = 50_000;

const pausedAt = (at: Date, pauses: readonly Pause[]): Pause | undefined =>
  pauses.find((pause) => pause.from <= at && (pause.to === undefined || pause.to > at));

/** Hours of these spans, from the start to the due instant, that lie within the pause. */
function hoursWithin(day: Day, spans: readonly Span[], start: Date, pause: Pause, due: Date | undefined): number {
  const midnight = startOfDay(day).getTime();
  const [first, last] = [Math.max(start.getTime(), pause.from.getTime()), pause.to?.getTime() ?? Number.POSITIVE_INFINITY];
  return spans.reduce((sum, span) => {
    const from = Math.max(midnight + span.from * MINUTE, first);
    const to = Math.min(midnight + span.to * MINUTE, last, due?.getTime() ?? Number.POSITIVE_INFINITY);
    return sum + Math.max(0, to - from) / HOUR;
  }, 0);
}

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
