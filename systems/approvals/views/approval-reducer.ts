import type { Tx } from "../../../foundation/db/pool.ts";
import type { PublicGroup, Reducer } from "../../ledger/index.ts";
import { APPROVAL_COLUMNS, type ApprovalRow } from "./approval-row.ts";

interface Told {
  readonly last?: PublicGroup;
  readonly leaf?: Uint8Array;
}

/** How an approval is rebuilt from its journal lines. */
export const approvalReducer: Reducer<Told, ApprovalRow, Tx> = {
  initial: {},
  apply: (_told, line) => ({ last: line.public, leaf: line.leaf }),
  compare({ last, leaf }, row) {
    const facts = last?.facts ?? {};
    const pairs: Record<string, readonly [unknown, unknown]> = {
      state: [last?.state, row.state],
      kind: [facts.kind, row.kind],
      subject: [facts.subject, row.subject],
      matter_id: [facts.matter, row.matter_id],
      purpose: [facts.purpose, row.purpose],
      hours: [facts.hours, Number(row.hours)],
      holds_until: [facts.holds, row.holds_until?.toISOString() ?? null],
      asked_post: [facts.asked, row.asked_post],
      decided_post: [facts.decided, row.decided_post],
      uses: [facts.uses, row.uses],
      head_leaf: [leaf && Buffer.from(leaf).toString("hex"), row.head_leaf.toString("hex")],
    };
    return Object.entries(pairs).flatMap(([column, [told, stands]]) => (told === stands ? [] : [column]));
  },
  async read(tx, county, ids) {
    const { rows } = await tx.query<ApprovalRow>(
      `select ${APPROVAL_COLUMNS} from approvals.approvals where county_code = $1 and id = any ($2::uuid[])`,
      [county, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  },
  count: async (tx, county) =>
    (await tx.query<{ n: number }>("select count(*)::integer as n from approvals.approvals where county_code = $1", [county]))
      .rows[0]!.n,
};
