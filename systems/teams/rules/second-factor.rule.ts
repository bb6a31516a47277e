/** Rights that nobody has by a password alone: system, security and audit administration, and whoever opens or lets open what is sealed. */
const NEED_TWO_FACTORS: ReadonlySet<string> = new Set([
  "teams.manage",
  "territory.manage",
  "teams.secure",
  "teams.audit",
  "identities.open",
  "identities.approve",
  "residents.erase",
  "erasures.approve",
  "inspections.approve",
]);

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
    held: rights.filter((right) => !NEED_TWO_FACTORS.has(right)),
    waiting: rights.filter((right) => NEED_TWO_FACTORS.has(right)),
  };
}

/** Does any of these rights ask for a second factor? */
export const asksForSecondFactor = (rights: readonly string[]): boolean => rights.some((right) => NEED_TWO_FACTORS.has(right));
