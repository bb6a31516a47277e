/** A unit, as far as the choice of a receiving body looks at it. */
interface Standing {
  readonly id: string;
  readonly code: string;
  readonly parentId: string | null;
}

/** 受理机构: the county's own list of who receives what the usual desk must not; the first lawful one is taken. */
export interface ReceivingBodies {
  /** Codes of units for a report or a sealed complaint that reaches the usual desk's own side. */
  readonly reports: readonly string[];
  /** Codes of units for a complaint of retaliation. */
  readonly retaliation: readonly string[];
  /** Who is named where none of them is lawful: the level above. */
  readonly above: { readonly zh: string; readonly en: string };
}

export interface ToReceive<Unit extends Standing> {
  /** The desk to which it came. */
  readonly usual: Unit;
  readonly sealed: boolean;
  readonly retaliation: boolean;
  /** Units complained of. */
  readonly accused: readonly string[];
  /** Units that had the earlier matter in hand. */
  readonly passedOver: readonly string[];
}

/** The unit and every unit above it. */
export function chainOf<Unit extends Pick<Standing, "id" | "parentId">>(units: ReadonlyMap<string, Unit>, start: Unit): Unit[] {
  const chain: Unit[] = [];
  for (let unit: Unit | undefined = start; unit && chain.length < 10; unit = unit.parentId ? units.get(unit.parentId) : undefined)
    chain.push(unit);
  return chain;
}

/**
 * Who receives a matter that complains of somebody. What is open stays where it came; a sealed one goes up until a desk is reached that
 * neither works in nor under the unit complained of, then to the county's own list; retaliation goes to the county's list for it, never
 * back to the chain of the unit accused nor to those who had the earlier matter in hand. Undefined where nobody lawful exists.
 */
export function whoReceives<Unit extends Standing>(
  { usual, sealed, retaliation, accused, passedOver }: ToReceive<Unit>,
  units: ReadonlyMap<string, Unit>,
  bodies: ReceivingBodies,
): Unit | undefined {
  const lawful = (unit: Unit) => !chainOf(units, unit).some((one) => accused.includes(one.id)) && !passedOver.includes(unit.id);
  const named = (codes: readonly string[]) => codes.flatMap((code) => [...units.values()].filter((unit) => unit.code === code));
  if (retaliation) return [...named(bodies.retaliation), ...named(bodies.reports)].find(lawful);
  return sealed ? [...chainOf(units, usual), ...named(bodies.reports)].find(lawful) : usual;
}
