import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Books, Services } from "../../matters/index.ts";
import type { MatterInList, Order, OrderPage, Settings } from "../contract.ts";
import { nextOrderActs } from "../rules/access.ts";
import { type StandingMatter, standingOf } from "./matters-in-order.ts";
import { documentNumber, namedUnit } from "./names.ts";
import { ORDER_COLUMNS, type OrderRow } from "./order-row.ts";
import { settingsInForce } from "./settings.ts";

interface Showing {
  readonly books: Books;
  readonly actor: Actor;
  readonly settings: Settings;
  readonly now: Date;
}

function shown(row: OrderRow, { books, actor, settings, now }: Showing): z.input<typeof Order> {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    number: row.number,
    title: documentNumber(row.number, settings.documentWord),
    measure: row.measure,
    body: row.body,
    issuer: namedUnit(books, actor, row.issuer_unit),
    unit: namedUnit(books, actor, row.unit_id),
    subject: row.subject,
    matters: row.matter_ids.length,
    dueAt: row.due_at?.toISOString() ?? null,
    overdue: row.due_at !== null && row.due_at < now && (row.state === "issued" || row.state === "returned"),
    updatedAt: row.updated_at.toISOString(),
  };
}

export const matterInList = (one: StandingMatter, books: Books, actor: Actor): z.input<typeof MatterInList> => ({
  id: one.id,
  number: one.number,
  kind: one.kind,
  state: one.state,
  unit: namedUnit(books, actor, one.holdingUnit),
  term: one.term,
  dueAt: one.dueAt.toISOString(),
});

/** Orders in flight that the reader may see, those due first; those ended in the last month behind them. */
export async function ordersInFlight(services: Services, actor: Actor): Promise<z.input<typeof Order>[]> {
  const [books, { settings }] = await Promise.all([services.books(actor.county), settingsInForce(services.db, actor)]);
  const now = services.clock.now();
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const { rows } = await tx.query<OrderRow>(
        `select ${ORDER_COLUMNS} from supervision.orders where county_code = $1
           and (state not in ('closed', 'withdrawn', 'not-issued') or updated_at > $2::timestamptz - interval '31 days')
         order by (state in ('closed', 'withdrawn', 'not-issued')), due_at nulls first, updated_at desc limit 300`,
        [actor.county, now],
      );
      return rows.map((row) => shown(row, { books, actor, settings, now }));
    },
    { readOnly: true },
  );
}

/** One order as its reader may see it; matters of its list that are hidden from the reader are missing. Throws `supervision.not-found`. */
export async function orderPage(services: Services, actor: Actor, id: string): Promise<z.input<typeof OrderPage>> {
  const [books, { settings }] = await Promise.all([services.books(actor.county), settingsInForce(services.db, actor)]);
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const found = await tx.query<OrderRow>(
        `select ${ORDER_COLUMNS} from supervision.orders where county_code = $1 and id = $2`,
        [actor.county, id],
      );
      const row = found.rows[0];
      if (!row) throw new Refusal("supervision.not-found", {}, { status: 404 });
      const list = await standingOf(tx, actor.county, row.matter_ids);
      const files = await tx.query<{ id: string; name: string }>(
        "select id, name from foundation.files where county_code = $1 and matter_id = any ($2::uuid[]) order by at desc limit 100",
        [actor.county, list.map((one) => one.id)],
      );
      return {
        ...shown(row, { books, actor, settings, now: services.clock.now() }),
        ground: row.ground,
        demand: row.demand,
        decision: row.decision,
        basis: row.basis,
        days: row.days,
        answer: row.answer,
        adoption: row.adoption,
        returnedBecause: row.returned_because,
        endedBecause: row.ended_because,
        issuedAt: row.issued_at?.toISOString() ?? null,
        proposedBy: namedUnit(books, actor, row.proposed_by),
        list: list.map((one) => matterInList(one, books, actor)),
        evidence: files.rows.map((file) => ({ ...file, chosen: row.files.includes(file.id) })),
        acts: nextOrderActs(actor, {
          state: row.state,
          issuerUnit: row.issuer_unit,
          proposedBy: row.proposed_by,
          unitId: row.unit_id,
        }),
      };
    },
    { readOnly: true },
  );
}

/** Are the numbers of each year 1 to the counter's last? Answers the years where they are not. `actor` has the role `verify`. */
export async function checkOrderNumbers(db: Database, actor: Actor): Promise<{ series: string; count: number; last: number }[]> {
  return withActor(
    db,
    actor,
    async (tx) =>
      (
        await tx.query<{ series: string; count: number; last: number }>(
          `select c.county_code || '-' || c.year || '-D' as series, c.last, count(o.id)::integer as count from supervision.counters c
           left join supervision.orders o on o.county_code = c.county_code
             and o.number between c.county_code || '-' || c.year || '-D000001' and c.county_code || '-' || c.year || '-D' || lpad(c.last::text, 6, '0')
           where c.county_code = $1 group by 1, 2 having count(o.id) <> c.last`,
          [actor.county],
        )
      ).rows,
    { readOnly: true },
  );
}
