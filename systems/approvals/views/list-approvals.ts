import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import type { AnswerOf } from "../../../foundation/http/route.ts";
import type { approvalRecordRoute, listApprovalsRoute } from "../contract.ts";
import { mayDecide } from "../rules/access.ts";
import { APPROVAL_KINDS, type ApprovalKind } from "../rules/kinds.table.ts";
import { APPROVAL_COLUMNS, type ApprovalRow } from "./approval-row.ts";
import { type FindMatters, showApprovals } from "./show-approvals.ts";

const AT_MOST = 200;
const KEPT_IN_SIGHT_DAYS = 90;
const A_PAGE = 50;

/**
 * What waits for the caller's decision, what they asked, and what they decided in the last 90 days. Words are seen by whoever asked and
 * whoever may decide alone; an approval about a matter closed to the caller is none of theirs.
 */
export async function listApprovals(
  tx: Tx,
  actor: Actor,
  at: Date,
  findMatters: FindMatters,
): Promise<AnswerOf<typeof listApprovalsRoute>> {
  const decides = Object.entries(APPROVAL_KINDS as Record<string, ApprovalKind>).flatMap(([name, kind]) =>
    mayDecide(actor, kind) ? [name] : [],
  );
  const since = new Date(at.getTime() - KEPT_IN_SIGHT_DAYS * 86_400_000);
  const me = actor.person ?? null;
  const select = async (where: string, values: readonly unknown[]) =>
    (
      await tx.query<ApprovalRow>(
        `select ${APPROVAL_COLUMNS} from approvals.approvals where county_code = $1 and ${where} limit ${AT_MOST}`,
        [actor.county, me, ...values],
      )
    ).rows;
  const waiting = await select(
    `asked_person <> $2 and kind = any ($3::text[]) and (state = 'at-once' or (state = 'asked' and decide_until > $4))
     order by (state = 'at-once') desc, decide_until, id`,
    [decides, at],
  );
  const mine = await select("asked_person = $2 and asked_at > $3 order by asked_at desc, id desc", [since]);
  const decided = await select("decided_person = $2 and decided_at > $3 order by decided_at desc, id desc", [since]);
  const ids = [...waiting, ...mine, ...decided].flatMap((row) => row.matter_id ?? []);
  const matters = await findMatters(tx, actor, [...new Set(ids)]);
  const shown = (rows: readonly ApprovalRow[]) =>
    showApprovals(
      tx,
      actor,
      rows.filter((row) => row.matter_id === null || matters.has(row.matter_id)),
      matters,
      at,
    );
  return { waiting: await shown(waiting), mine: await shown(mine), decided: await shown(decided) };
}

/** The county's approvals for the audit administration, newest first: kind, ground, posts and state; no matter and no words. */
export async function recordOfApprovals(
  tx: Tx,
  actor: Actor,
  asked: { readonly before?: string | undefined; readonly kind?: string | undefined },
  at: Date,
): Promise<AnswerOf<typeof approvalRecordRoute>> {
  const { rows } = await tx.query<ApprovalRow>(
    `select ${APPROVAL_COLUMNS} from approvals.approvals where county_code = $1
       and ($2::timestamptz is null or asked_at < $2) and ($3::text is null or kind = $3)
     order by asked_at desc, id desc limit ${A_PAGE + 1}`,
    [actor.county, asked.before ?? null, asked.kind ?? null],
  );
  const shown = await showApprovals(tx, actor, rows.slice(0, A_PAGE), new Map(), at);
  const approvals = shown.map(({ words, facts, subject, matter, decided, ...rest }) => ({
    ...rest,
    decided: decided && { post: decided.post, unit: decided.unit, at: decided.at },
  }));
  return { approvals, more: rows.length > A_PAGE };
}
