import type { Place, PlaceHint } from "../contract.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { townshipBase, villageBase } from "./names.ts";
import { fullNameOf } from "./place-questions.ts";
import { resolvePlace } from "./resolve-place.ts";

const RANK: Record<Place["kind"], number> = { township: 0, village: 1, grid: 2, group: 3, county: 4 };

/** Places that match what is typed so far, the likeliest first: the same name, then its beginning, its initials, its middle. */
export function searchPlaces(gazetteer: Gazetteer, query: string, hint: PlaceHint = {}, limit = 9): Place[] {
  const typed = query
    .trim()
    .toLowerCase()
    .replaceAll(/[\s,，、]+/g, "");
  if (typed === "") return [];
  const found: { place: Place; score: number }[] = [];
  for (const place of gazetteer.places.values()) {
    const score = matchOf(gazetteer, place, typed);
    if (score > 0)
      found.push({ place, score: score + (hint.townshipId && place.townshipId === hint.townshipId ? 5 : 0) - RANK[place.kind] });
  }
  const ranked = found.sort((a, b) => b.score - a.score || (a.place.code < b.place.code ? -1 : 1)).map(({ place }) => place);
  return (ranked.length > 0 ? ranked : readAsText(gazetteer, typed, hint)).slice(0, limit);
}

/** What is typed may be a short text of its own: 小张庄村3组. */
function readAsText(gazetteer: Gazetteer, typed: string, hint: PlaceHint): Place[] {
  const answer = resolvePlace(gazetteer, typed, hint);
  if (answer.kind === "one") return [answer.place];
  return answer.kind === "several" ? answer.candidates.map(({ place }) => place) : [];
}

function matchOf(gazetteer: Gazetteer, place: Place, typed: string): number {
  if (place.kind === "county") return 0;
  const base = place.kind === "township" ? townshipBase(place.name) : villageBase(place.name);
  const names = [place.shortName, base, place.name, ...(gazetteer.aliases.get(place.id) ?? [])];
  const isBelowVillage = place.kind === "grid" || place.kind === "group";
  if (place.code === typed) return 100;
  if (!isBelowVillage) {
    if (names.includes(typed)) return 90;
    if (/^[a-z]+$/.test(typed)) return matchInitials(gazetteer.initials.get(place.id) ?? [], typed);
    if (/^\d{4,}$/.test(typed)) return place.code.startsWith(typed) ? 40 : 0;
    if (names.some((name) => name.startsWith(typed))) return 70;
    if (names.some((name) => name.includes(typed))) return 40;
  }
  return typed.length >= 3 && fullNameOf(place).includes(typed) ? (isBelowVillage ? 30 : 60) : 0;
}

function matchInitials(initials: readonly string[], typed: string): number {
  if (initials.includes(typed)) return 80;
  return initials.some((one) => one.startsWith(typed)) ? 50 : 0;
}
