import type { Tx } from "../../../foundation/db/pool.ts";
import { makeReporter, type NewReporter, type ReporterRequest } from "../reporter.ts";
import type { Sealer } from "../seal.ts";

/**
 * Adds a reporter to a matter (the first one, or another who met the same) and writes the matter's data key where it has none.
 * Code and link are in the answer and nowhere else. Throws where the matter's key was destroyed.
 */
export async function addReporter(tx: Tx, sealer: Sealer, request: ReporterRequest): Promise<NewReporter> {
  const key = await tx.query<{ wrapped: Buffer | null; keyVersion: number }>(
    'select wrapped, key_version as "keyVersion" from residents.data_keys where county_code = $1 and matter_id = $2',
    [request.county, request.matterId],
  );
  const made = makeReporter(sealer, { ...request, existingKey: key.rows[0] });
  const { row } = made;
  if (made.newKey)
    await tx.query("insert into residents.data_keys (county_code, matter_id, wrapped, key_version) values ($1, $2, $3, $4)", [
      row.county,
      row.matterId,
      made.newKey,
      row.keyVersion,
    ]);
  await tx.query(
    `insert into residents.reporters (county_code, id, matter_id, handle, role, door, entered_by_post, relation, consent, code_lookup, link_lookup,
       sealed, key_version, quiet, wants_secrecy, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      row.county,
      row.id,
      row.matterId,
      row.handle,
      row.role,
      row.door,
      row.enteredByPost,
      row.relation,
      row.consent,
      row.codeLookup,
      row.linkLookup,
      row.sealed,
      row.keyVersion,
      row.quiet,
      row.wantsSecrecy,
      row.createdAt,
    ],
  );
  return made;
}
