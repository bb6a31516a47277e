import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { awaitsDecision, holds } from "../rules/approval.rule.ts";
import { findKind } from "../rules/kinds.table.ts";
import { APPROVAL_COLUMNS, type ApprovalRow } from "./approval-row.ts";

/** The caller's own asking about this subject: agreed to and good until then, or waiting for another person until then. For screens. */
export async function findAsking(
  tx: Tx,
  actor: Actor,
  { kind: name, subject, at }: { readonly kind: string; readonly subject: string; readonly at: Date },
): Promise<{ readonly state: "agreed" | "waiting"; readonly until: Date; readonly row: ApprovalRow } | null> {
  const kind = findKind(name);
  if (!kind) return null;
  const { rows } = await tx.query<ApprovalRow>(
    `select ${APPROVAL_COLUMNS} from approvals.approvals
     where county_code = $1 and kind = $2 and subject = $3 and asked_person = $4 order by asked_at desc, id desc`,
    [actor.county, name, subject, actor.person ?? null],
  );
  const agreed = rows.find((row) => holds({ ...row, holdsUntil: row.holds_until }, kind, at));
  if (agreed?.holds_until) return { state: "agreed", until: agreed.holds_until, row: agreed };
  const waits = rows.find((row) => awaitsDecision(row.state, row.decide_until, at));
  return waits ? { state: "waiting", until: waits.decide_until, row: waits } : null;
}
