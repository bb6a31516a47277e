import { Refusal } from "../../../foundation/refusal.ts";
import type { Facts } from "./access.ts";

interface UnitLike {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly level: string;
}

/**
 * A matter of 举报, or one whose reporter asked for secrecy, is never given to the unit complained of, nor to one that works for it.
 * 信访工作条例 第三十条.
 */
export function theUnitComplainedOfIsNotGivenTheMatter(
  facts: Facts,
  given: readonly UnitLike[],
  units: ReadonlyMap<string, UnitLike>,
): void {
  if (!facts.complainedUnit || !(facts.secrecy || facts.kind === "report")) return;
  const accused = facts.complainedUnit;
  for (const unit of given) {
    const worksForIt = unit.parentId === accused && units.get(accused)?.level === "township";
    if (unit.id === accused || worksForIt)
      throw new Refusal("matters.unit-complained-of", { unit: unit.name }, { article: "信访工作条例 第三十条" });
  }
}

/** A matter has one lead unit; the lead does not support itself. */
export function theLeadDoesNotSupportItself(lead: UnitLike, supports: readonly UnitLike[]): void {
  if (supports.some((unit) => unit.id === lead.id)) throw new Refusal("matters.lead-supports-itself", { unit: lead.name });
}

/** A higher place to go to: village → township → county; a department's matter goes back to the county centre. */
export function unitAbove(
  units: ReadonlyMap<string, UnitLike>,
  unit: string | null,
  centre: UnitLike | undefined,
): UnitLike | undefined {
  const parent = unit ? units.get(unit)?.parentId : undefined;
  return (parent ? units.get(parent) : undefined) ?? centre;
}
