import { Refusal } from "../../../foundation/refusal.ts";
import type { Facts } from "./access.ts";
import { isSealed } from "./class-of-a-matter.ts";
import { chainOf } from "./who-receives.rule.ts";

interface UnitLike {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly level: string;
}

/**
 * A sealed matter (举报, or secrecy asked, or retaliation) is never given to the unit complained of, nor to one that works in or under it,
 * nor to one that had the earlier matter in hand. 信访工作条例 第三十条.
 */
export function theUnitComplainedOfIsNotGivenTheMatter(
  facts: Facts,
  given: readonly UnitLike[],
  units: ReadonlyMap<string, UnitLike>,
): void {
  const accused = [...(facts.accusedUnits ?? []), ...(isSealed(facts) && facts.complainedUnit ? [facts.complainedUnit] : [])];
  const barred = given.find(
    (unit) => chainOf(units, unit).some((one) => accused.includes(one.id)) || (facts.passedOver ?? []).includes(unit.id),
  );
  if (barred) throw new Refusal("matters.unit-complained-of", { unit: barred.name }, { article: "信访工作条例 第三十条" });
}

/** A matter has one lead unit; the lead does not support itself. */
export function theLeadDoesNotSupportItself(lead: Pick<UnitLike, "id">, supports: readonly UnitLike[]): void {
  const itself = supports.find((unit) => unit.id === lead.id);
  if (itself) throw new Refusal("matters.lead-supports-itself", { unit: itself.name });
}

/** A township calls what stands at county level: departments and outside bodies, never another township or a village. */
export function onlyCountyDepartmentsAreCalled(called: readonly UnitLike[]): void {
  const other = called.find((unit) => unit.level !== "county");
  if (other) throw new Refusal("matters.only-departments-are-called", { unit: other.name });
}

interface PartLike {
  readonly unit_id: string;
  readonly role: string;
  readonly state: string;
}

/**
 * One answer, with the opinions of all who were asked: the lead waits for them until their own time is up, or says why it does not.
 * `late` are the units whose time for an opinion has run out.
 */
export function theOpinionsAreInOrTheirTimeIsUp(
  parts: readonly PartLike[],
  late: ReadonlySet<string>,
  names: (unit: string) => string,
  whyNot: string | undefined,
): void {
  const out = parts.filter((one) => one.role !== "lead" && one.state !== "answered" && !late.has(one.unit_id));
  if (out.length > 0 && !whyNot)
    throw new Refusal("matters.opinions-outstanding", { units: out.map((one) => names(one.unit_id)).join("、") });
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
