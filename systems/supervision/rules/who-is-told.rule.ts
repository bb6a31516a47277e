import type { Settings } from "../contract.ts";

export interface PostOfUnit {
  readonly id: string;
  readonly unitId: string;
  readonly rights: readonly string[];
}
export interface Staff {
  readonly postsByUnit: ReadonlyMap<string, readonly PostOfUnit[]>;
  readonly parentOf: (unit: string) => string | null;
}
/** Where a clock's next act must come from. A sealed matter names the unit that must not learn of it. */
export interface WhoMustAct {
  readonly unit: string;
  readonly right: string;
  readonly hiddenFrom: string | null;
  readonly hiddenPost: string | null;
}

/** The posts that a step tells: who holds it, everyone at work in the unit, those who supervise above; never the unit or post complained of. */
export function whoIsTold(tells: Settings["steps"][number]["tells"], who: WhoMustAct, staff: Staff): string[] {
  const posts = (unit: string) => (unit === who.hiddenFrom ? [] : (staff.postsByUnit.get(unit) ?? []));
  const having = (unit: string, right: string) => posts(unit).filter((post) => post.rights.includes(right));
  const found: PostOfUnit[] = [];
  if (tells.includes("holder")) found.push(...having(who.unit, who.right));
  if (tells.includes("unit")) found.push(...having(who.unit, "matters.read"));
  if (tells.includes("above") || found.length === 0) {
    let above = staff.parentOf(who.unit);
    for (let steps = 0; above && steps < 6; steps += 1) {
      const there = having(above, "matters.supervise");
      found.push(...there);
      if (there.length > 0) break;
      above = staff.parentOf(above);
    }
    if (!staff.parentOf(who.unit)) found.push(...having(who.unit, "matters.supervise"));
  }
  return [...new Set(found.map((post) => post.id))].filter((post) => post !== who.hiddenPost);
}
