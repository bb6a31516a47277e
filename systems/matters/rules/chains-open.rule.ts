import { stateAfter } from "../../../foundation/lifecycle.ts";
import { type Facts, mayDo, type Reader } from "./access.ts";
import { CHAINS, type ChainName } from "./chains.rule.ts";
import { type MatterState, matterLifecycle } from "./lifecycle.ts";

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
