import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { read, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { dayOf } from "../../../foundation/time/index.ts";
import type { KnowledgeEntry, saveKnowledge } from "../contract.ts";
import { queryTokens, searchTokens } from "../rules/search-tokens.rule.ts";
import type { Services } from "../services.ts";

interface Row {
  readonly id: string;
  readonly version: number;
  readonly question: string;
  readonly answer: string;
  readonly category_code: string | null;
  readonly owner_unit: string;
  readonly valid_until: string;
}
type Entry = z.output<typeof KnowledgeEntry>;

/** Kept answers, those that have run out marked; with words, those that hold them. */
export async function knowledgeList(services: Services, actor: Actor, words?: string): Promise<Entry[]> {
  const books = await services.books(actor.county);
  const tokens = words ? queryTokens(words) : [];
  const rows = await read<Row>(
    services.db,
    actor,
    "select id, version, question, answer, category_code, owner_unit, valid_until from matters.knowledge where county_code = $1 and ($2::text[] = '{}' or tokens @> $2) order by question limit 200",
    [actor.county, tokens],
  );
  const today = dayOf(services.clock.now());
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    question: row.question,
    answer: row.answer,
    categoryCode: row.category_code,
    ownerUnitId: row.owner_unit,
    owner: books.units.get(row.owner_unit)?.shortName ?? "",
    validUntil: row.valid_until,
    expired: row.valid_until < today,
  }));
}

/** Adds or renews a kept answer; a version that has moved on is refused. */
export async function keepKnowledge(
  services: Services,
  actor: Actor,
  input: z.output<NonNullable<typeof saveKnowledge.body>>,
): Promise<Entry> {
  const kept = await withActor(services.db, actor, (tx) =>
    tx.query(
      `insert into matters.knowledge as k (county_code, id, version, question, answer, category_code, owner_unit, valid_until, tokens, updated_at)
     values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9)
     on conflict (county_code, id) do update set version = k.version + 1, question = excluded.question, answer = excluded.answer, category_code = excluded.category_code,
       owner_unit = excluded.owner_unit, valid_until = excluded.valid_until, tokens = excluded.tokens, updated_at = excluded.updated_at where k.version = $10`,
      [
        actor.county,
        input.id,
        input.question,
        input.answer,
        input.categoryCode,
        input.ownerUnitId,
        input.validUntil,
        searchTokens(input.question),
        services.clock.now(),
        input.baseVersion,
      ],
    ),
  );
  if (kept.rowCount === 0) throw new Refusal("matters.changed-meanwhile", { version: null, changes: [] }, { status: 409 });
  const found = (await knowledgeList(services, actor)).find((entry) => entry.id === input.id);
  if (!found) throw new Refusal("matters.not-found", {}, { status: 404 });
  return found;
}
