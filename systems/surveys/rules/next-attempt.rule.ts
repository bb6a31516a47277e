import { addDays, dayOf, MINUTE, minuteOfDay, startOfDay } from "../../../foundation/time/index.ts";
import type { TRIES } from "./lifecycle.ts";
import type { Sampling } from "./survey-data.ts";

/** This instant, or the next one at which residents may be called. */
export function withinCallingHours(at: Date, sampling: Sampling): Date {
  const minute = minuteOfDay(at);
  if (minute < sampling.from) return startOfDay(dayOf(at), sampling.from);
  return minute < sampling.until ? at : startOfDay(addDays(dayOf(at), 1), sampling.from);
}

/** After an attempt that reached nobody: again later, or the end. `attempts` counts this one too. */
export function afterAnAttempt(
  what: (typeof TRIES)[number],
  attempts: number,
  at: Date,
  sampling: Sampling,
): { readonly act: "give-up" } | { readonly act: "try"; readonly dueFrom: Date } {
  if (sampling.endsAtOnce.includes(what) || attempts >= sampling.mostAttempts) return { act: "give-up" };
  return { act: "try", dueFrom: withinCallingHours(new Date(at.getTime() + sampling.againAfterMinutes * MINUTE), sampling) };
}
