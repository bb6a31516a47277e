import type { Actor } from "../../../foundation/db/actor.ts";
import type { Database } from "../../../foundation/db/pool.ts";
import { isId } from "../../../foundation/ids.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Place, PlaceAnswer, PlaceHint } from "../contract.ts";
import { resolvePlace } from "../rules/resolve-place.ts";
import { searchPlaces } from "../rules/search-places.ts";
import { loadGazetteer } from "../store/load-gazetteer.ts";
import { readPlacesAt } from "../store/read-places.ts";

/** The places right below `parentId`, by code; without it the county's townships. Empty for an unknown parent. */
export async function listPlaces(db: Database, actor: Actor, parentId?: string): Promise<readonly Place[]> {
  const gazetteer = await loadGazetteer(db, actor);
  if (parentId) return gazetteer.children.get(parentId) ?? [];
  return [...gazetteer.places.values()].filter((place) => place.kind === "township");
}

/** One place: as it stands now, or as it stood at `version` of the territory. Refuses `territory.no-such-place` (404). */
export async function getPlace(db: Database, actor: Actor, id: string, version?: number): Promise<Place> {
  const found = isId(id) ? await findPlace(db, actor, id, version) : undefined;
  if (!found) throw new Refusal("territory.no-such-place", { id }, { status: 404 });
  return found;
}

async function findPlace(db: Database, actor: Actor, id: string, version: number | undefined): Promise<Place | undefined> {
  const gazetteer = await loadGazetteer(db, actor);
  if (version === undefined || version === gazetteer.version) return gazetteer.places.get(id);
  return (await readPlacesAt(db, actor, id, version)).find((place) => place.id === id);
}

/** Places whose name, short form, alias, code or pinyin initials match what is typed, the likeliest first; at most `limit`. */
export async function findPlaces(db: Database, actor: Actor, query: string, hint: PlaceHint = {}, limit = 9): Promise<Place[]> {
  return searchPlaces(await loadGazetteer(db, actor), query, hint, limit);
}

/** Which place a text speaks of, with the version of the territory that answered. See `resolvePlace`. */
export async function resolvePlaceInText(
  db: Database,
  actor: Actor,
  text: string,
  hint: PlaceHint = {},
): Promise<{ answer: PlaceAnswer; version: number }> {
  const gazetteer = await loadGazetteer(db, actor);
  return { answer: resolvePlace(gazetteer, text, { locale: actor.locale, ...hint }), version: gazetteer.version };
}
