import type { PlaceKind, TerritoryRow } from "../contract.ts";
import { committeeOf, shortNameOf } from "./names.ts";

/** A place's state as it is stored: its own id, its parent and its way down from the county. */
export interface SettledPlace {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly committee: "residents" | "villagers" | null;
  readonly parentId: string | null;
  readonly path: readonly string[];
  readonly townshipId: string | null;
  readonly villageId: string | null;
  readonly gridId: string | null;
  readonly madeUp: boolean;
}

const ORDER: readonly PlaceKind[] = ["county", "township", "village", "grid", "group"];

/** Turns rows whose parents are told by code into states with paths; rows must have passed `compareTerritory` without faults. */
export function settlePlaces(rows: readonly TerritoryRow[], idOf: (code: string) => string): SettledPlace[] {
  const settled = new Map<string, SettledPlace>();
  const sorted = rows.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  for (const row of sorted) {
    const parent = row.parentCode ? settled.get(row.parentCode) : undefined;
    const id = idOf(row.code);
    const own = (kind: PlaceKind) => (row.kind === kind ? id : null);
    settled.set(row.code, {
      id,
      kind: row.kind,
      code: row.code,
      name: row.name,
      shortName: shortNameOf(row.kind, row.name),
      committee: committeeOf(row.kind, row.name),
      parentId: parent?.id ?? null,
      path: [...(parent?.path ?? []), id],
      townshipId: own("township") ?? parent?.townshipId ?? null,
      villageId: own("village") ?? parent?.villageId ?? null,
      gridId: own("grid") ?? parent?.gridId ?? null,
      madeUp: row.madeUp ?? false,
    });
  }
  return [...settled.values()];
}
