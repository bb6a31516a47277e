import { addDays, type Day } from "../../../foundation/time/index.ts";
import { yearsLater } from "./ways-that-remain.rule.ts";

/** 人民调解委员会 as it is set up. Members are counted, never listed by who they are. */
export interface Committee {
  readonly of: "village" | "neighbourhood" | "enterprise" | "township" | "trade";
  readonly members: number;
  readonly women: number;
  readonly heads: number;
  /** Where several peoples live: does a smaller one have a member. */
  readonly mixed: boolean;
  readonly smallerPeoples: number;
  readonly electedOn: Day | null;
}

export type CommitteeFault =
  | "three to nine members"
  | "one head"
  | "a woman among them"
  | "a member of the smaller peoples"
  | "elected"
  | "three years are over";

/** The last day of a term of three years (人民调解法 第九条). */
export const termEnds = (electedOn: Day): Day => addDays(yearsLater(electedOn, 3), -1);

/**
 * What a committee lacks by 人民调解法 第八、九条; by analogy also those of townships and trades (第三十四条), which are appointed, not elected.
 * A fault is a line for the office that guides the committee; it stops no case.
 */
export function faultsOfACommittee(committee: Committee, today: Day): CommitteeFault[] {
  const elected = ["village", "neighbourhood", "enterprise"].includes(committee.of);
  const faults: [boolean, CommitteeFault][] = [
    [committee.members < 3 || committee.members > 9, "three to nine members"],
    [committee.heads !== 1, "one head"],
    [committee.women < 1, "a woman among them"],
    [committee.mixed && committee.smallerPeoples < 1, "a member of the smaller peoples"],
    [elected && committee.electedOn === null, "elected"],
    [committee.electedOn !== null && today > termEnds(committee.electedOn), "three years are over"],
  ];
  return faults.flatMap(([holds, fault]) => (holds ? [fault] : []));
}
