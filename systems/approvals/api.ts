import type { Actor } from "../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../foundation/db/pool.ts";
import type { Binder } from "../../foundation/http/bind.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { Clock } from "../../foundation/time/index.ts";
import { askApproval } from "./actions/ask-approval.ts";
import { decide, withdrawApproval } from "./actions/decide-approval.ts";
import * as routes from "./contract.ts";
import { findKind } from "./rules/kinds.table.ts";
import { listApprovals, recordOfApprovals } from "./views/list-approvals.ts";
import type { FindMatters } from "./views/show-approvals.ts";

export interface ApprovalsServices {
  readonly db: Database;
  readonly clock: Clock;
  /** Which of these matters the officer may see, by the keeper of matters. */
  readonly findMatters: FindMatters;
}

/** Binds what waits for a second person: the lists, asking, deciding, taking back, and the record for the audit administration. */
export function bindApprovals(binder: Binder, { db, clock, findMatters }: ApprovalsServices): void {
  const sees = async (tx: Tx, actor: Actor, id: string) => (await findMatters(tx, actor, [id])).has(id);
  binder.bind(routes.listApprovalsRoute, ({ actor }) =>
    withActor(db, actor, (tx) => listApprovals(tx, actor, clock.now(), findMatters), { readOnly: true }),
  );
  binder.bind(routes.askApprovalRoute, async ({ actor, body }) => ({
    id: await withActor(db, actor, async (tx) => {
      if (findKind(body.kind)?.about !== "matter" || !(await sees(tx, actor, body.subject)))
        throw new Refusal("approvals.no-such-subject", {}, { status: 404 });
      const { hours, ...asked } = body;
      return askApproval(tx, actor, { ...asked, ...(hours && { hours }), at: clock.now() });
    }),
  }));
  binder.bind(routes.decideApprovalRoute, async ({ actor, params, body }) => {
    await withActor(db, actor, (tx) => decide(tx, actor, { ...params, ...body, at: clock.now() }, sees));
    return {};
  });
  binder.bind(routes.withdrawApprovalRoute, async ({ actor, params }) => {
    await withActor(db, actor, (tx) => withdrawApproval(tx, actor, params.id, clock.now()));
    return {};
  });
  binder.bind(routes.approvalRecordRoute, ({ actor, query }) =>
    withActor(db, actor, (tx) => recordOfApprovals(tx, actor, query, clock.now()), { readOnly: true }),
  );
}
