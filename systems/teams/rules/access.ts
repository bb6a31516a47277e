import type { Actor } from "../../../foundation/actor.ts";

/** The right that a post carries when its holder arranges units, posts, people and their passwords. */
export const ARRANGE = "teams.manage";

/** Who arranges the county's units and posts: a post with that right whose work reaches the whole county. */
export const arrangesTeams = (actor: Actor): boolean =>
  actor.role === "app" && actor.scope === "county" && actor.rights.includes(ARRANGE);

/** The context before anyone is known (sign-in, first start, seeding): sees the county's accounts, and nothing of its matters. */
export const doorkeeperOf = (county: number): Actor => ({
  role: "app",
  county,
  units: [],
  places: [],
  scope: "none",
  rights: [],
  locale: "zh-CN",
});

export const isDoorkeeper = (actor: Actor): boolean =>
  actor.role === "app" && actor.scope === "none" && actor.person === undefined;

export const mayArrange = (actor: Actor): boolean => arrangesTeams(actor) || isDoorkeeper(actor);
