import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../ui/index.ts";
import { APPROVAL_KINDS, type ApprovalKind, listApprovalsRoute } from "../contract.ts";

const EACH_MINUTE = 60_000;
const KINDS: readonly ApprovalKind[] = Object.values(APPROVAL_KINDS);

export const useApprovals = (enabled = true) =>
  useQuery({ queryKey: ["approvals"], queryFn: () => ask(listApprovalsRoute), refetchInterval: EACH_MINUTE, enabled });

/** How many approvals wait for the decision of whoever has these rights; nothing where their posts decide none. */
export function useWaitingApprovals(rights: readonly string[]): number | undefined {
  const decides = KINDS.some((kind) => kind.decides.some((right) => rights.includes(right)));
  return useApprovals(decides).data?.waiting.length;
}
