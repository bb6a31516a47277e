import { type Day, yearOf } from "../../../foundation/time/index.ts";
import type { Calendar } from "./calendar.ts";

/**
 * The years' versions that a count between two days rests on, e.g. "2025v1+2026v2": a notice may speak of the December before and of
 * the January after. "none" where none of them was published. Kept beside every date, so that it can be counted again as it was then.
 */
export function calendarVersionBetween(calendar: Pick<Calendar, "version">, from: Day, to: Day): string {
  const [first, last] = [yearOf(from) - 1, yearOf(to) + 1];
  const used = calendar.version.split(" ").filter((part) => {
    const year = Number.parseInt(part, 10);
    return year >= first && year <= last;
  });
  return used.length > 0 ? used.join("+") : "none";
}
