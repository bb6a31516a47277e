import type { Actor } from "../../../foundation/actor.ts";

/** System administration: units, posts, accounts, and who is on ordinary posts. */
export const ARRANGE = "teams.manage";
/** Security administration: sealed and administrative rights, resets, sessions, locks. */
export const SECURE = "teams.secure";

/** Who arranges the county's units and posts: a post with that right whose work reaches the whole county. */
export const arrangesTeams = (actor: Actor): boolean =>
  actor.role === "app" && actor.scope === "county" && actor.rights.includes(ARRANGE);

/** Who grants sealed and administrative posts, and gives sign-ins back: a security post that reaches the whole county. */
export const securesTeams = (actor: Actor): boolean =>
  actor.role === "app" && actor.scope === "county" && actor.rights.includes(SECURE);

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

export const mayArrange = (actor: Actor): boolean => arrangesTeams(actor) || securesTeams(actor) || isDoorkeeper(actor);
