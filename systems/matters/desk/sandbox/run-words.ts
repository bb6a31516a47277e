import type { AnswerOf } from "../../../../foundation/http/route.ts";
import type { getSandboxRun } from "../../contract.ts";
import type { sandboxWords } from "./words.ts";

export type Run = AnswerOf<typeof getSandboxRun>;
type Words = (typeof sandboxWords)["en"];

export const isUnderWay = (state: Run["state"]): boolean => state === "waiting" || state === "running";
export const number = (n: number): string => n.toLocaleString("en-US");

/** What a run changed, in short. */
export function changeWords(t: Words, change: Run["change"]): string {
  const parts = [
    ...(change.rules ? [t.changes.rules(change.rules)] : []),
    ...(change.catalogue ? [t.changes.catalogue(change.catalogue)] : []),
    ...(change.term ? [t.changes.term(change.term.length)] : []),
  ];
  return parts.join(" · ") || t.changes.none;
}

/** Share of the longest bar, in whole percent; what is not nothing is seen. */
export const share = (n: number, most: number): number => (n === 0 ? 0 : Math.max(1, Math.round((100 * n) / most)));
