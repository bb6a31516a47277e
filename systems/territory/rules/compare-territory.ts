import type { PlaceKind, TerritoryRow } from "../contract.ts";

/** A place as it stands now, told by code. */
export interface StandingPlace {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
}

export interface TerritoryChange {
  readonly what: "added" | "renamed" | "recoded" | "moved" | "ended";
  readonly code: string;
  readonly name: string;
  readonly from?: string;
}

export interface TerritoryComparison {
  /** The id that each incoming row keeps; rows that are new are absent. */
  readonly keeps: ReadonlyMap<string, string>;
  /** Ids of places that the incoming rows no longer name. */
  readonly ends: readonly string[];
  readonly changes: readonly TerritoryChange[];
  /** What makes the rows unfit for import, as code and facts. */
  readonly faults: readonly TerritoryFault[];
}

export interface TerritoryFault {
  readonly fault: "code-twice" | "parent-unknown" | "parent-wrong-kind" | "no-county" | "was-code-unknown" | "kind-changed";
  readonly code: string;
  readonly name: string;
}

const PARENT_KINDS: Record<PlaceKind, readonly PlaceKind[]> = {
  county: [],
  township: ["county"],
  village: ["township"],
  grid: ["village", "township"],
  group: ["grid", "village"],
};

/** A place keeps its identity by its code, or by `wasCode` where the code changed; a new code with an old name is never guessed to be the same. */
export function compareTerritory(standing: readonly StandingPlace[], rows: readonly TerritoryRow[]): TerritoryComparison {
  const faults = faultsOf(rows);
  const byCode = new Map(standing.map((place) => [place.code, place]));
  const codeWas = new Map(rows.map((row) => [row.code, row.wasCode ?? row.code]));
  const keeps = new Map<string, string>();
  const changes: TerritoryChange[] = [];
  const kept = new Set<string>();
  for (const row of rows) {
    const same = byCode.get(row.wasCode ?? row.code);
    if (row.wasCode && !same) faults.push({ fault: "was-code-unknown", code: row.code, name: row.name });
    if (!same) {
      changes.push({ what: "added", code: row.code, name: row.name });
      continue;
    }
    if (same.kind !== row.kind) faults.push({ fault: "kind-changed", code: row.code, name: row.name });
    keeps.set(row.code, same.id);
    kept.add(same.id);
    if (same.name !== row.name) changes.push({ what: "renamed", code: row.code, name: row.name, from: same.name });
    if (same.code !== row.code) changes.push({ what: "recoded", code: row.code, name: row.name, from: same.code });
    const parentWas = row.parentCode ? (codeWas.get(row.parentCode) ?? row.parentCode) : null;
    if (same.parentCode !== parentWas)
      changes.push({ what: "moved", code: row.code, name: row.name, from: same.parentCode ?? "" });
  }
  const ended = standing.filter((place) => !kept.has(place.id));
  for (const place of ended) changes.push({ what: "ended", code: place.code, name: place.name });
  return { keeps, ends: ended.map((place) => place.id), changes, faults };
}

function faultsOf(rows: readonly TerritoryRow[]): TerritoryFault[] {
  const faults: TerritoryFault[] = [];
  const byCode = new Map<string, TerritoryRow>();
  for (const row of rows) {
    if (byCode.has(row.code)) faults.push({ fault: "code-twice", code: row.code, name: row.name });
    byCode.set(row.code, row);
  }
  if (rows.filter((row) => row.kind === "county").length !== 1) faults.push({ fault: "no-county", code: "", name: "" });
  for (const row of rows) {
    if (row.kind === "county") continue;
    const parent = byCode.get(row.parentCode ?? "");
    if (!parent) faults.push({ fault: "parent-unknown", code: row.code, name: row.name });
    else if (!PARENT_KINDS[row.kind].includes(parent.kind))
      faults.push({ fault: "parent-wrong-kind", code: row.code, name: row.name });
  }
  return faults;
}
