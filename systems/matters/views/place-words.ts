import type { Books } from "../store/books.ts";

/** 冢头镇 东街村: the place below the county, in the register's short names. */
export function placeWords(books: Books, placeId: string | null): string | null {
  const place = placeId ? books.gazetteer.places.get(placeId) : undefined;
  if (!place) return null;
  const steps = place.path.filter((step) => step.kind !== "county");
  return steps.length > 0 ? steps.map((step) => step.shortName || step.name).join(" ") : place.name;
}
