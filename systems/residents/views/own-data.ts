import type { Tx } from "../../../foundation/db/pool.ts";
import type { Identity } from "../contract.ts";
import { type Second, secondOf } from "../rules/second.rule.ts";
import type { Sealer, WrappedKey } from "../seal.ts";

/** What is kept of a reporter themselves, opened for nobody but them. */
export interface OwnData {
  readonly handle: string;
  readonly role: "reporter" | "also met" | "entered for";
  readonly identity: Identity;
  readonly quiet: boolean;
  readonly wantsSecrecy: boolean;
  /** 代录: how whoever typed stands to them, and whether they agreed. */
  readonly relation: string | null;
  readonly consent: boolean | null;
  readonly erased: boolean;
  readonly withdrawn: boolean;
  readonly generation: number;
  /** What is asked beside the 12 digits; what answers it never leaves the server but for the four drawn ones on a receipt. */
  readonly second: Second;
}

interface Row extends Pick<OwnData, "handle" | "role" | "quiet" | "wantsSecrecy" | "relation" | "consent" | "generation"> {
  readonly erased: boolean;
  readonly withdrawn: boolean;
  readonly opensAlone: boolean | null;
  readonly sealed: Buffer | null;
  readonly keyVersion: number;
  readonly wrapped: Buffer | null;
  readonly wrapVersion: number | null;
}

/** One's own row of one matter, with what was sealed, in the context of a resident who has opened that matter. */
export async function ownRow(tx: Tx, county: number, matterId: string, reporterId: string): Promise<Row | undefined> {
  const { rows } = await tx.query<Row>(
    `select r.handle, r.role, r.quiet, r.wants_secrecy as "wantsSecrecy", r.relation, r.consent, r.code_generation as generation,
       r.erased_at is not null as erased, r.withdrawn_at is not null as withdrawn, r.opens_alone as "opensAlone", r.sealed,
       r.key_version as "keyVersion", k.wrapped, k.key_version as "wrapVersion"
     from residents.reporters r
     left join residents.data_keys k on k.county_code = r.county_code and k.matter_id = r.matter_id
     where r.county_code = $1 and r.matter_id = $2 and r.id = $3`,
    [county, matterId, reporterId],
  );
  return rows[0];
}

/** The data key of that row's matter; undefined where nothing was ever sealed in it. */
export const keyOfRow = (row: Row): WrappedKey | undefined =>
  row.wrapVersion === null ? undefined : { wrapped: row.wrapped, keyVersion: row.wrapVersion };

/**
 * What is kept of this reporter, for the reporter: `tx` runs in the context of a resident who has opened the matter. Undefined where
 * there is no such reporter in it. Nothing is recorded as a reading: it is their own.
 */
export async function ownData(
  tx: Tx,
  county: number,
  matterId: string,
  reporterId: string,
  sealer: Sealer,
): Promise<OwnData | undefined> {
  const row = await ownRow(tx, county, matterId, reporterId);
  if (!row) return undefined;
  const key = keyOfRow(row);
  const identity = (key && sealer.open(matterId, reporterId, row, key)) ?? {};
  const { pin } = sealer.receiptOf(reporterId, row.generation);
  const { opensAlone, sealed: _sealed, keyVersion: _version, wrapped: _wrapped, wrapVersion: _wrapVersion, ...told } = row;
  const second = secondOf({ phone: identity.phone, pin, opensAlone: opensAlone === true || row.erased });
  return { ...told, identity, second };
}
