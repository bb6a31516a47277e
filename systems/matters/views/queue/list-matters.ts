import type { z } from "zod";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { LIMITS, type QueuePage } from "../../contract.ts";
import type { Services } from "../../services.ts";
import { conditionsOf, type FilterValues } from "./conditions.ts";
import type { Conditions } from "./query-shape.ts";
import { asQueueRow, type ListedRow, ROW_COLUMNS } from "./rows.ts";
import { byIndexAlone, isUsual, searchPage } from "./search-page.ts";

const ORDERS = {
  due: { column: "m.due_at", direction: "asc" },
  newest: { column: "m.received_at", direction: "desc" },
  oldest: { column: "m.received_at", direction: "asc" },
} as const;

interface Cursor {
  readonly at: string;
  readonly id: string;
  readonly back: boolean;
}
const readCursor = (text: string | undefined): Cursor | undefined => {
  if (!text) return undefined;
  const [at, id, way] = Buffer.from(text, "base64url").toString("utf8").split("|");
  return at && id && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id) ? { at, id, back: way === "b" } : undefined;
};
const writeCursor = (at: Date, id: string, back: boolean) =>
  Buffer.from(`${at.toISOString()}|${id}|${back ? "b" : "f"}`).toString("base64url");

/** How many rows these conditions meet, exact to 999. */
export async function countUpTo(
  tx: Tx,
  conditions: Pick<Conditions, "from" | "where" | "values">,
): Promise<{ exact: number; more: boolean }> {
  const found = await tx.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from ${conditions.from} where ${conditions.where} limit ${LIMITS.count + 1}) x`,
    conditions.values,
  );
  const n = found.rows[0]?.n ?? 0;
  return { exact: Math.min(n, LIMITS.count), more: n > LIMITS.count };
}

/** One page of a queue by keyset: two queries whatever the size of the table, none of which reads more than it shows or counts. */
export async function listMatters(
  services: Services,
  actor: Actor,
  filters: FilterValues & { sort: Conditions["order"]; cursor?: string; limit: number },
): Promise<z.output<typeof QueuePage>> {
  const books = await services.books(actor.county);
  const now = services.clock.now();
  const conditions = conditionsOf(actor.county, filters, filters.sort, books, now, services.sealer.lookupOf);
  const { column, direction } = ORDERS[conditions.order];
  const cursor = readCursor(filters.cursor);
  const back = cursor?.back ?? false;
  const forward = direction === "asc";
  const way = forward !== back ? "asc" : "desc";
  const limit = filters.limit + 1;
  const values = [...conditions.values, ...(cursor ? [cursor.at, cursor.id] : [])];
  const beyond = `${way === "asc" ? ">" : "<"} ($${values.length - 1}::timestamptz, $${values.length}::uuid)`;
  const page = async (tx: Tx) =>
    tx.query<ListedRow>(
      `select ${ROW_COLUMNS} from ${conditions.from} where ${conditions.where} ${cursor ? `and (${column}, m.id) ${beyond}` : ""}
       order by ${column} ${way}, m.id ${way} limit ${limit}`,
      values,
    );
  const { rows, count } = await withActor(
    services.db,
    actor,
    async (tx) => {
      if (!conditions.hits) return { rows: (await page(tx)).rows, count: await countUpTo(tx, conditions) };
      await byIndexAlone(tx);
      const count = (await isUsual(tx, conditions)) ? { exact: LIMITS.count, more: true } : await countUpTo(tx, conditions);
      const after = cursor ? `and (received_at, matter_id) ${beyond}` : "";
      return { rows: await searchPage(tx, conditions, values, { after, way, limit }, count.more), count };
    },
    { readOnly: true },
  );
  const more = rows.length > filters.limit;
  const shown = rows.slice(0, filters.limit);
  if (back) shown.reverse();
  const at = (row: ListedRow) => (conditions.order === "due" ? row.due_at : row.received_at);
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    rows: shown.map((row) => asQueueRow(books, actor, row, now)),
    next: last && (back || more) ? writeCursor(at(last), last.id, false) : null,
    previous: first && cursor && (!back || more) ? writeCursor(at(first), first.id, true) : null,
    count,
  };
}
