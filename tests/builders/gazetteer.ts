import type { TerritoryFile } from "../../systems/territory/contract.ts";
import { buildGazetteer, type Gazetteer } from "../../systems/territory/rules/gazetteer.ts";
import { settlePlaces } from "../../systems/territory/rules/settle-places.ts";
import { deterministicId } from "../../systems/territory/store/deterministic-id.ts";
import { initialsOf } from "../../systems/territory/store/initials.ts";
import { namesElsewhere } from "../../systems/territory/store/names-elsewhere.ts";

/** The gazetteer of a territory file without a database; ids are those of a first import. */
export function gazetteerOf(file: TerritoryFile): Gazetteer {
  const idOf = (code: string) => deterministicId(`territory/${file.county}/${code}`);
  const settled = settlePlaces(file.rows, idOf);
  const byId = new Map(settled.map((place) => [place.id, place]));
  const places = settled.map((place) => ({
    ...place,
    path: place.path.map((id) => {
      const { kind, name, shortName } = byId.get(id)!;
      return { id, kind, name, shortName };
    }),
  }));
  const aliases = file.rows.flatMap((row) => (row.aliases ?? []).map((alias) => ({ placeId: idOf(row.code), ...alias })));
  return buildGazetteer({
    county: file.county,
    version: 1,
    places,
    aliases,
    outside: namesElsewhere(String(file.county)),
    initials: initialsOf(places),
  });
}
