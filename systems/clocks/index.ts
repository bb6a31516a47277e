export { endClock, keepClock } from "./actions/keep-clock.ts";
export { type CalendarOfYear, type ClocksSeed, publishCalendar, seedClocks } from "./actions/publish-calendar.ts";
export { type Recomputed, type RecordRecomputed, recomputeProvisional } from "./actions/recompute-provisional.ts";
export {
  type DueWarning,
  type GiveWarnings,
  takeDueWarnings,
  type WarningPass,
} from "./actions/take-due-warnings.ts";
export { keepsTheCalendar } from "./rules/access.ts";
export { type Calendar, makeCalendar, workingDaysBetween } from "./rules/calendar.ts";
export { calendarVersionBetween } from "./rules/calendar-version.ts";
export { type Due, type DueInput, dueDate, type Extension, type Pause } from "./rules/due-date.rule.ts";
export { dueSentence } from "./rules/due-sentence.ts";
export { mayExtend } from "./rules/may-extend.rule.ts";
export { mayPause } from "./rules/may-pause.rule.ts";
export { type Remaining, remaining } from "./rules/remaining.rule.ts";
export { type ClockRows, startClock, startClockWithOutsideDate } from "./rules/start-clock.rule.ts";
export {
  isUrgent,
  momentsOf,
  nextWarning,
  type WarnedClock,
  type WarningLadder,
  type WarningStep,
  whenQuietEnds,
} from "./rules/warning-ladder.rule.ts";
export { type ClockEvent, type WhatHappened, whatHappened } from "./rules/what-happened.rule.ts";
export { type CalendarHistory, loadCalendarHistory } from "./views/calendar-history.ts";
export { type ClockInHand, clockInHand } from "./views/clock-in-hand.ts";
export { clocksDueBy, clocksOf, explainClock } from "./views/clocks.ts";
export { getTerm, listCalendars, loadCalendar, loadTerms, type Terms } from "./views/read-calendar.ts";
export { clocksRefusals, dayWords, termWords } from "./words.ts";
