/** Who acts, with which posts: the context that row-level security reads. Made by sign-in, by the portal, by a job, by an import. */
export interface Actor {
  readonly role: "app" | "portal" | "jobs" | "verify";
  readonly county: number;
  /** The person's own id (a pseudonym); absent for residents and jobs. */
  readonly person?: string;
  /** The post in whose name this act is done. */
  readonly post?: string;
  /** Unit of that post. */
  readonly unit?: string;
  /** Every unit in which the person holds a post today. */
  readonly units: readonly string[];
  /** Territory of the posts: township or village ids; empty with `scope: "county"` means the whole county. */
  readonly places: readonly string[];
  readonly scope: "county" | "places" | "units" | "none";
  /** Rights of the posts held today, e.g. "matters.dispatch". */
  readonly rights: readonly string[];
  /** Matter ids that the bearer of a code may see (portal). */
  readonly matters?: readonly string[];
  readonly locale: "zh-CN" | "en";
}

/** The context of a background job of this county. */
export const jobActor = (county: number): Actor => ({
  role: "jobs", county, units: [], places: [], scope: "county", rights: [], locale: "zh-CN",
});

/** A resident at the portal; `matters` are those opened by the code they hold. */
export const residentActor = (county: number, matters: readonly string[] = [], locale: Actor["locale"] = "zh-CN"): Actor => ({
  role: "portal", county, units: [], places: [], scope: "none", rights: [], matters, locale,
});

/** The settings of `linli.*` that stand for this actor inside a transaction. */
export function contextOf(actor: Actor): Record<string, string> {
  return {
    "linli.county": String(actor.county),
    "linli.person": actor.person ?? "",
    "linli.post": actor.post ?? "",
    "linli.units": actor.units.join(","),
    "linli.places": actor.places.join(","),
    "linli.scope": actor.scope,
    "linli.matters": (actor.matters ?? []).join(","),
  };
}
