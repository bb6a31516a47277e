import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { RuleSet, tryRules } from "../contract.ts";
import { type PastMatter, proposeDispatch } from "../rules/dispatch-proposal.rule.ts";
import type { DispatchRule } from "../rules/dispatch-shapes.ts";
import type { Services } from "../services.ts";

type Set = z.output<typeof RuleSet>;
interface Row {
  readonly version: number;
  readonly state: "on" | "draft";
  readonly body: { rules: readonly DispatchRule[] };
  readonly at: Date;
}
const asSet = (row: Row): Set => ({
  version: row.version,
  state: row.state,
  savedAt: row.at.toISOString(),
  rules: row.body.rules.map((rule) => ({
    ...rule,
    then: { unit: rule.then.unit, supports: [...(rule.then.supports ?? [])] },
  })) as never,
});

async function rulesIn(tx: Tx, county: number): Promise<{ on: Row; draft: Row | null }> {
  const rows = (
    await tx.query<Row>(
      "select version, state, body, at from matters.county_data where county_code = $1 and name = 'rules' and state in ('on', 'draft') order by version desc",
      [county],
    )
  ).rows;
  const on = rows.find((row) => row.state === "on");
  if (!on) throw new Refusal("matters.not-found", {}, { status: 404 });
  return { on, draft: rows.find((row) => row.state === "draft") ?? null };
}

/** The rules that decide now, and the draft being worked on. */
export async function readRules(services: Services, actor: Actor): Promise<{ on: Set; draft: Set | null }> {
  const { on, draft } = await withActor(services.db, actor, (tx) => rulesIn(tx, actor.county), { readOnly: true });
  return { on: asSet(on), draft: draft && asSet(draft) };
}

/** Keeps a draft as a new version; the draft before it becomes past. */
export async function draftRules(services: Services, actor: Actor, rules: readonly unknown[]): Promise<Set> {
  return withActor(services.db, actor, async (tx) => {
    await tx.query(
      "update matters.county_data set state = 'past' where county_code = $1 and name = 'rules' and state = 'draft'",
      [actor.county],
    );
    const next = (
      await tx.query<{ version: number }>(
        "select max(version) + 1 as version from matters.county_data where county_code = $1 and name = 'rules'",
        [actor.county],
      )
    ).rows[0]!.version;
    const saved = await tx.query<Row>(
      "insert into matters.county_data (county_code, name, version, state, body, at, source) values ($1, 'rules', $2, 'draft', $3, $4, 'desk') returning version, state, body, at",
      [actor.county, next, JSON.stringify({ version: next, rules }), services.clock.now()],
    );
    return asSet(saved.rows[0]!);
  });
}

/** Switches this draft on; the rules before it become past. Throws `matters.rules-changed-meanwhile` where the draft is another. */
export async function switchRulesOn(services: Services, actor: Actor, version: number): Promise<Set> {
  return withActor(services.db, actor, async (tx) => {
    const { draft } = await rulesIn(tx, actor.county);
    if (draft?.version !== version) throw new Refusal("matters.rules-changed-meanwhile", {}, { status: 409 });
    await tx.query("update matters.county_data set state = 'past' where county_code = $1 and name = 'rules' and state = 'on'", [
      actor.county,
    ]);
    await tx.query("update matters.county_data set state = 'on' where county_code = $1 and name = 'rules' and version = $2", [
      actor.county,
      version,
    ]);
    return asSet({ ...draft, state: "on" });
  });
}

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
          `select id, number, title, kind, category_code as category, coalesce(urgency, 'ordinary') as urgency, door, title || E'\\n' || body as text, township_id, village_id, complained_words, complained_unit, secrecy as "secrecyAsked"
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
