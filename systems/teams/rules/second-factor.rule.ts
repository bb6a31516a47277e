import { classOfRight } from "./rights.table.ts";

/** Nobody has these by a password alone: the three administrations, inspection, and whoever opens or lets open what is sealed. */
const needsTwoFactors = (right: string): boolean => classOfRight(right) !== "ordinary";

export interface RightsByFactors {
  /** What the person may do in this sign-in. */
  readonly held: readonly string[];
  /** What their posts carry and a second factor would give. */
  readonly waiting: readonly string[];
}

/** Administrators, and whoever opens sealed identities, have these rights only in a sign-in with a second factor. */
export function rightsByFactors(rights: readonly string[], factors: 1 | 2): RightsByFactors {
  if (factors === 2) return { held: rights, waiting: [] };
  return {
    held: rights.filter((right) => !needsTwoFactors(right)),
    waiting: rights.filter(needsTwoFactors),
  };
}

/** Does any of these rights ask for a second factor? */
export const asksForSecondFactor = (rights: readonly string[]): boolean => rights.some(needsTwoFactors);
