import type { Actor } from "../../../foundation/actor.ts";

/** Who enters the county's calendar, office hours and terms: a post with that right, working for the whole county, or a job. */
export const keepsTheCalendar = (actor: Actor): boolean =>
  actor.scope === "county" && (actor.role === "jobs" || (actor.role === "app" && actor.rights.includes("clocks.calendar")));
