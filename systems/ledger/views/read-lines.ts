import type { Tx } from "../../../foundation/db/pool.ts";

/** A line as a page tells it: act, time and what was said; hashes and salts stay with the journal. */
export interface LineTold {
  readonly id: string;
  readonly act: string;
  readonly at: Date;
  readonly deviceAt: Date | null;
  readonly version: number;
  readonly publicGroup: string;
  readonly textGroup: string;
}

interface Procedure {
  readonly kind: string;
  readonly id: string;
}

const COLUMNS = `id, act, at, device_at as "deviceAt", version, public_group as "publicGroup", text_group as "textGroup"`;
const OF_PROCEDURE = "from ledger.lines where county_code = $1 and procedure_kind = $2 and procedure_id = $3";

/** The last `limit` lines of a procedure that the reader of this transaction may see, newest first. */
export async function newestLines(tx: Tx, county: number, procedure: Procedure, limit: number): Promise<LineTold[]> {
  const found = await tx.query<LineTold>(`select ${COLUMNS} ${OF_PROCEDURE} order by version desc limit $4`, [
    county,
    procedure.kind,
    procedure.id,
    limit,
  ]);
  return found.rows;
}

/** The first `limit` lines of a procedure after this version (0: from its beginning), oldest first. */
export async function linesAfter(
  tx: Tx,
  county: number,
  procedure: Procedure,
  version: number,
  limit: number,
): Promise<LineTold[]> {
  const found = await tx.query<LineTold>(`select ${COLUMNS} ${OF_PROCEDURE} and version > $4 order by version limit $5`, [
    county,
    procedure.kind,
    procedure.id,
    version,
    limit,
  ]);
  return found.rows;
}
