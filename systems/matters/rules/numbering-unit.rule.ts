interface Numbered {
  readonly id: string;
  readonly numberPrefix: string;
  readonly parentId: string | null;
}

/** The unit whose series a matter's number is taken from: the receiving unit where it has a prefix of its own, else the nearest above it that has. */
export function numberingUnit<Unit extends Numbered>(units: ReadonlyMap<string, Unit>, start: Unit): Unit | undefined {
  let unit: Unit | undefined = start;
  for (let steps = 0; unit && steps < 10; steps += 1) {
    if (unit.numberPrefix) return unit;
    unit = unit.parentId ? units.get(unit.parentId) : undefined;
  }
  return undefined;
}
