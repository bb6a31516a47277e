import type { Tx } from "../../../foundation/db/pool.ts";
import type { PublicGroup, Reducer } from "../../ledger/index.ts";
import { FILE_COLUMNS, type FileRow } from "./orders.ts";

interface Told {
  readonly last?: PublicGroup;
  readonly leaf?: Uint8Array;
  readonly sha256?: string;
}
/** How a file of replies is rebuilt from its journal lines. */
export const fileReducer: Reducer<Told, FileRow & { readonly counted: number }, Tx> = {
  initial: {},
  apply: (_told, line) => ({ last: line.public, leaf: line.leaf, sha256: line.text.attachments[0] }),
  compare({ last, leaf, sha256 }, row) {
    const facts = last?.facts ?? {};
    const pairs: Record<string, readonly [unknown, unknown]> = {
      platform: [facts.platform, row.platform],
      layout_version: [last?.rules?.platforms, row.layout_version],
      form: [facts.form, row.form],
      rows: [facts.rows, row.rows],
      "rows of the file": [facts.rows, row.counted],
      sent_at: [facts.sent, row.sent_at.toISOString()],
      sendings: [facts.sendings, row.sendings],
      sha256: [sha256, row.sha256.toString("hex")],
      head_leaf: [leaf && Buffer.from(leaf).toString("hex"), row.head_leaf.toString("hex")],
    };
    return Object.entries(pairs).flatMap(([column, [told, stands]]) => (told === stands ? [] : [column]));
  },
  async read(tx, county, ids) {
    const { rows } = await tx.query<FileRow & { counted: number }>(
      `select ${FILE_COLUMNS}, (select count(*)::integer from orders.rows r where r.county_code = f.county_code and r.file_id = f.id) as counted
       from orders.files f where f.county_code = $1 and f.id = any ($2::uuid[])`,
      [county, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  },
  count: async (tx, county) =>
    (await tx.query<{ n: number }>("select count(*)::integer as n from orders.files where county_code = $1", [county])).rows[0]!
      .n,
};
