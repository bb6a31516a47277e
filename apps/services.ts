import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import type { Database } from "../foundation/db/pool.ts";
import { type Clock, systemClock } from "../foundation/time/index.ts";
import { keepBooks, type Services } from "../systems/matters/index.ts";
import { referralLane } from "../systems/referral/index.ts";
import { type KeySource, keepReadings, makeSealer } from "../systems/residents/index.ts";
import { serviceLane } from "../systems/service/index.ts";

/** Puts the spine together with its lanes: the one place that knows all of them. */
export function makeServices(db: Database, keys: KeySource, clock: Clock = systemClock): Services {
  const books = keepBooks(db);
  let jieba: Jieba | undefined;
  let named = 0;
  // the dictionary takes 70 MB: it is opened by the first text that is cut
  let names = "";
  return {
    db,
    clock,
    sealer: makeSealer(keys),
    readings: keepReadings(db),
    lanes: { service: serviceLane, referral: referralLane },
    books: async (county) => {
      const open = await books(county);
      if (open.gazetteer.version > named) {
        named = open.gazetteer.version;
        names = [...open.gazetteer.places.values()]
          .filter((place) => place.kind === "township" || place.kind === "village")
          .map((place) => `${place.shortName || place.name} 20000 ns`)
          .join("\n");
      }
      return open;
    },
    cut: (text) => {
      jieba ??= Jieba.withDict(dict);
      if (names) {
        jieba.loadDict(Buffer.from(names));
        names = "";
      }
      return jieba.cut(text, true);
    },
  };
}
