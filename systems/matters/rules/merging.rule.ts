import { Refusal } from "../../../foundation/refusal.ts";
import { type Complaint, isSealed } from "./class-of-a-matter.ts";

/** Whom a matter is kept from: two that are put together must be kept from the same. */
const keptFrom = (facts: Complaint): string =>
  [isSealed(facts), isSealed(facts) ? facts.complainedUnit : "", facts.complainedPost, facts.retaliation ?? false].join("|");

/**
 * Two matters become one only where both are kept from the same people: else number and title of the one would be read in the other by
 * whoever it complains of. Throws `matters.would-open-a-sealed-matter`.
 */
export function mergingOpensNothing(from: Complaint, into: Complaint): void {
  if (keptFrom(from) !== keptFrom(into)) throw new Refusal("matters.would-open-a-sealed-matter");
}
