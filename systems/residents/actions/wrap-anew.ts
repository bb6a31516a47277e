import { jobActor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import type { Sealer } from "../seal.ts";

/** How far a re-wrapping is. */
export interface WrapProgress {
  readonly done: number;
  readonly total: number;
}

export interface WrapReport {
  /** Data keys wrapped anew, and rows of reporters sealed anew. */
  readonly keys: number;
  readonly rows: number;
  /** What could not be opened and was left as it is; `linli verify` and a backup are the next look. */
  readonly unopened: number;
}

interface Waiting {
  readonly id: string;
  readonly matter: string;
  readonly sealed: Buffer;
  readonly version: number;
  readonly wrapped: Buffer;
  readonly wrapVersion: number;
}
type Made = readonly [id: string, before: Buffer, after: Buffer, version: number];

const KEYS = {
  count:
    "select count(*)::integer as n from residents.data_keys where county_code = $1 and wrapped is not null and (key_version <> $2 or get_byte(wrapped, 0) <> $3)",
  next: `select matter_id as id, matter_id as matter, wrapped, key_version as "wrapVersion" from residents.data_keys
    where county_code = $1 and wrapped is not null and (key_version <> $2 or get_byte(wrapped, 0) <> $3) and matter_id > $4 order by matter_id limit $5`,
  write: `update residents.data_keys k set wrapped = n.after, key_version = n.version
    from unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::integer[]) as n(id, before, after, version)
    where k.county_code = $1 and k.matter_id = n.id and k.wrapped = n.before`,
};
// a row of a matter whose key was erased is erased with it
const ROWS = {
  count: `select count(*)::integer as n from residents.reporters r join residents.data_keys k using (county_code, matter_id)
    where r.county_code = $1 and r.sealed is not null and k.wrapped is not null and get_byte(r.sealed, 0) <> $3 and $2::integer is not null`,
  next: `select r.id, r.matter_id as matter, r.sealed, r.key_version as version, k.wrapped, k.key_version as "wrapVersion"
    from residents.reporters r join residents.data_keys k using (county_code, matter_id)
    where r.county_code = $1 and r.sealed is not null and k.wrapped is not null and get_byte(r.sealed, 0) <> $3 and $2::integer is not null
      and r.id > $4 order by r.id limit $5`,
  write: `update residents.reporters r set sealed = n.after, key_version = n.version
    from unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::integer[]) as n(id, before, after, version)
    where r.county_code = $1 and r.id = n.id and r.sealed = n.before`,
};
const FIRST = "00000000-0000-0000-0000-000000000000";

/** How many data keys and rows still stand under another version or algorithm than is written now. */
export async function waitingForWrapping(db: Database, sealer: Sealer, county: number): Promise<number> {
  const { keyVersion, algorithm } = sealer.current();
  return withActor(db, jobActor(county), async (tx) => {
    const count = async (sql: string) => (await tx.query<{ n: number }>(sql, [county, keyVersion, algorithm])).rows[0]!.n;
    return (await count(KEYS.count)) + (await count(ROWS.count));
  });
}

/**
 * Wraps every data key of the county under the key file's current version and profile, and seals reporters' rows anew where their algorithm
 * is another, while people work: `most` at a time, each batch its own transaction, nothing locked between. Broken off at any place, a next
 * run goes on with what is left; a value that changed meanwhile is left to the next pass. Data keys themselves stay.
 */
export async function wrapAnew(
  db: Database,
  sealer: Sealer,
  county: number,
  options: { readonly most?: number; readonly onProgress?: (progress: WrapProgress) => void } = {},
): Promise<WrapReport> {
  const { most = 200, onProgress = () => {} } = options;
  const total = await waitingForWrapping(db, sealer, county);
  let [done, unopened] = [0, 0];

  async function walk(sql: typeof KEYS, make: (one: Waiting) => { bytes: Buffer; version: number } | undefined): Promise<number> {
    let written = 0;
    for (let after = FIRST; ; ) {
      const { keyVersion, algorithm } = sealer.current();
      const step = async (tx: Tx) => {
        const { rows } = await tx.query<Waiting>(sql.next, [county, keyVersion, algorithm, after, most]);
        const made = rows.flatMap((row): Made[] => {
          try {
            const next = make(row);
            return next ? [[row.id, row.sealed ?? row.wrapped, next.bytes, next.version]] : [];
          } catch {
            unopened += 1;
            return [];
          }
        });
        const columns = [0, 1, 2, 3].map((at) => made.map((one) => one[at]));
        if (made.length > 0) written += (await tx.query(sql.write, [county, ...columns])).rowCount ?? 0;
        return rows;
      };
      const rows = await withActor(db, jobActor(county), step);
      if (rows.length === 0) return written;
      after = rows.at(-1)!.id;
      done += rows.length;
      onProgress({ done, total: Math.max(total, done) });
    }
  }

  const keys = await walk(KEYS, (one) => {
    const next = sealer.wrapAnew(one.matter, { wrapped: one.wrapped, keyVersion: one.wrapVersion });
    return next && { bytes: next.wrapped, version: next.keyVersion };
  });
  const rows = await walk(ROWS, (one) => {
    const key = { wrapped: one.wrapped, keyVersion: one.wrapVersion };
    const next = sealer.sealAnew(one.matter, one.id, { sealed: one.sealed, keyVersion: one.version }, key);
    return next && { bytes: next.sealed, version: next.keyVersion };
  });
  return { keys, rows, unopened };
}
