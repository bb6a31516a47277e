import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import type { Database } from "../foundation/db/pool.ts";
import { type Clock, systemClock } from "../foundation/time/index.ts";
import { keepBooks, type Services } from "../systems/matters/index.ts";
import { referralLane } from "../systems/referral/index.ts";
import { type Keys, makeSealer } from "../systems/residents/index.ts";
import { serviceLane } from "../systems/service/index.ts";

/** Puts the spine together with its lanes: the one place that knows all of them. */
export function makeServices(db: Database, keys: Keys, clock: Clock = systemClock): Services {
  let jieba: Jieba | undefined;
  const books = keepBooks(db);
  let named = 0;
  return {
    db,
    clock,
    sealer: makeSealer(keys),
    lanes: { service: serviceLane, referral: referralLane },
    books: async (county) => {
      const open = await books(county);
      if (open.gazetteer.version > named) {
        named = open.gazetteer.version;
        jieba ??= Jieba.withDict(dict);
        const names = [...open.gazetteer.places.values()]
          .filter((place) => place.kind === "township" || place.kind === "village")
          .map((place) => `${place.shortName || place.name} 20000 ns`);
        jieba.loadDict(Buffer.from(names.join("\n")));
      }
      return open;
    },
    cut: (text) => {
      jieba ??= Jieba.withDict(dict);
      return jieba.cut(text, true);
    },
  };
}
