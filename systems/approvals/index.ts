export { type Asking, askApproval } from "./actions/ask-approval.ts";
export { type Decision, decide, type SeesMatter, withdrawApproval } from "./actions/decide-approval.ts";
export { findHolding, useApproval } from "./actions/use-approval.ts";
export { APPROVAL_KINDS, type ApprovalKindName } from "./rules/kinds.table.ts";
export { approvalReducer } from "./views/approval-reducer.ts";
export type { ApprovalRow } from "./views/approval-row.ts";
export { findAsking } from "./views/find-asking.ts";
export type { FindMatters, NamedMatter } from "./views/show-approvals.ts";
export { approvalsRefusals } from "./words.ts";
