import type { Example } from "../template/shapes.ts";
import { statutoryTerms } from "../template/statutory-terms.table.ts";
import { calendars } from "./calendars.table.ts";
import { catalogue } from "./catalogue.table.ts";
import { categories } from "./categories.table.ts";
import { dispatchRules } from "./dispatch-rules.table.ts";
import { duties } from "./duties.table.ts";
import { examples } from "./examples/index.ts";
import { help } from "./help.ts";
import { knowledge } from "./knowledge.table.ts";
import { lexicon } from "./lexicon.table.ts";
import { localTerms } from "./local-terms.table.ts";
import { platforms } from "./platforms.table.ts";
import { PSEUDONYM_YEARS, pseudonyms } from "./pseudonyms.table.ts";
import { receivingBodies } from "./receiving-bodies.table.ts";
import { destinations, grounds, handBackReasons, replyTemplates } from "./replies.table.ts";
import { surveys } from "./surveys.table.ts";
import { terms } from "./terms.table.ts";
import { jiaxianSeatRoads } from "./territory/seat-roads.ts";
import { jiaxianTerritory } from "./territory/territory.ts";
import { countyUnits, demoAccounts, postsOf, townshipUnits, villageUnits } from "./units.table.ts";

/** 郏县 410425: everything a new installation of this county is seeded with. The database's versions are the truth afterwards. */
export const jiaxian = {
  code: 410425,
  territory: jiaxianTerritory,
  seatRoads: jiaxianSeatRoads,
  units: (places: readonly { code: string; name: string }[]) => [
    ...countyUnits,
    ...townshipUnits(places.filter((place) => place.code.length === 9)),
    ...villageUnits(places.filter((place) => place.code.length === 12)),
  ],
  postsOf,
  accounts: demoAccounts,
  calendars,
  terms,
  /** Terms of law and of higher orders, and local tiers; a procedure names the one it needs. */
  otherTerms: [...statutoryTerms, ...localTerms],
  knowledge,
  surveys,
  dispatch: { rules: dispatchRules, catalogue, duties },
  data: {
    categories,
    lexicon,
    "term-choices": terms,
    "reply-templates": replyTemplates,
    "decline-grounds": grounds,
    "hand-back-reasons": handBackReasons,
    destinations,
    help,
    platforms,
    "receiving-bodies": receivingBodies,
    pseudonyms: { years: PSEUDONYM_YEARS, table: pseudonyms },
  },
  examples: examples as readonly Example[],
};
