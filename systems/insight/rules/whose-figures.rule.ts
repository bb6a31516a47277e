import { Refusal } from "../../../foundation/refusal.ts";

interface Reader {
  readonly scope: "county" | "places" | "units" | "none";
  readonly places: readonly string[];
}
interface PlaceLike {
  readonly id: string;
  readonly kind: string;
  readonly townshipId: string | null;
  readonly villageId: string | null;
}

/** Does the reader see every matter of this place? Below the county only one whose posts reach over it. */
export const seesAllOf = (reader: Reader, place: PlaceLike): boolean =>
  reader.scope === "county" || [place.townshipId, place.villageId].some((id) => id !== null && reader.places.includes(id));

/**
 * Whoever answers for a place opens its figures; nobody opens those of a place that is not theirs, since the few matters they
 * see there would look like all of them. The county's page opens for everyone, counting what the reader may see.
 */
export function figuresOfOnesOwnArea(reader: Reader, place: PlaceLike): void {
  if (!["county", "township", "village"].includes(place.kind)) throw new Refusal("insight.no-figures-here", { kind: place.kind });
  if (place.kind !== "county" && !seesAllOf(reader, place)) throw new Refusal("insight.not-your-area", {}, { status: 403 });
}
