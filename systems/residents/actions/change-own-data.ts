import type { Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Identity } from "../contract.ts";
import { normalisePhone } from "../rules/phone.ts";
import type { Sealer } from "../seal.ts";
import { keyOfRow, ownRow } from "../views/own-data.ts";
import { renewReceipt } from "./renew-receipt.ts";

/** A reporter who has opened their matter; all of these run in the context of that resident. */
export interface Own {
  readonly county: number;
  readonly matterId: string;
  readonly reporterId: string;
}

/** From here on the transaction may change this reporter's row and no other. */
const asBearer = (tx: Tx, { reporterId }: Own) => tx.query("select set_config('linli.bearer', $1, true)", [reporterId]);

async function change(tx: Tx, own: Own, set: string, values: readonly unknown[]): Promise<void> {
  await asBearer(tx, own);
  const done = await tx.query(
    `update residents.reporters set ${set} where county_code = $1 and id = $2 and matter_id = $3 and erased_at is null`,
    [own.county, own.reporterId, own.matterId, ...values],
  );
  if (done.rowCount !== 1) throw new Refusal("residents.nothing-kept-any-more", {}, { status: 410 });
}

/** What was sealed before, as it was sealed: for the journal, where it can be opened as long as the matter's data key lives. */
export interface SealedBefore {
  readonly sealed: string | null;
  readonly keyVersion: number;
}

/**
 * Seals what the reporter says of themselves now in place of what they said before, and gives the old ciphertext. Fields left out are
 * told no longer. Throws `residents.nothing-kept-any-more` after an erasure.
 */
export async function correctOwnData(tx: Tx, own: Own, sealer: Sealer, told: Identity): Promise<SealedBefore> {
  const row = await ownRow(tx, own.county, own.matterId, own.reporterId);
  if (!row || row.erased) throw new Refusal("residents.nothing-kept-any-more", {}, { status: 410 });
  const key = keyOfRow(row);
  if (key && key.wrapped === null) throw new Refusal("residents.nothing-kept-any-more", {}, { status: 410 });
  const account = key && sealer.open(own.matterId, own.reporterId, row, key)?.account;
  const identity = {
    ...told,
    ...(told.phone && { phone: normalisePhone(told.phone) ?? told.phone }),
    ...(account && { account }),
  };
  const next = sealer.seal(own.matterId, own.reporterId, identity, key);
  if (next.newKey)
    await tx.query("insert into residents.data_keys (county_code, matter_id, wrapped, key_version) values ($1, $2, $3, $4)", [
      own.county,
      own.matterId,
      next.newKey,
      next.keyVersion,
    ]);
  await change(tx, own, "sealed = $4, key_version = $5, index_due = true", [next.sealed, next.keyVersion]);
  return { sealed: row.sealed?.toString("hex") ?? null, keyVersion: row.keyVersion };
}

/** No calls, no letters, no messages: only the page of the code tells; or the other way round. */
export const keepQuiet = (tx: Tx, own: Own, quiet: boolean): Promise<void> => change(tx, own, "quiet = $4", [quiet]);

/** 替我保密, asked for midway. It cannot be taken back here. */
export const wantSecrecy = (tx: Tx, own: Own): Promise<void> => change(tx, own, "wants_secrecy = true", []);

/** The four digits are written down: from now on the 12 alone open nothing. */
export const askFourDigits = (tx: Tx, own: Own): Promise<void> => change(tx, own, "opens_alone = null", []);

/** A new code for oneself; every earlier code, link and open page of this reporter ends. */
export async function renewOwnReceipt(tx: Tx, own: Own, sealer: Sealer): Promise<{ code: string; link: string; pin: string }> {
  await asBearer(tx, own);
  return renewReceipt(tx, own.county, own.reporterId, sealer);
}
