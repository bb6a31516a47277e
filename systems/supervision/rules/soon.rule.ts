import { addDays, dayOf, endOfDay } from "../../../foundation/time/index.ts";

/** 将到期 reaches to the end of the second working day from now. */
export const SOON_WORKING_DAYS = 2;

interface WorkingDays {
  readonly days: ReadonlyMap<string, { readonly kind: "holiday" | "make-up workday" }>;
}

const isWorking = ({ days }: WorkingDays, day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const marked = days.get(day)?.kind;
  return marked ? marked === "make-up workday" : weekday !== 0 && weekday !== 6;
};

export function soonUntil(calendar: WorkingDays, now: Date): Date {
  let day = dayOf(now);
  for (let working = 0; working < SOON_WORKING_DAYS; ) {
    day = addDays(day, 1);
    if (isWorking(calendar, day)) working += 1;
  }
  return endOfDay(day);
}
