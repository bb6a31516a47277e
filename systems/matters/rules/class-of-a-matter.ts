import type { Kind } from "./lifecycle.ts";

/** What the promise to a reporter goes by: what the matter is, and whom it complains of. */
export interface Complaint {
  /** Null until a triage clerk has said what kind of matter it is. */
  readonly kind: Kind | null;
  /** The reporter asked that nobody learn of them. */
  readonly secrecy: boolean;
  readonly complainedUnit: string | null;
  readonly complainedPost: string | null;
  readonly complainedWords?: string | null;
  /** 打击报复: it complains of what was done because of an earlier matter. */
  readonly retaliation?: boolean;
}

export type MatterClass = "retaliation" | "sealed" | "claim" | "suggestion" | "ordinary";

/**
 * The class by which a matter is kept (信访工作条例 第三十条、第四十六条). `sealed`: a report, or secrecy asked, or a complaint of a unit or
 * post that nobody has classed yet; `claim` and `suggestion` complain of somebody openly, and the competent unit handles them.
 */
export function classOf(facts: Complaint): MatterClass {
  const complains = facts.complainedUnit !== null || facts.complainedPost !== null;
  if (facts.retaliation) return "retaliation";
  if (facts.secrecy || facts.kind === "report" || (facts.kind === null && complains)) return "sealed";
  if (facts.kind === "suggestion") return "suggestion";
  return complains || facts.complainedWords ? "claim" : "ordinary";
}

/** Kept from whoever is complained of, and from all who work in or under their unit. */
export const isSealed = (facts: Complaint): boolean => ["sealed", "retaliation"].includes(classOf(facts));

/** Somebody is complained of in words alone, in a report or in secrecy, and nobody has said yet which unit or post that is. */
export const isUnpinned = (facts: Complaint): boolean =>
  (facts.secrecy || facts.kind === "report") &&
  facts.complainedUnit === null &&
  facts.complainedPost === null &&
  Boolean(facts.complainedWords);
