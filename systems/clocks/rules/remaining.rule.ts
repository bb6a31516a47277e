import { dayOf, HOUR } from "../../../foundation/time/index.ts";
import { type Calendar, workingDaysBetween } from "./calendar.ts";

export interface Remaining {
  readonly state: "running" | "soon" | "today" | "overdue";
  /** Working days after today up to the due day: 0 = due today (or on the free days right behind it), negative when overdue. */
  readonly workingDays: number;
  /** Working days since the due day; 0 while running, and 0 on the very day it was missed. */
  readonly overdueWorkingDays: number;
  /** Hours by the wall clock, negative when overdue; for terms in hours. */
  readonly hours: number;
}

/** "Soon" is so many working days or fewer. */
export const SOON_WORKING_DAYS = 2;

/** How a due instant stands now, in the county's working days. */
export function remaining({ due, now, calendar }: { due: Date; now: Date; calendar: Calendar }): Remaining {
  const [dueDay, today] = [dayOf(due), dayOf(now)];
  const workingDays = workingDaysBetween(calendar, today, dueDay);
  const hours = (due.getTime() - now.getTime()) / HOUR;
  if (now > due) return { state: "overdue", workingDays, overdueWorkingDays: 0 - workingDays, hours };
  const state = dueDay === today ? "today" : workingDays <= SOON_WORKING_DAYS ? "soon" : "running";
  return { state, workingDays, overdueWorkingDays: 0, hours };
}
