import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { ErasureBasis } from "../contract.ts";
import { type Approver, erasingTakesTwoOrAnExpiredTerm } from "../rules/access.ts";
import type { Sealer } from "../seal.ts";
import { dropFromIndex } from "./index-reporters.ts";

/** What the journal must say of an erasure. */
export interface Erasure {
  readonly matterId: string;
  readonly basis: ErasureBasis;
  readonly approver?: Approver;
  readonly at: Date;
}

/** Writes the line of act `erase` in the given transaction and gives its id; the matter's own system does it. */
export type RecordErasure = (tx: Tx, erasure: Erasure) => Promise<string>;

export interface Erased {
  readonly line: string;
  readonly reporters: number;
  readonly lines: number;
}

/**
 * Erases for good who stands behind a matter: the wrapped data key, what was sealed, its rows of the blind index, the relation told, and salt and body of the
 * third group of each of its journal lines so far, those that record an erasure excepted. Lines and their other two groups stay and still verify. The act is recorded by
 * `record` in the same transaction. Copies of the database keep the wrapped key until they are discarded themselves.
 * Throws a Refusal without the right, without a second person, or where the matter holds nothing to erase.
 */
export async function eraseMatter(
  db: Database,
  sealer: Sealer,
  actor: Actor,
  erasure: Erasure,
  record: RecordErasure,
): Promise<Erased> {
  erasingTakesTwoOrAnExpiredTerm(actor, erasure.basis, erasure.approver);
  return withActor(db, actor, async (tx) => {
    const line = await record(tx, erasure);
    const values = [actor.county, erasure.matterId, erasure.at];
    await tx.query(
      "update residents.data_keys set wrapped = null, erased_at = $3 where county_code = $1 and matter_id = $2 and wrapped is not null",
      values,
    );
    const reporters = await tx.query<{ id: string }>(
      "update residents.reporters set sealed = null, relation = null, erased_at = $3 where county_code = $1 and matter_id = $2 and erased_at is null returning id",
      values,
    );
    await dropFromIndex(
      tx,
      sealer,
      actor.county,
      reporters.rows.map(({ id }) => id),
    );
    const lines = await tx.query(
      `update residents.line_persons set salt = null, body = null, erased_at = $3, erased_by = $4
       where county_code = $1 and matter_id = $2 and erased_at is null and line_id <> $4
         and line_id not in (select erased_by from residents.line_persons where county_code = $1 and matter_id = $2 and erased_by is not null)`,
      [...values, line],
    );
    const done = { line, reporters: reporters.rowCount ?? 0, lines: lines.rowCount ?? 0 };
    if (done.reporters + done.lines === 0) throw new Refusal("residents.nothing-to-erase", {}, { status: 404 });
    return done;
  });
}
