import { z } from "zod";
import { route } from "../../foundation/http/route.ts";

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const TERM_UNITS = ["working days", "natural days", "working hours", "urgent hours"] as const;
export const TermUnit = z.enum(TERM_UNITS);
export type TermUnit = z.infer<typeof TermUnit>;

/** A ground on which the law, or the county's rule for the procedure, lets a term stand still. */
export const PauseGround = z.object({
  ground: z.string().regex(/^[a-z][a-z-]{1,30}$/),
  name: z.string().trim().min(1).max(60),
  englishName: z.string().trim().max(120).default(""),
  basis: z.string().trim().min(2).max(300),
});
export type PauseGround = z.infer<typeof PauseGround>;

export const EXTENSION_TIMES = ["once", "as the law allows"] as const;
/** How a term may be lengthened. `most` is the sum of all extensions in the term's own unit; null where the law gives no number. */
export const TermExtension = z.object({
  times: z.enum(EXTENSION_TIMES),
  most: z.int().positive().max(3650).nullable(),
  approver: z.string().trim().min(1).max(60),
  englishApprover: z.string().trim().max(120).default(""),
  residentTold: z.boolean(),
  basis: z.string().trim().min(2).max(300),
});
export type TermExtension = z.infer<typeof TermExtension>;

/** A term of law or of the county's own rule, in one of its versions. */
export const Term = z.object({
  term: z.string().min(1),
  version: z.int().positive(),
  name: z.string().min(1),
  englishName: z.string().default(""),
  length: z.int().positive(),
  unit: TermUnit,
  /** What happens to a natural-day term whose last day is free. */
  roll: z.enum(["to the next working day", "stays"]).default("to the next working day"),
  /** 民法典 203: with the day, or when business closes where there are business hours. */
  ends: z.enum(["end of day", "close of business"]).default("end of day"),
  basis: z.string().min(1),
  /** The only grounds on which it may stand still; none: it never does. */
  pauses: z.array(PauseGround).default([]),
  /** null: it cannot be lengthened. */
  extension: TermExtension.nullable().default(null),
});
export type Term = z.infer<typeof Term>;

export const CalendarDay = z.object({ day: Day, kind: z.enum(["holiday", "make-up workday"]), name: z.string().min(1) });
export type CalendarDay = z.infer<typeof CalendarDay>;

export const OfficeHours = z.object({ validFrom: Day, spans: z.array(z.string().regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/)).min(1) });
export type OfficeHours = z.infer<typeof OfficeHours>;

export const DAY_REASONS = [
  "starting day",
  "working day",
  "make-up workday",
  "natural day",
  "weekend",
  "holiday",
  "paused",
  "last day moved here",
  "round the clock",
  "outside office hours",
] as const;

/** One day of the calculation; `n` counts the days of the term, `hours` those of a term in hours. */
export const CountedDay = z.object({
  date: Day,
  counted: z.boolean(),
  n: z.int().nullable(),
  why: z.enum(DAY_REASONS),
  /** The holiday's name, where one stands behind it. */
  name: z.string().optional(),
  hours: z.number().optional(),
  /** The year's calendar is not published: weekdays are assumed. */
  assumed: z.boolean().optional(),
});
export type CountedDay = z.infer<typeof CountedDay>;

/** How a due date came about. `due` is an instant: 23:59:59 of the last day, close of business, or the hour. */
export const DueExplanation = z.object({
  start: z.iso.datetime(),
  due: z.iso.datetime(),
  lastDay: Day,
  provisional: z.boolean(),
  assumedYears: z.array(z.int()),
  /** Days by which the last day was moved because it was free. */
  rolledDays: z.int(),
  term: Term.pick({ term: true, version: true, name: true, englishName: true, length: true, unit: true, basis: true }),
  /** `left`: what the pause kept from being counted, in days of the term or in hours. */
  pauses: z.array(
    z.object({
      from: z.iso.datetime(),
      to: z.iso.datetime().nullable(),
      left: z.number(),
      name: z.string().optional(),
      englishName: z.string().optional(),
      approver: z.string().optional(),
    }),
  ),
  extensions: z.array(z.object({ by: z.int(), ground: z.string().optional(), approver: z.string().optional() })),
  days: z.array(CountedDay),
});
export type DueExplanation = z.infer<typeof DueExplanation>;

