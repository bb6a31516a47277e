import { Refusal } from "../../../foundation/refusal.ts";
import type { UnitKind } from "../contract.ts";

const LEVEL_OF_CENTRE: Partial<Record<UnitKind, string>> = { "township centre": "township", "village centre": "village" };

/**
 * A township's centre serves a township, a village's centre a village, and no other body serves a place. Refuses
 * `teams.centre-needs-a-place` or `teams.place-of-another-level`. `placeKind` is undefined where no place is named.
 */
export function placeFitsTheUnit(unit: { kind: UnitKind; name: string }, placeKind: string | undefined): void {
  const wanted = LEVEL_OF_CENTRE[unit.kind];
  if (wanted && !placeKind) throw new Refusal("teams.centre-needs-a-place", { unit: unit.name });
  if (placeKind && placeKind !== wanted) throw new Refusal("teams.place-of-another-level", { unit: unit.name });
}
