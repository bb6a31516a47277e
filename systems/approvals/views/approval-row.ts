import type { Tx } from "../../../foundation/db/pool.ts";
import type { ApprovalState } from "../contract.ts";

/** An approval as its table holds it. */
export interface ApprovalRow {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly subject: string;
  readonly matter_id: string | null;
  readonly purpose: string;
  readonly words: string;
  readonly article: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly state: ApprovalState;
  readonly asked_person: string;
  readonly asked_post: string;
  readonly asked_unit: string;
  readonly asked_at: Date;
  readonly decide_until: Date;
  readonly hours: string;
  readonly decided_person: string | null;
  readonly decided_post: string | null;
  readonly decided_unit: string | null;
  readonly decided_at: Date | null;
  readonly why: string;
  readonly holds_until: Date | null;
  readonly uses: number;
  readonly used_at: Date | null;
  readonly head_leaf: Buffer;
}

export const APPROVAL_COLUMNS = `id, version, kind, subject, matter_id, purpose, words, article, facts, state, asked_person, asked_post, asked_unit,
  asked_at, decide_until, hours, decided_person, decided_post, decided_unit, decided_at, why, holds_until, uses, used_at, head_leaf`;

/** The approval with this id, as far as the context sees it. */
export async function findApproval(tx: Tx, county: number, id: string): Promise<ApprovalRow | undefined> {
  const { rows } = await tx.query<ApprovalRow>(
    `select ${APPROVAL_COLUMNS} from approvals.approvals where county_code = $1 and id = $2`,
    [county, id],
  );
  return rows[0];
}
