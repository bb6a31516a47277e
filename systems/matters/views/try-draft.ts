import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { type PastMatter, proposeDispatch, rulesIn } from "../../dispatch/index.ts";
import type { tryRules } from "../contract.ts";
import type { Services } from "../services.ts";

interface Past extends Omit<PastMatter, "township" | "village"> {
  readonly number: string;
  readonly title: string;
  readonly township_id: string | null;
  readonly village_id: string | null;
  readonly complained_words: string | null;
  readonly complained_unit: string | null;
}

/** Who would have got what: the draft beside the rules that are on, over the confirmed matters of a span. Nothing is changed. */
export async function tryDraftOnPast(
  services: Services,
  actor: Actor,
  span: z.output<NonNullable<typeof tryRules.body>>,
): Promise<z.output<typeof tryRules.answer>> {
  const books = await services.books(actor.county);
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const { on, draft } = await rulesIn(tx, actor.county);
      const past = (
        await tx.query<Past & { category: string | null; secrecyAsked: boolean }>(
          `select id, number, title, kind, category_code as category, coalesce(urgency, 'ordinary') as urgency, door, title || E'\\n' || body as text, received_at as "receivedAt", township_id, village_id, complained_words, complained_unit, secrecy as "secrecyAsked"
       from matters.matters where county_code = $1 and received_at >= $2 and received_at < $3 and category_code is not null order by received_at desc limit $4`,
          [actor.county, span.from, span.to, span.limit],
        )
      ).rows;
      const code = (id: string | null) => (id ? books.gazetteer.places.get(id)?.code : undefined);
      const name = (unit: string | null) => (unit ? (books.unitsByCode.get(unit)?.shortName ?? unit) : "—");
      const load = new Map<string, { was: number; now: number }>();
      const add = (unit: string, when: "was" | "now") => {
        const both = load.get(unit) ?? { was: 0, now: 0 };
        both[when] += 1;
        load.set(unit, both);
      };
      const changed: z.output<typeof tryRules.answer>["changed"] = [];
      let same = 0;
      for (const matter of past) {
        const facts = {
          ...matter,
          township: code(matter.township_id),
          village: code(matter.village_id),
          complainedAbout:
            matter.complained_unit || matter.complained_words
              ? {
                  unit: matter.complained_unit ? books.units.get(matter.complained_unit)?.code : undefined,
                  words: matter.complained_words ?? undefined,
                }
              : undefined,
        };
        const was = proposeDispatch(facts, { version: on.version, rules: on.body.rules }, books.data.catalogue!, books.unitFacts);
        const now = proposeDispatch(
          facts,
          { version: draft?.version ?? on.version, rules: (draft ?? on).body.rules },
          books.data.catalogue!,
          books.unitFacts,
        );
        add(name(was.unit), "was");
        add(name(now.unit), "now");
        if (was.unit === now.unit) same += 1;
        else if (changed.length < 500)
          changed.push({
            id: matter.id,
            number: matter.number,
            title: matter.title,
            was: name(was.unit),
            now: name(now.unit),
            rule: now.rule.name || now.rule.id,
          });
      }
      return {
        tried: past.length,
        same,
        changed,
        load: [...load]
          .map(([unit, both]) => ({ unit, ...both }))
          .sort((a, b) => Math.abs(b.now - b.was) - Math.abs(a.now - a.was)),
      };
    },
    { readOnly: true },
  );
}
