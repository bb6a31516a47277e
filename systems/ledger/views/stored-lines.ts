import type { Tx } from "../../../foundation/db/pool.ts";
import type { StoredLine } from "../rules/verify-lines.ts";

const micros = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const COLUMNS = `county_code as county, id, procedure_kind as "procedureKind", procedure_id as "procedureId", matter_id as "matterId", version, act,
  ${micros("at")} as at, ${micros("device_at")} as "deviceAt", command_id as "commandId", public_group as "publicGroup", text_group as "textGroup",
  salt_public as "saltPublic", salt_text as "saltText", hash_public as "hashPublic", hash_text as "hashText", hash_person as "hashPerson", previous, leaf`;

/** Where a walk through the journal stands: the last line read. */
export interface Place {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
}

/** The next lines after `after`, procedure by procedure, version by version. */
export async function nextLines(tx: Tx, county: number, after: Place | undefined, limit: number): Promise<StoredLine[]> {
  const from = after ?? { kind: "", id: "00000000-0000-0000-0000-000000000000", version: 0 };
  const found = await tx.query<StoredLine>(
    `select ${COLUMNS} from ledger.lines where county_code = $1 and (procedure_kind, procedure_id, version) > ($2, $3::uuid, $4)
     order by procedure_kind, procedure_id, version limit $5`,
    [county, from.kind, from.id, from.version, limit],
  );
  return found.rows;
}

/** Every line of one procedure, oldest first. */
export async function linesOf(tx: Tx, county: number, kind: string, id: string): Promise<StoredLine[]> {
  const found = await tx.query<StoredLine>(
    `select ${COLUMNS} from ledger.lines where county_code = $1 and procedure_kind = $2 and procedure_id = $3 order by version`,
    [county, kind, id],
  );
  return found.rows;
}

/** How many of these lines stand in the journal as an act of that name: proof that an erasure was recorded. */
export async function recordedLines(tx: Tx, county: number, ids: readonly string[], act: string): Promise<Set<string>> {
  const found = await tx.query<{ id: string }>(
    "select id from ledger.lines where county_code = $1 and id = any ($2::uuid[]) and act = $3",
    [county, ids, act],
  );
  return new Set(found.rows.map((row) => row.id));
}
