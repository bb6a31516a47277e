import type { Actor } from "../actor.ts";

export type { Actor };

/** The context of a background job of this county. */
export const jobActor = (county: number): Actor => ({
  role: "jobs",
  county,
  units: [],
  places: [],
  scope: "county",
  rights: [],
  locale: "zh-CN",
});

/** A resident at the portal; `matters` are those opened by the code they hold. */
export const residentActor = (county: number, matters: readonly string[] = [], locale: Actor["locale"] = "zh-CN"): Actor => ({
  role: "portal",
  county,
  units: [],
  places: [],
  scope: "none",
  rights: [],
  matters,
  locale,
});

/** The settings of `linli.*` that stand for this actor inside a transaction. */
export function contextOf(actor: Actor): Record<string, string> {
  return {
    "linli.county": String(actor.county),
    "linli.person": actor.person ?? "",
    "linli.post": actor.post ?? "",
    "linli.posts": (actor.allPosts ?? []).join(","),
    "linli.units": actor.units.join(","),
    "linli.chain": (actor.chain ?? actor.units).join(","),
    "linli.served": (actor.served ?? actor.allPosts ?? []).join(","),
    "linli.places": actor.places.join(","),
    "linli.scope": actor.scope,
    "linli.matters": (actor.matters ?? []).join(","),
    "linli.audit": actor.rights.includes("teams.audit") ? "on" : "",
    "linli.inspects": actor.rights.includes("inspections.read") ? "on" : "",
  };
}
