import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import { buildGazetteer, type Gazetteer } from "../rules/gazetteer.ts";
import { initialsOf } from "./initials.ts";
import { namesElsewhere } from "./names-elsewhere.ts";
import { readCurrentPlaces } from "./read-places.ts";

const CHECK_EVERY_MS = 1_000;
const held = new WeakMap<Database, Map<number, { checkedAt: number; gazetteer: Promise<Gazetteer> }>>();

/**
 * The names of the actor's county, ready for `resolvePlace`. Kept in memory and made anew when the territory has a new
 * version, which is looked up at most once a second. Has version 0 and no places before the first import.
 */
export async function loadGazetteer(db: Database, actor: Actor): Promise<Gazetteer> {
  const counties = held.get(db) ?? new Map();
  held.set(db, counties);
  const known = counties.get(actor.county);
  if (known && Date.now() - known.checkedAt < CHECK_EVERY_MS) return known.gazetteer;
  const gazetteer = renew(db, actor, known?.gazetteer);
  counties.set(actor.county, { checkedAt: Date.now(), gazetteer });
  gazetteer.catch(() => counties.delete(actor.county));
  return gazetteer;
}

/** After a new version: the next `loadGazetteer` reads the register again. */
export const forgetGazetteer = (db: Database, county: number): boolean => held.get(db)?.delete(county) ?? false;

async function renew(db: Database, actor: Actor, known: Promise<Gazetteer> | undefined): Promise<Gazetteer> {
  const [row] = await read<{ version: number | null }>(db, actor, "select territory.current_version() as version");
  const version = row?.version ?? 0;
  const before = await known?.catch(() => undefined);
  if (before?.version === version) return before;
  const places = await readCurrentPlaces(db, actor);
  const aliases = await read<{ placeId: string; alias: string; kind: string }>(
    db,
    actor,
    `select place_id as "placeId", alias, kind from territory.place_aliases`,
  );
  return buildGazetteer({
    county: actor.county,
    version,
    places,
    aliases,
    outside: namesElsewhere(String(actor.county)),
    initials: initialsOf(places),
  });
}
