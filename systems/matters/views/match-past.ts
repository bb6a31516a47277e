import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { read } from "../../../foundation/db/pool.ts";
import { dayOf } from "../../../foundation/time/index.ts";
import { proposeDispatch } from "../../dispatch/index.ts";
import type { Unit } from "../../teams/contract.ts";
import { listPosts } from "../../teams/index.ts";
import { type getRuleNames, MATCH_LOOKS_AT, type matchRule } from "../contract.ts";
import type { Services } from "../services.ts";
import { asDispatchFacts, factsForDispatch, type RecordedFacts } from "../store/recorded-facts.ts";
import type { MatterRow } from "../store/row.ts";

const SHOWN = 20;

interface Past extends MatterRow {
  readonly facts: RecordedFacts | null;
}

/**
 * The newest of the span, read from the index `matters_newest` and no further than `MATCH_LOOKS_AT`; then each one's first recorded
 * proposal by its key. What is read depends on that limit, never on how many matters the county has.
 */
export const NEWEST_OF_THE_SPAN = `select m.id, m.number, m.title, m.body, m.kind, m.category_code, m.urgency, m.door, m.received_at, m.township_id,
    m.village_id, m.complained_unit, m.complained_post, m.complained_words, m.secrecy, m.lead_unit, p.facts
  from (select * from matters.matters where county_code = $1 and received_at >= $2 and received_at < $3
        order by received_at desc, id desc limit $4) m
  left join lateral (select facts from matters.proposals where county_code = m.county_code and matter_id = m.id
                     order by version limit 1) p on true
  where p.facts is not null or m.category_code is not null
  order by m.received_at desc, m.id desc`;

/**
 * The past matters that this rule of the draft would decide: how many, and the newest with who got them. Each is looked at with the
 * facts of its own proposal (whom it complains of, secrecy, hour), as a replay does; where none was made, with those of today.
 */
export async function matchPast(
  services: Services,
  actor: Actor,
  asked: z.output<NonNullable<typeof matchRule.body>>,
): Promise<z.output<typeof matchRule.answer>> {
  const books = await services.books(actor.county);
  const past = await read<Past>(services.db, actor, NEWEST_OF_THE_SPAN, [actor.county, asked.from, asked.to, MATCH_LOOKS_AT]);
  const book = { version: 0, rules: asked.rules };
  const today = dayOf(services.clock.now());
  const nameOf = (unit: Unit | undefined) => (unit ? (actor.locale === "en" && unit.englishName) || unit.shortName : "");
  const matters: z.output<typeof matchRule.answer>["matters"] = [];
  let decided = 0;
  for (const one of past) {
    const seen = one.facts ?? { ...factsForDispatch(books, one), day: today };
    const proposed = proposeDispatch(asDispatchFacts(seen, one.body), book, books.data.catalogue!, books.unitFacts);
    if (proposed.rule.id !== asked.rule) continue;
    decided += 1;
    if (matters.length < SHOWN)
      matters.push({
        id: one.id,
        number: one.number,
        title: one.title,
        got: nameOf(one.lead_unit ? books.units.get(one.lead_unit) : undefined),
        would: nameOf(proposed.unit ? books.unitsByCode.get(proposed.unit) : undefined),
      });
  }
  return { looked: past.length, decided, matters };
}

/** What rules can name, in both languages. */
export async function ruleNames(services: Services, actor: Actor): Promise<z.output<typeof getRuleNames.answer>> {
  const books = await services.books(actor.county);
  const posts = await listPosts(services.db, actor);
  const unitCode = (id: string | null) => (id ? books.units.get(id)?.code : undefined);
  const places = [...books.gazetteer.places.values()];
  return {
    category: (books.data.categories ?? []).map((one) => ({
      code: one.code,
      zh: one.name.zh,
      en: one.name.en,
      under: one.parent ?? undefined,
    })),
    place: places
      .filter((place) => place.kind === "township" || place.kind === "village")
      .map((place) => ({
        code: place.code,
        zh: place.name,
        also: [place.name.replace(/(?:居民|村民)委员会$/, ""), place.name.replace(/民?委员会$/, "")],
        under: place.kind === "village" && place.townshipId ? books.gazetteer.places.get(place.townshipId)?.code : undefined,
      })),
    unit: [...books.units.values()].map((unit) => ({
      code: unit.code,
      zh: unit.shortName,
      en: unit.englishName || undefined,
      also: [unit.name],
      under: unitCode(unit.parentId),
    })),
    post: posts.map((post) => ({
      code: post.code,
      zh: post.name,
      en: post.englishName || undefined,
      under: unitCode(post.unitId),
    })),
  };
}
