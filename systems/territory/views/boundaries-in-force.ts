import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import type { AnswerOf } from "../../../foundation/http/route.ts";
import { type boundariesRoute, type CoordinateSystem, PLACE_KINDS } from "../contract.ts";
import { loadGazetteer } from "../store/load-gazetteer.ts";

interface Row {
  readonly place: string;
  readonly source: string;
  readonly givenIn: CoordinateSystem;
  readonly since: string;
}

/** How many places of each kind have a boundary in force, and which files those came from, the latest first. */
export async function boundariesInForce(db: Database, actor: Actor): Promise<AnswerOf<typeof boundariesRoute>> {
  const gazetteer = await loadGazetteer(db, actor);
  const rows = await read<Row>(
    db,
    actor,
    `select line.place_id as place, line.source, line.given_in as "givenIn", version.valid_from as since
     from territory.boundaries as line
     join territory.versions as version on version.county_code = line.county_code and version.version = line.from_version
     where line.county_code = $1 and line.to_version is null order by line.from_version desc`,
    [actor.county],
  );
  const bounded = new Set(rows.map((row) => row.place));
  const all = [...gazetteer.places.values()];
  const files = Map.groupBy(rows, (row) => `${row.since} ${row.givenIn} ${row.source}`);
  return {
    version: gazetteer.version,
    kinds: PLACE_KINDS.map((kind) => {
      const ofKind = all.filter((place) => place.kind === kind);
      return { kind, places: ofKind.length, bounded: ofKind.filter((place) => bounded.has(place.id)).length };
    }).filter((one) => one.places > 0),
    sources: [...files.values()].map((file) => ({
      source: file[0]!.source,
      givenIn: file[0]!.givenIn,
      since: file[0]!.since,
      places: file.length,
    })),
  };
}
