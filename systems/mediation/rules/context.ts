import type { Day } from "../../../foundation/time/index.ts";

/** What an act must know beside the case. */
export interface Context {
  readonly today: Day;
  /** The last day of a statutory term that began on a day, by the county's calendar (clocks). */
  readonly lastDay: (term: "TJ-CONFIRM-REQ-30", from: Day) => Day;
}
