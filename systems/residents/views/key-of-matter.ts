import type { Tx } from "../../../foundation/db/pool.ts";
import type { WrappedKey } from "../seal.ts";

/** The wrapped data key under which a matter's identities are sealed; undefined where nothing was sealed yet. */
export async function keyOfMatter(tx: Tx, county: number, matterId: string): Promise<WrappedKey | undefined> {
  const found = await tx.query<WrappedKey>(
    `select wrapped, key_version as "keyVersion" from residents.data_keys where county_code = $1 and matter_id = $2`,
    [county, matterId],
  );
  return found.rows[0];
}
