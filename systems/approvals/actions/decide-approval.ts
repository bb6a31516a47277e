import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { standInForEachOther } from "../../teams/index.ts";
import { mayDecide } from "../rules/access.ts";
import { afterDecision, awaitsDecision } from "../rules/approval.rule.ts";
import { findKind } from "../rules/kinds.table.ts";
import { type ApprovalRow, findApproval } from "../views/approval-row.ts";
import { journalApproval } from "./journal-approval.ts";

/** What only the keeper of matters can say: may this officer see the matter at all? Whoever is recused cannot. */
export type SeesMatter = (tx: Tx, actor: Actor, matterId: string) => Promise<boolean>;

export interface Decision {
  readonly id: string;
  readonly yes: boolean;
  readonly why: string;
  readonly at?: Date;
}

/**
 * Decides what another person asked; for what was done at once, says afterwards whether it was right. Journalled; of two decisions at
 * once one stands. Refusals: `approvals.not-found` (404), `approvals.may-not-decide` (403), `approvals.not-for-oneself` (403),
 * `approvals.not-for-a-stand-in` (403), `approvals.decided-already` (409), `approvals.waited-too-long` (409), `approvals.say-why`.
 */
export async function decide(
  tx: Tx,
  actor: Actor,
  { id, yes, why, at = new Date() }: Decision,
  seesMatter: SeesMatter,
): Promise<ApprovalRow> {
  const row = await findApproval(tx, actor.county, id);
  const kind = row && findKind(row.kind);
  if (!row || !kind) throw new Refusal("approvals.not-found", {}, { status: 404 });
  if (row.asked_person === actor.person) throw new Refusal("approvals.not-for-oneself", {}, { status: 403 });
  if (!mayDecide(actor, kind)) throw new Refusal("approvals.may-not-decide", { kind: kind.name }, { status: 403 });
  if (row.matter_id && !(await seesMatter(tx, actor, row.matter_id)))
    throw new Refusal("approvals.not-found", {}, { status: 404 });
  if (await standInForEachOther(tx, actor.county, row.asked_person, actor.person as string, at))
    throw new Refusal("approvals.not-for-a-stand-in", {}, { status: 403 });
  if (row.state !== "asked" && row.state !== "at-once") throw new Refusal("approvals.decided-already", {}, { status: 409 });
  if (!awaitsDecision(row.state, row.decide_until, at)) throw new Refusal("approvals.waited-too-long", {}, { status: 409 });
  if (!yes && why.trim() === "") throw new Refusal("approvals.say-why");
  const { state, holdsUntil } = afterDecision(
    { state: row.state, hours: Number(row.hours), holdsUntil: row.holds_until },
    yes,
    at,
  );
  const next: ApprovalRow = {
    ...row,
    version: row.version + 1,
    state,
    holds_until: holdsUntil,
    decided_person: actor.person as string,
    decided_post: actor.post as string,
    decided_unit: actor.unit as string,
    decided_at: at,
    why: why.trim(),
  };
  await lockWaiting(tx, actor, row);
  const act = ({ approved: "approve", refused: "refuse", upheld: "uphold", objected: "object" } as const)[
    state as "approved" | "refused" | "upheld" | "objected"
  ];
  const leaf = await journalApproval(tx, actor, next, act, at, next.why);
  await tx.query(
    `update approvals.approvals set version = $3, state = $4, holds_until = $5, decided_person = $6, decided_post = $7, decided_unit = $8,
       decided_at = $9, why = $10, head_leaf = $11 where county_code = $1 and id = $2`,
    [
      actor.county,
      id,
      next.version,
      state,
      holdsUntil,
      next.decided_person,
      next.decided_post,
      next.decided_unit,
      at,
      next.why,
      leaf,
    ],
  );
  return next;
}

/** Takes back what one asked while it waits. Refusals: `approvals.not-found` (404), `approvals.decided-already` (409). */
export async function withdrawApproval(tx: Tx, actor: Actor, id: string, at = new Date()): Promise<void> {
  const row = await findApproval(tx, actor.county, id);
  if (row?.asked_person !== actor.person || !row) throw new Refusal("approvals.not-found", {}, { status: 404 });
  if (row.state !== "asked") throw new Refusal("approvals.decided-already", {}, { status: 409 });
  const next = { ...row, version: row.version + 1, state: "withdrawn" as const };
  await lockWaiting(tx, actor, row);
  const leaf = await journalApproval(tx, actor, next, "withdraw", at, "");
  await tx.query(
    "update approvals.approvals set version = $3, state = 'withdrawn', head_leaf = $4 where county_code = $1 and id = $2",
    [actor.county, id, next.version, leaf],
  );
}

/** Of two who decide at once the second finds nothing to lock. */
async function lockWaiting(tx: Tx, actor: Actor, { id, version, state }: ApprovalRow): Promise<void> {
  const { rowCount } = await tx.query(
    "select 1 from approvals.approvals where county_code = $1 and id = $2 and version = $3 and state = $4 for no key update",
    [actor.county, id, version, state],
  );
  if (rowCount !== 1) throw new Refusal("approvals.decided-already", {}, { status: 409 });
}
