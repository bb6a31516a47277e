/**
 * Where a matter goes: "unit:<code>", "township-of-place", "village-of-place", or (in rules only) "catalogue".
 * Where the place is not known well enough, a village's matter goes to its township and a township's to the county centre.
 */
export type Target = string;

export const LEVELS = ["county", "township", "village"] as const;
export type Level = (typeof LEVELS)[number];

/** One line of 派单目录: who leads a category, at which level, and who supports. Days are `yyyy-mm-dd`, both included; absent: open. */
export interface CatalogueEntry {
  readonly code?: string;
  readonly name?: { readonly zh: string; readonly en: string };
  readonly category: string;
  readonly level: Level;
  readonly lead: Target;
  readonly supports: readonly Target[];
  readonly basis: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly note?: string;
}

/** A line as the register keeps it: with its code and name. */
export interface CatalogueItem extends CatalogueEntry {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** The three parts of 履职事项清单: 基本履职 (may lead), 配合履职 (may support), 上级部门收回 (neither). */
export const DUTY_PARTS = ["basic", "assist", "taken-back"] as const;
export type DutyPart = (typeof DUTY_PARTS)[number];

/** One line of 履职事项清单. Every condition given must hold; without categories it speaks of any category. */
export interface Duty {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly part: DutyPart;
  readonly level: "township" | "village";
  readonly categories: readonly string[];
  readonly kinds?: readonly string[];
  readonly urgency?: readonly string[];
  /** Codes of the townships or villages it holds for; empty: all. */
  readonly places?: readonly string[];
  /** Code of the county unit that leads where the township may not. */
  readonly department?: string;
  readonly basis: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly note?: string;
}

export interface Duties {
  readonly version: number;
  readonly lines: readonly Duty[];
}

/** From and to: clock times (`to` not included, over midnight where it is the smaller), or days (both included). */
export interface WhenSpan {
  readonly from: string;
  readonly to: string;
}

/**
 * Every condition that is given must hold; inside one list any entry is enough. A category matches its children, a township its
 * villages. This is what a text of rules is kept as (docs/dispatch-rules.md).
 */
export interface DispatchWhen {
  readonly kinds?: readonly string[];
  readonly categories?: readonly string[];
  readonly urgency?: readonly string[];
  /** Codes of townships or villages. */
  readonly places?: readonly string[];
  readonly words?: readonly string[];
  readonly doors?: readonly string[];
  /** Who leads, and at which level, by the catalogue's line of the category. */
  readonly catalogueLeads?: readonly Target[];
  readonly catalogueLevels?: readonly string[];
  /** When it was received, in Asia/Shanghai: 1 Monday … 7 Sunday; hours as HH:MM; days as yyyy-mm-dd, or mm-dd of every year. */
  readonly weekdays?: readonly number[];
  readonly hours?: readonly WhenSpan[];
  readonly dates?: readonly WhenSpan[];
  readonly any?: readonly DispatchWhen[];
  readonly not?: DispatchWhen;
  readonly all?: readonly DispatchWhen[];
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
  /** The duty list that holds beside it; absent: nothing is kept from a township. */
  readonly duties?: Duties;
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
