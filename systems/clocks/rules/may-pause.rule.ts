import { Refusal } from "../../../foundation/refusal.ts";
import type { Term } from "../contract.ts";

/**
 * A clock stands still only on a ground that the law, or the county's rule for the procedure, names for its term. Nothing is
 * returned. Refusals (422, citing the ground's or the term's basis): `clocks.no-pause-for-this-term`, `clocks.ground-does-not-pause`.
 */
export function mayPause(term: Term, ground: string): void {
  if (term.pauses.length === 0) throw new Refusal("clocks.no-pause-for-this-term", namesOf(term), { basis: term.basis });
  if (term.pauses.some((one) => one.ground === ground)) return;
  const facts = {
    ...namesOf(term),
    grounds: term.pauses.map((one) => one.name).join("、"),
    englishGrounds: term.pauses.map((one) => one.englishName || one.name).join(", "),
  };
  throw new Refusal("clocks.ground-does-not-pause", facts, { basis: term.pauses[0]!.basis });
}

const namesOf = (term: Term) => ({ term: term.name, englishTerm: term.englishName || term.name });
