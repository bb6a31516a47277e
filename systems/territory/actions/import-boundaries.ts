import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { type BoundaryImport, type BoundaryReport, boundaryImport } from "../contract.ts";
import { mayChangeTerritory } from "../rules/access.ts";
import type { Gazetteer } from "../rules/gazetteer.ts";
import { type ReadBoundary, readBoundaries } from "../rules/read-boundaries.ts";
import { insertBoundaries, readBoundariesInForce, readCountyExtent } from "../store/boundaries.ts";
import { forgetGazetteer, loadGazetteer } from "../store/load-gazetteer.ts";
import { insertVersion, lockTerritory, readStanding } from "../store/places.ts";
import { checkSiblings } from "./check-siblings.ts";
import type { RecordTerritory } from "./import-territory.ts";

/**
 * Checks a county's own boundaries (GeoJSON, WGS-84 or GCJ-02) and, with `confirm`, puts them in force with a new version of the
 * territory. Without it nothing is written and the report says what was found. Places that the file leaves out keep theirs.
 * Refuses `territory.not-allowed` (403); on confirming: `territory.boundaries-unfit` where features have faults, and
 * `territory.boundaries-do-not-meet` where gaps or overlaps beyond the tolerance were not accepted (facts: report).
 */
export async function importBoundaries(
  db: Database,
  actor: Actor,
  input: BoundaryImport,
  options: { confirm?: boolean; acceptFindings?: boolean; record?: RecordTerritory } = {},
): Promise<BoundaryReport> {
  if (!mayChangeTerritory(actor)) throw new Refusal("territory.not-allowed", {}, { status: 403 });
  const wanted = boundaryImport.parse(input);
  const gazetteer = await loadGazetteer(db, actor);
  const report = await withActor(db, actor, async (tx) => {
    await lockTerritory(tx, actor.county);
    const { version, contentHash } = await readStanding(tx);
    const { boundaries, faults } = readBoundaries(wanted.geojson, wanted.coordinateSystem, gazetteer, await readCountyExtent(tx));
    const together = await withThoseInForce(tx, boundaries, gazetteer);
    const findings =
      faults.length > 0
        ? []
        : await checkSiblings(together, (id) => gazetteer.children.get(id) ?? [], wanted.toleranceSquareMetres);
    const found: BoundaryReport = { version, confirmed: false, places: boundaries.length, faults, findings };
    if (!options.confirm) return found;
    if (faults.length > 0) throw new Refusal("territory.boundaries-unfit", { report: found });
    if (findings.length > 0 && !options.acceptFindings) throw new Refusal("territory.boundaries-do-not-meet", { report: found });
    const next = version + 1;
    await insertVersion(
      tx,
      actor.county,
      next,
      { validFrom: wanted.validFrom, source: wanted.source, reason: wanted.reason },
      contentHash,
    );
    const stored = boundaries.map(({ place, shape }) => ({ placeId: place.id, shape }));
    await insertBoundaries(tx, actor.county, next, stored, wanted.coordinateSystem, wanted.source);
    await options.record?.(tx, { act: "import-boundaries", version: next, source: wanted.source, count: stored.length });
    return { ...found, version: next, confirmed: true };
  });
  if (report.confirmed) forgetGazetteer(db, actor.county);
  return report;
}

async function withThoseInForce(tx: Tx, incoming: readonly ReadBoundary[], gazetteer: Gazetteer): Promise<ReadBoundary[]> {
  const replaced = new Set(incoming.map((one) => one.place.id));
  const kept = (await readBoundariesInForce(tx)).flatMap(({ placeId, shape }) => {
    const place = gazetteer.places.get(placeId);
    return place && !replaced.has(placeId) ? [{ place, shape }] : [];
  });
  return [...incoming, ...kept];
}
