import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { holds } from "../rules/approval.rule.ts";
import { findKind } from "../rules/kinds.table.ts";
import { APPROVAL_COLUMNS, type ApprovalRow } from "../views/approval-row.ts";
import { journalApproval } from "./journal-approval.ts";

/**
 * Uses what another person approved for whoever calls, in the transaction of the act itself: counted and journalled, so that an act
 * that fails leaves it unused. A kind that is good once is used by one of two callers. Throws `approvals.needed` (403; facts: kind,
 * and `waits` where an asking of the caller is undecided) where nothing holds now.
 */
export async function useApproval(
  tx: Tx,
  actor: Actor,
  { kind: name, subject, at = new Date() }: { readonly kind: string; readonly subject: string; readonly at?: Date },
): Promise<ApprovalRow> {
  const kind = findKind(name);
  if (!kind) throw new Refusal("approvals.no-such-kind", { kind: name }, { status: 400 });
  const { rows } = await tx.query<ApprovalRow>(
    `select ${APPROVAL_COLUMNS} from approvals.approvals
     where county_code = $1 and kind = $2 and subject = $3 and asked_person = $4 order by asked_at desc, id desc for no key update`,
    [actor.county, name, subject, actor.person ?? null],
  );
  const row = rows.find((one) => holds({ ...one, holdsUntil: one.holds_until }, kind, at));
  if (!row) {
    const waits = rows.some((one) => one.state === "asked" && at < one.decide_until);
    throw new Refusal("approvals.needed", { kind: kind.name, approval: name, subject, waits }, { status: 403 });
  }
  const next: ApprovalRow = { ...row, version: row.version + 1, uses: row.uses + 1, used_at: at };
  const leaf = await journalApproval(tx, actor, next, "use", at, "");
  await tx.query(
    "update approvals.approvals set version = $3, uses = $4, used_at = $5, head_leaf = $6 where county_code = $1 and id = $2",
    [actor.county, row.id, next.version, next.uses, at, leaf],
  );
  return next;
}

/** Does an approval hold for whoever calls, unused as it is? For screens; acts call `useApproval`. */
export async function findHolding(
  tx: Tx,
  actor: Actor,
  { kind: name, subject, at = new Date() }: { readonly kind: string; readonly subject: string; readonly at?: Date },
): Promise<ApprovalRow | undefined> {
  const kind = findKind(name);
  if (!kind) return undefined;
  const { rows } = await tx.query<ApprovalRow>(
    `select ${APPROVAL_COLUMNS} from approvals.approvals
     where county_code = $1 and kind = $2 and subject = $3 and asked_person = $4 order by asked_at desc, id desc`,
    [actor.county, name, subject, actor.person ?? null],
  );
  return rows.find((one) => holds({ ...one, holdsUntil: one.holds_until }, kind, at));
}
