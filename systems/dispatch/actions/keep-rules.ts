import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Clock } from "../../../foundation/time/index.ts";
import { listUnits } from "../../teams/index.ts";
import { DispatchRule as KeptRule, type RuleSet } from "../contract.ts";
import type { DispatchRule } from "../rules/dispatch-shapes.ts";
import { faultsOfRules } from "../rules/faults-of-rules.rule.ts";

export interface DispatchServices {
  readonly db: Database;
  readonly clock: Clock;
}

interface Row {
  readonly version: number;
  readonly state: "on" | "draft";
  readonly body: { rules: readonly DispatchRule[] };
  readonly at: Date;
}
const asSet = (row: Row): RuleSet => ({
  version: row.version,
  state: row.state,
  savedAt: row.at.toISOString(),
  rules: row.body.rules.map((rule) => ({
    ...rule,
    then: { unit: rule.then.unit, supports: [...(rule.then.supports ?? [])] },
  })) as never,
});

/** The rules that are on and the draft, if any, inside the caller's transaction. Throws `dispatch.no-rules-yet`. */
export async function rulesIn(tx: Tx, county: number): Promise<{ on: Row; draft: Row | null }> {
  const rows = (
    await tx.query<Row>(
      "select version, state, body, at from dispatch.books where county_code = $1 and book = 'rules' and state in ('on', 'draft') order by version desc",
      [county],
    )
  ).rows;
  const on = rows.find((row) => row.state === "on");
  if (!on) throw new Refusal("dispatch.no-rules-yet", {}, { status: 404 });
  return { on, draft: rows.find((row) => row.state === "draft") ?? null };
}

/** The rules that decide now, and the draft being worked on. */
export async function readRules(
  { db }: Pick<DispatchServices, "db">,
  actor: Actor,
): Promise<{ on: RuleSet; draft: RuleSet | null }> {
  const { on, draft } = await withActor(db, actor, (tx) => rulesIn(tx, actor.county), { readOnly: true });
  return { on: asSet(on), draft: draft && asSet(draft) };
}

/** Keeps a draft as a new version; the draft before it becomes past. */
export async function draftRules({ db, clock }: DispatchServices, actor: Actor, rules: readonly unknown[]): Promise<RuleSet> {
  return withActor(db, actor, async (tx) => {
    await tx.query("update dispatch.books set state = 'past' where county_code = $1 and book = 'rules' and state = 'draft'", [
      actor.county,
    ]);
    const next = (
      await tx.query<{ version: number }>(
        "select coalesce(max(version), 0) + 1 as version from dispatch.books where county_code = $1 and book = 'rules'",
        [actor.county],
      )
    ).rows[0]!.version;
    const saved = await tx.query<Row>(
      `insert into dispatch.books (county_code, book, version, state, body, source, proposed_by_post, at)
       values ($1, 'rules', $2, 'draft', $3, 'desk', $4, $5) returning version, state, body, at`,
      [actor.county, next, JSON.stringify({ version: next, rules }), actor.post ?? null, clock.now()],
    );
    return asSet(saved.rows[0]!);
  });
}

/**
 * Switches this draft on; the rules before it become past. Throws `dispatch.rules-changed-meanwhile` where the draft is another,
 * `dispatch.rule-unreadable`, `dispatch.rule-twice` or `dispatch.unit-gone` where a rule of it could not be followed.
 */
export async function switchRulesOn({ db }: Pick<DispatchServices, "db">, actor: Actor, version: number): Promise<RuleSet> {
  const units = new Set((await listUnits(db, actor)).map((unit) => unit.code));
  return withActor(db, actor, async (tx) => {
    const { draft } = await rulesIn(tx, actor.county);
    if (draft?.version !== version) throw new Refusal("dispatch.rules-changed-meanwhile", {}, { status: 409 });
    const [fault] = faultsOfRules(draft.body.rules, (rule) => KeptRule.safeParse(rule).data as DispatchRule | undefined, units);
    if (fault) throw new Refusal(`dispatch.${fault.code}`, { ...fault }, { status: 409 });
    await tx.query("update dispatch.books set state = 'past' where county_code = $1 and book = 'rules' and state = 'on'", [
      actor.county,
    ]);
    await tx.query(
      "update dispatch.books set state = 'on', approved_by_post = $3 where county_code = $1 and book = 'rules' and version = $2",
      [actor.county, version, actor.post ?? null],
    );
    return asSet({ ...draft, state: "on" });
  });
}
