import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { addDays, dayOf } from "../../../foundation/time/index.ts";
import { KNOWN_DEVICE_DAYS } from "../rules/session.rule.ts";

const isToken = (token: string): boolean => /^[\w-]{43}$/.test(token);
/** Made with the person, so that two officers of one browser are not found together in the table. */
const hashOf = (token: string, person: string): string =>
  createHash("sha256")
    .update(token + person)
    .digest("hex");

/** From now on this browser is known for this officer; answers the token that it keeps. */
export async function knowDevice(tx: Tx, county: number, person: string, token: string, now: Date): Promise<string> {
  const kept = isToken(token) ? token : randomBytes(32).toString("base64url");
  const today = dayOf(now);
  await tx.query("delete from teams.known_devices where county_code = $1 and person_id = $2 and ends_on < $3", [
    county,
    person,
    today,
  ]);
  await tx.query(
    `insert into teams.known_devices (county_code, id, person_id, token_hash, ends_on) values ($1, $2, $3, $4, $5)
     on conflict (county_code, token_hash) do update set ends_on = excluded.ends_on, failures = 0, locked_until = null`,
    [county, newId(), person, hashOf(kept, person), addDays(today, KNOWN_DEVICE_DAYS)],
  );
  return kept;
}

/** Every browser of this officer is a stranger again: after a reset, nobody else's machine is trusted. */
export async function forgetDevices(tx: Tx, county: number, person: string): Promise<void> {
  await tx.query("delete from teams.known_devices where county_code = $1 and person_id = $2", [county, person]);
}
