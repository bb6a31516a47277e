import { createHash } from "node:crypto";
import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { type TerritoryFile, territoryFile } from "../contract.ts";
import { mayChangeTerritory } from "../rules/access.ts";
import { compareTerritory, type TerritoryChange } from "../rules/compare-territory.ts";
import { settlePlaces } from "../rules/settle-places.ts";
import { deterministicId } from "../store/deterministic-id.ts";
import { forgetGazetteer } from "../store/load-gazetteer.ts";
import { insertPlaces, insertVersion, lockTerritory, readStanding, replaceAliases, replaceMapCells } from "../store/places.ts";

export interface TerritoryImport {
  /** The version in force afterwards; on a dry run, the one in force now (0 where there is none). */
  readonly version: number;
  readonly changed: boolean;
  readonly changes: readonly TerritoryChange[];
}

/** What a journal is told of a new version, inside the same transaction. */
export type RecordTerritory = (
  tx: Tx,
  line: { act: "import-territory" | "import-boundaries"; version: number; source: string; count: number },
) => Promise<void>;

/**
 * Brings the county's register to the rows of `file`: places keep their ids by code (or `wasCode`), changed states are ended
 * and followed by new ones, and one new version is made. The same content twice changes nothing.
 * With `dryRun` nothing is written and the changes are reported.
 * Refuses `territory.not-allowed` (403), `territory.rows-unfit` (422, facts.faults) and `territory.other-county` (422).
 */
export async function importTerritory(
  db: Database,
  actor: Actor,
  input: TerritoryFile,
  options: { dryRun?: boolean; record?: RecordTerritory } = {},
): Promise<TerritoryImport> {
  if (!mayChangeTerritory(actor)) throw new Refusal("territory.not-allowed", {}, { status: 403 });
  const file = territoryFile.parse(input);
  if (file.county !== actor.county) throw new Refusal("territory.other-county", { county: file.county });
  const done = await withActor(db, actor, async (tx) => {
    await lockTerritory(tx, actor.county);
    const { version, contentHash, places } = await readStanding(tx);
    const { keeps, ends, changes, faults } = compareTerritory(places, file.rows);
    if (faults.length > 0) throw new Refusal("territory.rows-unfit", { faults: faults.slice(0, 50), count: faults.length });
    const hash = hashOf(file);
    if (hash === contentHash && changes.length === 0) return { version, changed: false, changes };
    if (options.dryRun) return { version, changed: true, changes };

    const next = version + 1;
    await insertVersion(tx, actor.county, next, file, hash);
    const taken = new Set(places.map((place) => place.id));
    const idOf = (code: string) => keeps.get(code) ?? newPlaceId(actor.county, code, next, taken);
    await insertPlaces(tx, actor.county, next, file, settlePlaces(file.rows, idOf), ends);
    await replaceAliases(
      tx,
      actor.county,
      file.rows.flatMap((row) => (row.aliases ?? []).map((alias) => ({ placeId: idOf(row.code), ...alias }))),
    );
    const cells = file.rows.flatMap((row) =>
      row.cell ? [{ placeId: idOf(row.code), row: row.cell[0], column: row.cell[1] }] : [],
    );
    await replaceMapCells(tx, actor.county, cells);
    await options.record?.(tx, { act: "import-territory", version: next, source: file.source, count: changes.length });
    return { version: next, changed: true, changes };
  });
  if (done.changed && !options.dryRun) forgetGazetteer(db, actor.county);
  return done;
}

const newPlaceId = (county: number, code: string, version: number, taken: ReadonlySet<string>): string => {
  const id = deterministicId(`territory/${county}/${code}`);
  return taken.has(id) ? deterministicId(`territory/${county}/${code}/${version}`) : id;
};

const hashOf = (file: TerritoryFile): string =>
  createHash("sha256")
    .update(JSON.stringify([file.source, file.extent ?? null, file.rows]))
    .digest("hex");
