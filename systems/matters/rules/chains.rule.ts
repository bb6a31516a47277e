import { stateAfter } from "../../../foundation/lifecycle.ts";
import { type Facts, mayDo, type Reader } from "./access.ts";
import { type MatterAct, type MatterState, matterLifecycle } from "./lifecycle.ts";

/** Acts that one officer may do in one go, in this order. Each of them is asked for and journalled by itself. */
export const CHAINS = {
  "accept-dispatch": ["accept", "dispatch"],
  "sign-answer": ["sign", "answer"],
  "sign-answer-close": ["sign", "answer", "close"],
  "answer-close": ["answer", "close"],
} as const satisfies Record<string, readonly MatterAct[]>;

export type ChainName = keyof typeof CHAINS;

/** The chain that these acts are; undefined where nobody may do them in one go. */
export const chainOf = (acts: readonly string[]): ChainName | undefined =>
  (Object.keys(CHAINS) as ChainName[]).find((name) => CHAINS[name].join() === acts.join());

/**
 * The chains that this reader may go to their end on this matter as it stands. `verifies`: must someone else verify an answer to it
 * (`verification.rule.ts`)? A chain whose close would be left out is not among them.
 */
export function chainsOpenTo(reader: Reader, facts: Facts, verifies: boolean): ChainName[] {
  return (Object.keys(CHAINS) as ChainName[]).filter((name) => {
    let standing = facts;
    return CHAINS[name].every((act) => {
      const to = stateAfter(matterLifecycle, standing.state, act) as MatterState | undefined;
      if (!to || !mayDo(reader, standing, act)) return false;
      const answered = act === "answer" ? { verifyNeeded: verifies, answeredBy: reader.person ?? null } : {};
      standing = { ...standing, state: to, ...answered };
      return true;
    });
  });
}
