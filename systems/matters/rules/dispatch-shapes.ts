import type { Door, Kind, Urgency } from "./lifecycle.ts";

/**
 * Where a matter goes: "unit:<code>", "township-of-place", "village-of-place", or (in rules only) "catalogue".
 * Where the place is not known well enough, a village's matter goes to its township and a township's to the county centre.
 */
export type Target = string;

export const LEVELS = ["county", "township", "village"] as const;
export type Level = (typeof LEVELS)[number];

/** One line of 派单目录: who leads a category, at which level, and who supports. */
export interface CatalogueEntry {
  readonly category: string;
  readonly level: Level;
  readonly lead: Target;
  readonly supports: readonly Target[];
  readonly basis: string;
}

/** Every condition that is given must hold; inside one list any entry is enough. A category matches its children. */
export interface DispatchWhen {
  readonly kinds?: readonly Kind[];
  readonly categories?: readonly string[];
  readonly urgency?: readonly Urgency[];
  /** Codes of townships or villages. */
  readonly places?: readonly string[];
  readonly words?: readonly string[];
  readonly doors?: readonly Door[];
}

export interface DispatchRule {
  readonly id: string;
  readonly name: string;
  readonly when: DispatchWhen;
  readonly then: { readonly unit: Target; readonly supports?: readonly Target[] };
  /** Post that answers for the rule. */
  readonly owner: string;
  readonly reason: string;
}

/** Ordered: the first rule that matches decides. */
export interface RuleBook {
  readonly version: number;
  readonly rules: readonly DispatchRule[];
}

export interface Catalogue {
  readonly version: number;
  readonly entries: readonly CatalogueEntry[];
}

/** What is known of the units when a proposal is made: who stands above whom, and who serves which place. */
export interface UnitFacts {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly level: Level;
  /** Code of the township or village that the unit serves. */
  readonly place?: string;
  readonly alsoCalled?: readonly string[];
}
