import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { read } from "../../../foundation/db/pool.ts";
import { type DispatchFacts, proposeDispatch } from "../../dispatch/index.ts";
import { listPosts } from "../../teams/index.ts";
import { type getRuleNames, MATCH_LOOKS_AT, type matchRule } from "../contract.ts";
import type { Services } from "../services.ts";

const SHOWN = 20;

interface Past extends Omit<DispatchFacts, "township" | "village"> {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly township_id: string | null;
  readonly village_id: string | null;
  readonly lead_unit: string | null;
}

/** The confirmed matters of the span that this rule of the draft would decide: their number, and the newest with who got them. */
export async function matchPast(
  services: Services,
  actor: Actor,
  asked: z.output<NonNullable<typeof matchRule.body>>,
): Promise<z.output<typeof matchRule.answer>> {
  const books = await services.books(actor.county);
  const past = await read<Past>(
    services.db,
    actor,
    `select id, number, title, kind, category_code as category, coalesce(urgency, 'ordinary') as urgency, door,
            title || E'\\n' || body as text, received_at as "receivedAt", township_id, village_id, lead_unit
     from (select * from matters.matters where county_code = $1 and received_at >= $2 and received_at < $3
           order by received_at desc, id desc limit $4) as newest
     where category_code is not null`,
    [actor.county, asked.from, asked.to, MATCH_LOOKS_AT],
  );
  const code = (id: string | null) => (id ? books.gazetteer.places.get(id)?.code : undefined);
  const book = { version: 0, rules: asked.rules };
  const matters: z.output<typeof matchRule.answer>["matters"] = [];
  let decided = 0;
  for (const one of past) {
    const facts = { ...one, township: code(one.township_id), village: code(one.village_id) };
    const proposed = proposeDispatch(facts, book, books.data.catalogue!, books.unitFacts);
    if (proposed.rule.id !== asked.rule) continue;
    decided += 1;
    if (matters.length < SHOWN)
      matters.push({
        id: one.id,
        number: one.number,
        title: one.title,
        got: one.lead_unit ? (books.units.get(one.lead_unit)?.shortName ?? "") : "",
        would: proposed.unit ? (books.unitsByCode.get(proposed.unit)?.shortName ?? "") : "",
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
