import { addDays, type Day, dayOf, HOUR, minuteOfDay, startOfDay } from "../../../foundation/time/index.ts";
import type { TermUnit } from "../contract.ts";
import { type Calendar, kindOfDay, workingDaysBetween } from "./calendar.ts";

/** When a step falls due: at a share of the time used, on the last working day, when the date has passed, or so many working days later. */
export type WarningMoment =
  | { readonly share: number }
  | { readonly lastWorkingDay: true }
  | { readonly workingDaysOverdue: number };

export interface WarningStep {
  readonly code: string;
  readonly moment: WarningMoment;
}

/** The county's ladder, lowest step first, and its quiet hours in minutes since midnight (Asia/Shanghai). */
export interface WarningLadder {
  readonly steps: readonly WarningStep[];
  readonly quietFrom: number;
  readonly quietUntil: number;
}

/** What the ladder must know of a clock. `unit` is that of its term; none where the date was set from outside. */
export interface WarnedClock {
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly unit: TermUnit | undefined;
  readonly warned: string | null;
  readonly warnedFor: Date | null;
}

/** Terms of urgent hours, and dates from outside less than a day away, are told at once, also at night and on free days. */
export const isUrgent = (clock: Pick<WarnedClock, "startedAt" | "dueAt" | "unit">): boolean =>
  clock.unit === "urgent hours" || (clock.unit === undefined && clock.dueAt.getTime() - clock.startedAt.getTime() <= 24 * HOUR);

const isWorking = (calendar: Calendar, day: Day) => kindOfDay(calendar, day).working;

/** The first working day on or after this one. */
function workingDayFrom(calendar: Calendar, day: Day): Day {
  let found = day;
  for (let tries = 0; tries < 60 && !isWorking(calendar, found); tries += 1) found = addDays(found, 1);
  return found;
}

function workingDayUpTo(calendar: Calendar, day: Day): Day {
  let found = day;
  for (let tries = 0; tries < 60 && !isWorking(calendar, found); tries += 1) found = addDays(found, -1);
  return found;
}

function workingDayAfter(calendar: Calendar, day: Day, count: number): Day {
  let found = day;
  for (let n = 0; n < count; n += 1) found = workingDayFrom(calendar, addDays(found, 1));
  return found;
}

/** The moment itself, or the end of the quiet time that it falls into: nights, and days on which nobody works. */
export function whenQuietEnds(at: Date, ladder: WarningLadder, calendar: Calendar): Date {
  const minute = minuteOfDay(at);
  const today = dayOf(at);
  const day = minute >= ladder.quietFrom ? addDays(today, 1) : today;
  const opens = workingDayFrom(calendar, day);
  if (opens === today && minute >= ladder.quietUntil) return at;
  return startOfDay(opens, ladder.quietUntil);
}

function momentOf(step: WarningStep, clock: WarnedClock, ladder: WarningLadder, calendar: Calendar): Date | undefined {
  const { startedAt, dueAt, unit } = clock;
  const inHours = unit === "urgent hours" || unit === "working hours" || isUrgent(clock);
  const [first, last] = [dayOf(startedAt), dayOf(dueAt)];
  const { moment } = step;
  if ("workingDaysOverdue" in moment) {
    if (moment.workingDaysOverdue === 0) return new Date(dueAt.getTime() + 1);
    return startOfDay(workingDayAfter(calendar, last, moment.workingDaysOverdue), ladder.quietUntil);
  }
  if ("lastWorkingDay" in moment) return inHours ? undefined : startOfDay(workingDayUpTo(calendar, last), ladder.quietUntil);
  if (inHours) return new Date(startedAt.getTime() + (dueAt.getTime() - startedAt.getTime()) * moment.share);
  const days = workingDaysBetween(calendar, first, last);
  const used = Math.ceil(days * moment.share);
  if (used >= days) return undefined;
  return startOfDay(workingDayAfter(calendar, first, used), ladder.quietUntil);
}

/** When each step is to be told, quiet hours considered; steps that this clock does not have are missing. Never before the one below it. */
export function momentsOf(clock: WarnedClock, ladder: WarningLadder, calendar: Calendar): { code: string; at: Date }[] {
  const urgent = isUrgent(clock);
  let before = 0;
  return ladder.steps.flatMap((step) => {
    const at = momentOf(step, clock, ladder, calendar);
    if (!at) return [];
    const told = urgent ? at : whenQuietEnds(at, ladder, calendar);
    before = Math.max(before, told.getTime());
    return [{ code: step.code, at: new Date(before) }];
  });
}

/** What to say about a clock now, and when to look at it again; `again` is missing where nothing more is to be said. */
export interface WarningDecision {
  readonly step: string | undefined;
  readonly again: Date | undefined;
}

/**
 * The highest step whose moment has come and that is above the one given for this due date; the lower ones it passed are not told
 * afterwards. A machine clock that jumped back finds no step above the one given, and says nothing.
 */
export function nextWarning(clock: WarnedClock, ladder: WarningLadder, calendar: Calendar, now: Date): WarningDecision {
  const moments = momentsOf(clock, ladder, calendar);
  const order = ladder.steps.map((step) => step.code);
  const given = clock.warnedFor?.getTime() === clock.dueAt.getTime() ? order.indexOf(clock.warned ?? "") : -1;
  const open = moments.filter(({ code }) => order.indexOf(code) > given);
  const come = open.filter(({ at }) => at <= now);
  const quietUntil = isUrgent(clock) ? now : whenQuietEnds(now, ladder, calendar);
  if (come.length > 0 && quietUntil > now) return { step: undefined, again: quietUntil };
  return { step: come.at(-1)?.code, again: open.find(({ at }) => at > now)?.at };
}
