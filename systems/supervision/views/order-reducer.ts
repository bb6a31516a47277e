import type { Tx } from "../../../foundation/db/pool.ts";
import type { Reducer } from "../../ledger/index.ts";
import { orderFacts, orderText } from "./line-of-an-order.ts";
import { ORDER_COLUMNS, type OrderRow } from "./order-row.ts";

interface Told {
  readonly facts?: Record<string, unknown>;
  readonly text?: Record<string, unknown>;
  readonly leaf?: Uint8Array;
}

/** Rebuilds an order from its journal and compares every column that an act can set. */
export const orderReducer: Reducer<Told, OrderRow, Tx> = {
  initial: {},
  apply: (_told, line) => ({
    facts: {
      state: line.public.state,
      unit: line.public.unit,
      number: line.public.number || undefined,
      deadline: line.public.deadline,
      ...line.public.facts,
    },
    text: line.text.content as Record<string, unknown>,
    leaf: line.leaf,
  }),
  compare(told, row) {
    const { facts, ...head } = orderFacts(row);
    const pairs: [string, unknown, unknown][] = [
      ...Object.entries({ number: undefined, deadline: undefined, ...head, ...facts }).map(
        ([name, stands]) => [name, told.facts?.[name], stands] as [string, unknown, unknown],
      ),
      ...Object.entries(orderText(row)).map(([name, stands]) => [name, told.text?.[name], stands] as [string, unknown, unknown]),
      ["head_leaf", told.leaf && Buffer.from(told.leaf).toString("hex"), row.head_leaf.toString("hex")],
    ];
    return pairs.flatMap(([name, journal, stands]) => (JSON.stringify(journal) === JSON.stringify(stands) ? [] : [name]));
  },
  async read(tx, county, ids) {
    const { rows } = await tx.query<OrderRow>(
      `select ${ORDER_COLUMNS} from supervision.orders where county_code = $1 and id = any ($2::uuid[])`,
      [county, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  },
  count: async (tx, county) =>
    (await tx.query<{ n: number }>("select count(*)::integer as n from supervision.orders where county_code = $1", [county]))
      .rows[0]!.n,
};
