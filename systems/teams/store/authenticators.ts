import { Secret, TOTP } from "otpauth";
import type { Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { SecretBox } from "../../../foundation/secret-box.ts";
import { placeOf } from "./spare-codes.ts";

const HALF_MINUTE = 30;

/** Codes of six digits by the half-minute (RFC 6238, SHA-1: what every authenticator knows). `label` is what it shows the person. */
export const codesOf = (secret: string, label = ""): TOTP =>
  new TOTP({ issuer: "邻里 Linli", label, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: HALF_MINUTE });

/** A new secret of 160 bits, in base 32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** Sealed under a key file that is not the one in use: said as what it is, with the way out. */
function secretIn(box: SecretBox, sealed: string, place: string): string {
  try {
    return box.open(sealed, place);
  } catch {
    throw new Refusal("teams.second-factor-unreadable");
  }
}

/**
 * Is this the code of now, or of the half-minute before or after? It is used up by that: neither it nor an earlier one counts again, and
 * of two at once one does. `confirmed` says whether an authenticator that is only being set up is meant.
 */
export async function spendAuthenticatorCode(
  tx: Tx,
  box: SecretBox,
  county: number,
  person: string,
  code: string,
  now: Date,
  confirmed = true,
): Promise<boolean> {
  const found = await tx.query<{ id: string; secret: string }>(
    "select id, secret from teams.authenticators where county_code = $1 and person_id = $2 and confirmed = $3",
    [county, person, confirmed],
  );
  const row = found.rows[0];
  if (!row) return false;
  const off = codesOf(secretIn(box, row.secret, placeOf(county, person))).validate({
    token: code,
    timestamp: now.getTime(),
    window: 1,
  });
  if (off === null) return false;
  const step = Math.floor(now.getTime() / 1000 / HALF_MINUTE) + off;
  const used = await tx.query(
    "update teams.authenticators set last_step = $3, confirmed = true where county_code = $1 and id = $2 and last_step < $3",
    [county, row.id, step],
  );
  return used.rowCount === 1;
}
