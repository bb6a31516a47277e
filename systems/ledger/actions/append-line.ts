import type { Tx } from "../../../foundation/db/pool.ts";
import { type Line, type LineDraft, sealLine } from "../line.ts";

/** Writes salt and body of the third group beside the journal; `keepPersons` of residents is the one hand. */
export type KeepPersons = (tx: Tx, line: LineDraft) => Promise<void>;

/**
 * Appends the line of a cold act in the transaction that did the act: reads the leaf before, seals, writes. The unique key on the
 * version turns two writers of one version into one error 23505; a version without its predecessor is a RangeError.
 */
export async function appendLine(tx: Tx, draft: LineDraft, keepPersons: KeepPersons, number?: string): Promise<Line> {
  const before = await tx.query<{ leaf: Buffer }>(
    "select leaf from ledger.lines where county_code = $1 and procedure_kind = $2 and procedure_id = $3 and version = $4",
    [draft.county, draft.procedureKind, draft.procedureId, draft.version - 1],
  );
  const line = sealLine(draft, { number, previous: before.rows[0]?.leaf });
  await tx.query(
    `insert into ledger.lines (county_code, id, procedure_kind, procedure_id, matter_id, version, act, at, device_at, command_id,
       public_group, text_group, salt_public, salt_text, hash_public, hash_text, hash_person, previous, leaf)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      line.county,
      line.id,
      line.procedureKind,
      line.procedureId,
      line.matterId,
      line.version,
      line.act,
      line.at,
      line.deviceAt,
      line.commandId,
      line.publicGroup,
      line.textGroup,
      line.saltPublic,
      line.saltText,
      line.hashPublic,
      line.hashText,
      line.hashPerson,
      line.previous,
      line.leaf,
    ],
  );
  await keepPersons(tx, line);
  return line;
}
