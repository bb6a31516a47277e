import { Refusal } from "../../../foundation/refusal.ts";
import type { Duties, Duty, UnitFacts } from "./dispatch-shapes.ts";
import { validOn } from "./valid-on-a-day.ts";

/** What the duty list looks at; `day` is the day on which the matter is judged. */
export interface DutyFacts {
  readonly category: string | null;
  readonly kind: string | null;
  readonly urgency: string;
  readonly day?: string;
}

export interface DutyAnswer {
  readonly may: boolean;
  /** The line that decided; absent where none speaks of it. */
  readonly line?: Duty;
}

const holds = (list: readonly string[] | undefined, value: string | null): boolean =>
  !list || list.length === 0 || (value !== null && list.includes(value));
const coveredBy = (duty: Duty, category: string): string | undefined =>
  duty.categories
    .filter((branch) => category === branch || category.startsWith(`${branch}.`))
    .sort((a, b) => b.length - a.length)[0];

/**
 * A township is not given what is not on its list (履职事项清单). It may lead what stands under 基本履职, support that and 配合履职, and
 * gets nothing of 上级部门收回. A line of any category (险情先期处置, 人民调解) comes before the lines of categories; among those the most
 * exact decides. County units, matters without a category and counties without a list are not judged.
 */
export function mayBeGiven(
  duties: Duties | undefined,
  unit: Pick<UnitFacts, "level" | "place">,
  role: "lead" | "support",
  facts: DutyFacts,
): DutyAnswer {
  if (unit.level === "county" || facts.category === null) return { may: true };
  const ofLevel = duties?.lines.filter((line) => line.level === unit.level) ?? [];
  if (ofLevel.length === 0) return { may: true };
  const category = facts.category;
  const permits = (line: Duty) => line.part === "basic" || (role === "support" && line.part === "assist");
  const speaking = ofLevel.filter(
    (line) =>
      validOn(line, facts.day) &&
      holds(line.places, unit.place ?? null) &&
      holds(line.kinds, facts.kind) &&
      holds(line.urgency, facts.urgency),
  );
  const general = speaking.find((line) => line.categories.length === 0 && permits(line));
  if (general) return { may: true, line: general };
  const exact = speaking
    .map((line) => ({ line, depth: coveredBy(line, category)?.length ?? 0 }))
    .filter(({ depth }) => depth > 0)
    .sort((a, b) => b.depth - a.depth || Number(permits(b.line)) - Number(permits(a.line)));
  const line = exact[0]?.line;
  return { may: line !== undefined && permits(line), line };
}

/** A township or village is not given what is not on its duty list (履职事项清单); who stands first leads, the others support. */
export function aTownshipIsNotGivenWhatIsNotOnItsList(
  matter: { readonly category: string | null; readonly kind: string | null; readonly urgency: string; readonly day: string },
  given: readonly (UnitFacts | undefined)[],
  duties: Duties | undefined,
  nameOf: (unit: string) => string | undefined,
): void {
  for (const [index, unit] of given.entries()) {
    if (!unit) continue;
    const role = index === 0 ? "lead" : "support";
    const { may, line } = mayBeGiven(duties, unit, role, matter);
    if (may) continue;
    const instead = line?.department ? (nameOf(line.department) ?? "") : "";
    throw new Refusal("dispatch.not-on-duty-list", { unit: unit.name, role, instead });
  }
}
