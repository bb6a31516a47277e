export { type CalendarOfYear, type ClocksSeed, publishCalendar, seedClocks } from "./actions/publish-calendar.ts";
export { type Recomputed, type RecordRecomputed, recomputeProvisional } from "./actions/recompute-provisional.ts";
export { keepsTheCalendar } from "./rules/access.ts";
export { type Calendar, makeCalendar, workingDaysBetween } from "./rules/calendar.ts";
export { type Due, type DueInput, dueDate, type Pause } from "./rules/due-date.rule.ts";
export { type Remaining, remaining } from "./rules/remaining.rule.ts";
export { type ClockRows, startClock, startClockWithOutsideDate } from "./rules/start-clock.rule.ts";
export { getTerm, listCalendars, loadCalendar, loadTerms, type Terms } from "./views/calendar.ts";
export { clocksDueBy, clocksOf, explainClock, pausesOf } from "./views/clocks.ts";
