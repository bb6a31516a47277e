import { randomInt } from "node:crypto";
import { jobActor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import type { Sealer } from "../seal.ts";

interface Due {
  readonly id: string;
  readonly matter: string;
  readonly sealed: Buffer | null;
  readonly version: number;
  readonly wrapped: Buffer | null;
  readonly wrapVersion: number | null;
}

/** Takes rows of the blind index away, found by the key file alone; in the caller's transaction. */
export async function dropFromIndex(tx: Tx, sealer: Sealer, county: number, reporterIds: readonly string[]): Promise<void> {
  if (reporterIds.length === 0) return;
  const rows = reporterIds.map((id) => sealer.blind.rowOf(id));
  await tx.query("select set_config('linli.blind_rows', $1, true)", [rows.join(",")]);
  await tx.query("delete from residents.blind_index where county_code = $1 and id = any ($2::uuid[])", [county, rows]);
}

/**
 * Brings the blind index up to what is sealed now, `most` rows a transaction until none waits: what was just taken in, what a resident
 * corrected, what earlier versions sealed. Rows are written in no order, so that a row's place tells nothing of its matter's. Answers how
 * many were looked at. A row that changed meanwhile stays due.
 */
export async function indexReporters(
  db: Database,
  sealer: Sealer,
  county: number,
  options: { readonly most?: number; readonly stopped?: () => boolean } = {},
): Promise<number> {
  const { most = 500, stopped = () => false } = options;
  let looked = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; !stopped(); ) {
    const due = await withActor(db, jobActor(county), (tx) => indexSome(tx, sealer, county, after, most));
    looked += due.length;
    if (due.length < most) break;
    after = due.at(-1)!.id;
  }
  return looked;
}

async function indexSome(tx: Tx, sealer: Sealer, county: number, after: string, most: number): Promise<readonly Due[]> {
  const { rows: due } = await tx.query<Due>(
    `select r.id, r.matter_id as matter, r.sealed, r.key_version as version, k.wrapped, k.key_version as "wrapVersion"
     from residents.reporters r left join residents.data_keys k using (county_code, matter_id)
     where r.county_code = $1 and r.index_due and r.id > $2 order by r.id limit $3`,
    [county, after, most],
  );
  if (due.length === 0) return due;
  await dropFromIndex(
    tx,
    sealer,
    county,
    due.map(({ id }) => id),
  );
  const rows = due.flatMap((one) => {
    const phone = openedPhone(sealer, one);
    const token = phone === undefined ? undefined : sealer.blind.tokenOf(phone);
    if (token === undefined) return [];
    const pointer = sealer.blind.sealPointer({ matterId: one.matter, reporterId: one.id });
    return [{ id: sealer.blind.rowOf(one.id), token, pointer, place: randomInt(2 ** 32) }];
  });
  rows.sort((a, b) => a.place - b.place);
  await tx.query(
    `insert into residents.blind_index (county_code, id, token, pointer)
     select $1, n.id, n.token, n.pointer from unnest($2::uuid[], $3::integer[], $4::bytea[]) as n(id, token, pointer)`,
    [county, rows.map((row) => row.id), rows.map((row) => row.token), rows.map((row) => row.pointer)],
  );
  await tx.query(
    `update residents.reporters r set index_due = false from unnest($2::uuid[], $3::bytea[]) as n(id, sealed)
     where r.county_code = $1 and r.id = n.id and r.sealed is not distinct from n.sealed`,
    [county, due.map(({ id }) => id), due.map(({ sealed }) => sealed)],
  );
  return due;
}

/** A row that cannot be opened has no telephone to be found by; `linli keys rotate` counts and names such rows. */
function openedPhone(sealer: Sealer, one: Due): string | undefined {
  try {
    const key = { wrapped: one.wrapped, keyVersion: one.wrapVersion ?? one.version };
    return sealer.open(one.matter, one.id, { sealed: one.sealed, keyVersion: one.version }, key)?.phone;
  } catch {
    return undefined;
  }
}

/** Lets every row be indexed anew: after a change of profile. */
export const indexAllAnew = (db: Database, county: number): Promise<void> =>
  withActor(db, jobActor(county), async (tx) => {
    await tx.query("update residents.reporters set index_due = true where county_code = $1 and not index_due", [county]);
  });
