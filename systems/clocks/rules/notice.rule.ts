import { Refusal } from "../../../foundation/refusal.ts";
import { isDay, isWeekend } from "../../../foundation/time/index.ts";
import type { CalendarDay } from "../contract.ts";

/**
 * A year's notice names each day once, its make-up workdays are Saturdays or Sundays, and it reaches no further than the December
 * before and the January after. Throws with the day that does not fit.
 */
export function noticeIsSound(year: number, days: readonly CalendarDay[]): void {
  const seen = new Set<string>();
  for (const { day, kind } of days) {
    if (!isDay(day) || day < `${year - 1}-12-01` || day > `${year + 1}-01-31`)
      throw new Refusal("clocks.day-outside-the-year", { day, year });
    if (seen.has(day)) throw new Refusal("clocks.day-named-twice", { day });
    if (kind === "make-up workday" && !isWeekend(day)) throw new Refusal("clocks.make-up-workday-is-no-weekend", { day });
    seen.add(day);
  }
}
