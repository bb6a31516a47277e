import type { Tx } from "../../../../foundation/db/pool.ts";
import type { RequestKind } from "../../rules/person-requests.rule.ts";

/** One's own request about one's data: what was asked, by when it is answered, what was answered. */
export interface RequestTold {
  readonly id: string;
  readonly kind: RequestKind;
  readonly words: string;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly answeredAt: string | null;
  readonly granted: boolean | null;
  readonly answer: string | null;
}

interface Row extends Omit<RequestTold, "askedAt" | "dueAt" | "answeredAt"> {
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
}

/** One's own requests in this matter, newest first; `tx` runs in the resident's context. */
export async function requestsTold(tx: Tx, county: number, matterId: string, reporterId: string): Promise<RequestTold[]> {
  await tx.query("select set_config('linli.bearer', $1, true)", [reporterId]);
  const { rows } = await tx.query<Row>(
    `select id, kind, words, asked_at as "askedAt", due_at as "dueAt", answered_at as "answeredAt", granted, answer
     from matters.person_requests where county_code = $1 and matter_id = $2 and reporter_id = $3 order by asked_at desc, id desc`,
    [county, matterId, reporterId],
  );
  return rows.map((row) => ({
    ...row,
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }));
}
