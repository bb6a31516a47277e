import type { z } from "zod";
import { Refusal } from "../../../../foundation/refusal.ts";
import { resolvePlace } from "../../../territory/index.ts";
import type { PlaceInput } from "../../contract.ts";
import type { Books } from "../../store/books.ts";
import { keepable } from "../../store/command.ts";
import type { MatterRow } from "../../store/row.ts";

export type Placed = Pick<
  MatterRow,
  | "place_id"
  | "township_id"
  | "village_id"
  | "grid_id"
  | "place_words"
  | "place_confirmed"
  | "territory_version"
  | "lng"
  | "lat"
  | "accuracy"
>;

/**
 * Where a matter lies. A place that a person chose is confirmed; else the words and the text are read, and only a single certain
 * answer is taken, unconfirmed, until someone confirms it. Throws `matters.no-such-place`.
 */
export function placeAMatter(
  books: Books,
  place: z.output<typeof PlaceInput>,
  text: string,
  hint: { townshipId?: string },
): Placed {
  const point = place.point;
  const base = {
    place_words: place.words ? keepable(place.words) : null,
    territory_version: books.gazetteer.version,
    lng: point?.lng ?? null,
    lat: point?.lat ?? null,
    accuracy: point?.accuracy ?? null,
  };
  if (place.placeId) {
    const chosen = books.gazetteer.places.get(place.placeId);
    if (!chosen) throw new Refusal("matters.no-such-place", {}, { status: 404 });
    return {
      ...base,
      place_id: chosen.id,
      township_id: chosen.townshipId,
      village_id: chosen.villageId,
      grid_id: chosen.gridId,
      place_confirmed: true,
    };
  }
  const answer = resolvePlace(books.gazetteer, `${place.words ?? ""}\n${text}`, hint);
  if (answer.kind === "one" && answer.certainty === "certain")
    return {
      ...base,
      place_id: answer.place.id,
      township_id: answer.place.townshipId,
      village_id: answer.place.villageId,
      grid_id: answer.place.gridId,
      place_confirmed: false,
    };
  return { ...base, place_id: null, township_id: null, village_id: null, grid_id: null, place_confirmed: false };
}
