import type { Level, UnitKind } from "../contract.ts";

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
}

/**
 * What all the posts that a person has today add up to. The scope is the widest of them; units and places are always
 * given beside it, since a matter is seen through any one of the three.
 */
export function whatPostsAddUpTo(held: readonly HeldToday[]) {
  const reaches = new Set(held.map((one) => reachOfAUnit(one.unitKind)));
  const places = held
    .filter((one) => reachOfAUnit(one.unitKind) === "places" && one.place !== null)
    .map((one) => one.place as string);
  const scope = reaches.has("county") ? "county" : places.length > 0 ? "places" : held.length > 0 ? "units" : "none";
  return {
    scope,
    places: [...new Set(places)],
    units: [...new Set(held.map((one) => one.unit))],
    rights: [...new Set(held.flatMap((one) => one.rights))].sort(),
  } as const;
}