export const ClockState = z.enum(["running", "paused", "stopped", "met", "missed"]);
export type ClockState = z.infer<typeof ClockState>;
export const RunningClock = z.object({
  id: z.uuid(),
  procedureKind: z.string(),
  procedureId: z.uuid(),
  matterId: z.uuid(),
  term: z.string(),
  termVersion: z.int(),
  startedAt: z.date(),
  dueAt: z.date(),
  provisional: z.boolean(),
  state: ClockState,
  pausedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
});
export type RunningClock = z.infer<typeof RunningClock>;

export const YearCalendar = z.object({ year: z.int(), version: z.int(), source: z.string(), days: z.array(CalendarDay) });
export type YearCalendar = z.infer<typeof YearCalendar>;
export const listCalendarsRoute = route({
  method: "GET",
  path: "/api/calendars",
  summary: "The published calendars in force",
  access: "signed in",
  answer: z.object({ years: z.array(YearCalendar), mayKeep: z.boolean() }),
});
export const publishCalendarRoute = route({
  method: "POST",
  path: "/api/calendars/:year",
  summary: "Enter a year's holidays and make-up days; provisional dates are set once",
  access: "clocks.calendar",
  params: z.object({ year: z.coerce.number().int().min(2000).max(2200) }),
  body: z.object({ source: z.string().trim().min(2).max(300), days: z.array(CalendarDay).min(1).max(120) }),
  answer: z.object({ version: z.int(), recomputed: z.int() }),
});

const OfYear = z.object({ year: z.coerce.number().int().min(2000).max(2200) });
export const previewCalendarRoute = route({
  method: "POST",
  path: "/api/calendars/:year/preview",
  summary: "What publishing these days would do to the running clocks whose date is provisional; nothing is kept",
  access: "clocks.calendar",
  params: OfYear,
  body: z.object({ days: z.array(CalendarDay).min(1).max(120) }),
  answer: z.object({ waiting: z.int(), set: z.int(), moved: z.int() }),
});
export const readCalendarFileRoute = route({
  method: "POST",
  path: "/api/calendars/:year/file",
  summary: "Read a year's days from a spreadsheet (multipart, field `file`); nothing is kept",
  access: "clocks.calendar",
  params: OfYear,
  answer: z.object({ days: z.array(CalendarDay), unread: z.array(z.int()) }),
});
export const listOfficeHoursRoute = route({
  method: "GET",
  path: "/api/office-hours",
  summary: "Office hours, by the day from which they hold",
  access: "signed in",
  answer: z.object({ hours: z.array(OfficeHours) }),
});
export const addOfficeHoursRoute = route({
  method: "POST",
  path: "/api/office-hours",
  summary: "Enter office hours that hold from a day to come",
  access: "clocks.calendar",
  body: z.object({ hours: z.array(OfficeHours).min(1).max(40) }),
  answer: z.object({}),
});
/** Every version of every term, the newest first; `running` clocks keep the version they were started with. */
export const listTermsRoute = route({
  method: "GET",
  path: "/api/terms",
  summary: "Terms in all their versions, with the clocks that run under each",
  access: "signed in",
  answer: z.object({ terms: z.array(Term.extend({ running: z.int() })) }),
});
export const keepTermRoute = route({
  method: "POST",
  path: "/api/terms/:term",
  summary: "A term's next version, for clocks started from now on",
  access: "clocks.calendar",
  params: z.object({ term: z.string().min(1).max(60) }),
  body: Term.omit({ term: true, version: true }).extend({
    baseVersion: z.int().min(0),
    name: z.string().trim().min(1).max(60),
    englishName: z.string().trim().max(120),
    length: z.int().positive().max(3650),
    basis: z.string().trim().min(2).max(300),
  }),
  answer: z.object({ version: z.int() }),
});
