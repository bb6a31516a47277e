import type { Actor } from "../../../foundation/actor.ts";

/** Who enters and closes articles: a post with that right, working for the whole county, or a job. */
export const keepsTheRegister = (actor: Actor): boolean =>
  actor.scope === "county" && (actor.role === "jobs" || (actor.role === "app" && actor.rights.includes("law.keep")));
