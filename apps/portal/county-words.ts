import type { Books } from "../../systems/matters/index.ts";
import type { PortalCounty, PortalHelp } from "../../systems/matters/portal/index.ts";

const NOTHING = { zh: "", en: "" };
const words = new WeakMap<Books, PortalCounty>();

/** A county that has not said where it helps: its centre's name and telephone, and nothing made up beside them. */
function bareHelp({ centre, gazetteer }: Books): PortalHelp {
  const county = [...gazetteer.places.values()].find(({ kind }) => kind === "county")?.name ?? "";
  const name = { zh: centre?.name ?? county, en: centre?.englishName || (centre?.name ?? county) };
  return {
    example: false,
    name: { zh: county, en: county },
    centre: { name, phone: centre?.phone ?? "12345", phoneHours: NOTHING, address: name, hours: NOTHING, access: NOTHING },
  };
}

/** What the portal says of the county, from the versions of its data that are on; made once for each of them. */
export function countyWords(books: Books): PortalCounty {
  const known = words.get(books);
  if (known) return known;
  const help = (books.data as { help?: PortalHelp }).help ?? bareHelp(books);
  const made: PortalCounty = {
    ...help,
    code: books.county,
    categories: [...books.categories.values()]
      .filter(({ parent }) => parent === null)
      .map(({ code, name }) => ({ code, words: name })),
    units: [...books.units.values()]
      .filter(({ level, validTo }) => (level === "county" || level === "township") && validTo === null)
      .map(({ id, name, englishName }) => ({ id, name: { zh: name, en: englishName || name } })),
  };
  words.set(books, made);
  return made;
}
