import { setImmediate as nextTurn } from "node:timers/promises";
import { difference, type Geom, intersection, union } from "polyclip-ts";
import type { BoundaryFinding, Place } from "../contract.ts";
import { areaOf, type Extent, extentOf, extentsTouch, type MultiPolygon } from "../rules/geometry.ts";
import { fullNameOf } from "../rules/place-questions.ts";
import type { ReadBoundary } from "../rules/read-boundaries.ts";

interface Bounded extends ReadBoundary {
  readonly extent: Extent;
}

const geom = (shape: MultiPolygon) => shape as unknown as Geom;

/**
 * Looks for gaps and overlaps between the places below one parent, and for what lies beyond the parent. Where the parent's own
 * boundary is not known, only gaps that the siblings enclose are found. Areas in square metres; smaller ones than `tolerance` pass.
 * Between parents it lets other work of the server run.
 */
export async function checkSiblings(
  boundaries: readonly ReadBoundary[],
  childrenOf: (parentId: string) => readonly Place[],
  tolerance: number,
): Promise<BoundaryFinding[]> {
  const bounded: Bounded[] = boundaries.map((one) => ({ ...one, extent: extentOf(one.shape) }));
  const byId = new Map(bounded.map((one) => [one.place.id, one]));
  const groups = Map.groupBy(
    bounded.filter((one) => one.place.parentId),
    (one) => one.place.parentId!,
  );
  const findings: BoundaryFinding[] = [];
  for (const [parentId, siblings] of groups) {
    await nextTurn();
    const together = union(geom(siblings[0]!.shape), ...siblings.slice(1).map((one) => geom(one.shape)));
    const counted = siblings.reduce((sum, one) => sum + areaOf(one.shape), 0);
    if (counted - areaOf(together) > tolerance / 2) findings.push(...overlapsOf(siblings, tolerance));
    const missing = childrenOf(parentId).filter((place) => place.kind === siblings[0]!.place.kind && !byId.has(place.id));
    for (const place of missing) findings.push({ finding: "missing", places: [fullNameOf(place)], squareMetres: 0 });
    findings.push(...gapsOf(siblings, together, byId.get(parentId), missing.length > 0, tolerance));
  }
  return findings;
}

function overlapsOf(siblings: readonly Bounded[], tolerance: number): BoundaryFinding[] {
  const findings: BoundaryFinding[] = [];
  siblings.forEach((one, index) => {
    for (const other of siblings.slice(index + 1)) {
      if (!extentsTouch(one.extent, other.extent)) continue;
      const squareMetres = Math.round(areaOf(intersection(geom(one.shape), geom(other.shape))));
      if (squareMetres > tolerance)
        findings.push({ finding: "overlap", places: [fullNameOf(one.place), fullNameOf(other.place)], squareMetres });
    }
  });
  return findings;
}

function gapsOf(
  siblings: readonly Bounded[],
  together: MultiPolygon,
  parent: Bounded | undefined,
  someMissing: boolean,
  tolerance: number,
): BoundaryFinding[] {
  const findings: BoundaryFinding[] = [];
  if (parent) {
    for (const one of siblings) {
      const squareMetres = Math.round(areaOf(difference(geom(one.shape), geom(parent.shape))));
      if (squareMetres > tolerance)
        findings.push({ finding: "beyond-parent", places: [fullNameOf(one.place), parent.place.name], squareMetres });
    }
  }
  if (someMissing) return findings; // what is missing leaves a hole that says nothing
  const holes: MultiPolygon = parent
    ? difference(geom(parent.shape), geom(together))
    : together.flatMap((polygon) => polygon.slice(1).map((hole) => [hole]));
  for (const hole of holes) {
    const squareMetres = Math.round(areaOf([hole]));
    if (squareMetres <= tolerance) continue;
    const extent = extentOf([hole]);
    const around = siblings.filter((one) => extentsTouch(one.extent, extent)).map((one) => fullNameOf(one.place));
    findings.push({ finding: "gap", places: around, squareMetres });
  }
  return findings;
}
