import type { Actor } from "../../../../foundation/db/actor.ts";
import type { Tx } from "../../../../foundation/db/pool.ts";
import { LIMITS } from "../../contract.ts";
import { beyondOf, type Conditions, type Turn } from "./query-shape.ts";
import { type ListedRow, ROW_COLUMNS } from "./rows.ts";
import { byIndexAlone, isUsual, searchPage, searchPageOfMine } from "./search-page.ts";
import { firstIds, firstIdsOfWords, narrowed, pageByDue } from "./ways-of-sight.ts";

export interface Count {
  readonly exact: number;
  readonly more: boolean;
}
type Plain = Pick<Conditions, "from" | "where" | "values">;

const upTo = (n: number): Count => ({ exact: Math.min(n, LIMITS.count), more: n > LIMITS.count });

/** How many rows these conditions meet, exact to 999. */
async function countUpTo(tx: Tx, conditions: Plain): Promise<Count> {
  const found = await tx.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from ${conditions.from} where ${conditions.where} limit ${LIMITS.count + 1}) x`,
    conditions.values,
  );
  return upTo(found.rows[0]?.n ?? 0);
}

/** How many of these the reader sees, exact to 999. */
export async function countFor(tx: Tx, actor: Actor, conditions: Conditions): Promise<Count> {
  const narrow = conditions.hits || conditions.joinsWords ? undefined : narrowed(actor, conditions);
  return narrow ? upTo((await firstIds(tx, narrow)).length) : countUpTo(tx, conditions);
}

/** The same conditions with the ids of what this reader sees of them, where those are few enough to be counted. */
export async function byIdsWhereFew(tx: Tx, actor: Actor, conditions: Conditions): Promise<Conditions> {
  const narrow = narrowed(actor, conditions);
  const ids = narrow ? await firstIds(tx, narrow) : [];
  if (!narrow || ids.length > LIMITS.count) return conditions;
  const values = [...conditions.values, ids];
  return { ...conditions, where: `${conditions.where} and m.id = any ($${values.length}::uuid[])`, values, counted: true };
}

async function pageOf(tx: Tx, { from, where, values }: Plain, turn: Turn): Promise<ListedRow[]> {
  const beyond = beyondOf(turn, values);
  const found = await tx.query<ListedRow>(
    `select ${ROW_COLUMNS} from ${from} where ${where} ${beyond.sql} order by ${turn.column} ${turn.way}, m.id ${turn.way} limit ${turn.limit}`,
    beyond.values,
  );
  return found.rows;
}

/**
 * A page and its count; no more is read than is shown or counted. Whoever does not see the whole county is counted first: where the
 * count comes to an end, the page is cut from what was counted.
 */
export async function pageAndCount(
  tx: Tx,
  actor: Actor,
  conditions: Conditions,
  turn: Turn,
): Promise<{ rows: ListedRow[]; count: Count }> {
  if (conditions.hits) await byIndexAlone(tx);
  const narrow = conditions.joinsWords ? undefined : narrowed(actor, conditions);
  if (narrow) {
    const ids = conditions.hits ? await firstIdsOfWords(tx, actor, conditions) : await firstIds(tx, narrow);
    const count = upTo(ids.length);
    if (ids.length === 0) return { rows: [], count };
    if (!count.more) {
      const counted = { from: "matters.matters m", where: "m.county_code = $1 and m.id = any ($2)", values: [actor.county, ids] };
      return { rows: await pageOf(tx, counted, turn), count };
    }
    if (conditions.hits) return { rows: await searchPageOfMine(tx, conditions, turn), count };
    if (conditions.onlyOpen && conditions.order === "due") return { rows: await pageByDue(tx, narrow, turn), count };
    return { rows: await pageOf(tx, conditions, turn), count };
  }
  if (!conditions.hits) return { rows: await pageOf(tx, conditions, turn), count: await countUpTo(tx, conditions) };
  const count = (await isUsual(tx, conditions)) ? { exact: LIMITS.count, more: true } : await countUpTo(tx, conditions);
  return { rows: await searchPage(tx, conditions, turn, count.more), count };
}

/** The first of these by due date, without a count. */
export async function firstDue(tx: Tx, actor: Actor, conditions: Conditions, limit: number): Promise<ListedRow[]> {
  const turn: Turn = { column: "m.due_at", way: "asc", limit };
  const narrow = narrowed(actor, conditions);
  return narrow ? pageByDue(tx, narrow, turn) : pageOf(tx, conditions, turn);
}
