/** As much of who acts as these sentences need. */
interface Asking {
  readonly role: "app" | "portal" | "jobs" | "verify";
  readonly scope: "county" | "places" | "units" | "none";
  readonly rights: readonly string[];
}

/** Who keeps the county's register of places may change it; so may the seeding of a county. */
export const mayChangeTerritory = (actor: Asking): boolean =>
  actor.scope === "county" && (actor.role === "jobs" || (actor.role === "app" && actor.rights.includes("territory.manage")));
