import type { Level, UnitKind } from "../contract.ts";
import { classOfPost } from "./three-administrations.rule.ts";

/** How far the work of a post in such a unit reaches: the whole county, the unit's place, or only its own matters. */
export function reachOfAUnit(kind: UnitKind): "county" | "places" | "units" {
  switch (kind) {
    case "county leadership":
    case "county centre":
      return "county";
    case "township centre":
    case "village centre":
      return "places";
    default:
      return "units";
  }
}

export function levelOfAUnit(kind: UnitKind): Level {
  if (kind === "township centre") return "township";
  if (kind === "village centre") return "village";
  return "county";
}

export interface HeldToday {
  readonly post: string;
  readonly unit: string;
  readonly unitKind: UnitKind;
  readonly place: string | null;
  readonly rights: readonly string[];
  /** Of an inspector: the units and places that the approved plan names. */
  readonly planUnits?: readonly string[];
  readonly planPlaces?: readonly string[];
}

/** How far one post reaches: an audit post nowhere, an inspector's to what the plan names, any other as far as its unit. */
function reachOf(one: HeldToday) {
  const of = classOfPost(one.rights);
  if (of === "audit") return { reach: "none", units: [], places: [] } as const;
  if (of === "inspection") {
    const places = one.planPlaces ?? [];
    return { reach: places.length > 0 ? "places" : "units", units: one.planUnits ?? [], places } as const;
  }
  const reach = reachOfAUnit(one.unitKind);
  return { reach, units: [one.unit], places: reach === "places" && one.place !== null ? [one.place] : [] } as const;
}

/**
 * What all the posts that a person has today add up to. The scope is the widest of them; units and places are always
 * given beside it, since a matter is seen through any one of the three.
 */
export function whatPostsAddUpTo(held: readonly HeldToday[]) {
  const reached = held.map(reachOf);
  const places = reached.flatMap((one) => one.places);
  const units = reached.flatMap((one) => one.units);
  const scope = reached.some((one) => one.reach === "county")
    ? "county"
    : places.length > 0
      ? "places"
      : reached.some((one) => one.reach !== "none")
        ? "units"
        : "none";
  return {
    scope,
    places: [...new Set(places)],
    units: [...new Set(units)],
    rights: [...new Set(held.flatMap((one) => one.rights))].sort(),
  } as const;
}

/** Whoever has an audit or an inspector's post changes nothing at all. */
export const changesNothing = (held: readonly HeldToday[]): boolean =>
  held.some((one) => ["audit", "inspection"].includes(classOfPost(one.rights)));
