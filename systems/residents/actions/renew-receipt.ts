import type { Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Sealer } from "../seal.ts";

/** A new code, link and four digits for a reporter whose receipt was lost; the old ones open nothing from now on. */
export async function renewReceipt(
  tx: Tx,
  county: number,
  reporterId: string,
  sealer: Sealer,
): Promise<{ code: string; link: string; pin: string }> {
  const kept = await tx.query<{ generation: number }>(
    "select code_generation as generation from residents.reporters where county_code = $1 and id = $2",
    [county, reporterId],
  );
  const generation = (kept.rows[0]?.generation ?? 1) + 1;
  const told = sealer.receiptOf(reporterId, generation);
  const done = await tx.query(
    `update residents.reporters set code_generation = $3, code_lookup = $4, link_lookup = $5, opens_alone = null
     where county_code = $1 and id = $2 and code_generation = $3 - 1`,
    [county, reporterId, generation, sealer.lookupOf(told.code), sealer.lookupOf(told.link)],
  );
  if (done.rowCount !== 1) throw new Refusal("residents.code-renewed-meanwhile", {}, { status: 409 });
  return told;
}
