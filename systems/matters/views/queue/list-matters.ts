import type { z } from "zod";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import type { QueuePage } from "../../contract.ts";
import type { Services } from "../../services.ts";
import { conditionsOf, type FilterValues } from "./conditions.ts";
import { pageAndCount } from "./page-and-count.ts";
import type { Conditions, Turn } from "./query-shape.ts";
import { asQueueRow, type ListedRow } from "./rows.ts";

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

/** One page of a queue by keyset, and its count (`pageAndCount`). */
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
  const way = (direction === "asc") !== back ? "asc" : "desc";
  const turn: Turn = { column, way, limit: filters.limit + 1, beyond: cursor };
  const { rows, count } = await withActor(services.db, actor, (tx) => pageAndCount(tx, actor, conditions, turn), {
    readOnly: true,
  });
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
