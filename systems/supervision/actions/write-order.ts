import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { appendLine, makeLine } from "../../ledger/index.ts";
import { keepPersons } from "../../residents/index.ts";
import type { OrderAct } from "../rules/lifecycle.ts";
import { orderFacts, orderText } from "../views/line-of-an-order.ts";
import { ORDER_COLUMNS, type OrderRow } from "../views/order-row.ts";

/** Appends the journal line of the act and writes the order's row as it stands after it, in the act's transaction. */
export async function writeOrder(
  tx: Tx,
  actor: Actor,
  row: Omit<OrderRow, "head_leaf">,
  line: { act: OrderAct; at: Date; command: string; attachments: readonly string[] },
): Promise<void> {
  const { leaf } = await appendLine(
    tx,
    makeLine({
      county: actor.county,
      id: newId(),
      procedure: { kind: "supervision-order", id: row.id },
      version: row.version,
      act: line.act,
      at: line.at,
      command: line.command,
      facts: orderFacts(row),
      persons: {
        actor: { role: "app", ...(actor.person && { person: actor.person }), ...(actor.post && { post: actor.post }) },
        persons: [],
      },
      text: { attachments: line.attachments, content: orderText(row) },
    }),
    keepPersons,
  );
  const names = ORDER_COLUMNS.split(",").map((name) => name.trim());
  const values = names.map((name) => (name === "head_leaf" ? leaf : (row as unknown as Record<string, unknown>)[name]));
  const written =
    row.version === 1
      ? `insert into supervision.orders (county_code, ${ORDER_COLUMNS}) values ($1, ${names.map((_, index) => `$${index + 2}`).join(", ")})`
      : `update supervision.orders set ${names.map((name, index) => `${name} = $${index + 2}`).join(", ")} where county_code = $1 and id = $2`;
  await tx.query(written, [actor.county, ...values]);
}

/** The next number of the year: 410425-2026-D000001. The counter's row is locked until the act is done, so that none is lost. */
export async function nextNumber(tx: Tx, county: number, year: number): Promise<string> {
  const { rows } = await tx.query<{ last: number }>(
    `insert into supervision.counters as c (county_code, year, last) values ($1, $2, 1)
     on conflict (county_code, year) do update set last = c.last + 1 returning last`,
    [county, year],
  );
  return `${county}-${year}-D${String(rows[0]!.last).padStart(6, "0")}`;
}
