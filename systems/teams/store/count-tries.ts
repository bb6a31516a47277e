import type { Tx } from "../../../foundation/db/pool.ts";
import { REST_MINUTES, TRIES_BEFORE_REST } from "../rules/password.rule.ts";

export interface Try {
  readonly person: string;
  readonly hash: string;
  readonly disabled: boolean;
  /** Too many wrong ones before this: it is answered like a wrong one, whatever it is. */
  readonly resting: boolean;
  /** The known browser whose own count this went on. */
  readonly device: string | null;
}

const NEXT = (failures: string) => `case when ${failures} >= ${TRIES_BEFORE_REST} then 1 else ${failures} + 1 end`;
const REST = (failures: string) =>
  `case when ${failures} + 1 = ${TRIES_BEFORE_REST} then $3::timestamptz + interval '${REST_MINUTES} minutes' end`;

/**
 * The try is counted before it is looked at, so that a hundred tries at once are no more than a hundred in a row. A browser in which this
 * officer signed in before has a count of its own: strangers who guess do not keep the officer out of it.
 */
const COUNT_TRY = `
  with asked as materialized (
    select person.county_code, person.id, person.disabled from teams.people as person
    where person.county_code = $1 and person.sign_in_name = $2
  ), known as materialized (
    select device.county_code, device.id, device.failures, coalesce(device.locked_until > $3::timestamptz, false) as resting
    from asked join teams.known_devices as device on device.county_code = asked.county_code and device.person_id = asked.id
    where device.token_hash = encode(sha256(convert_to($4::text || asked.id::text, 'UTF8')), 'hex')
      and device.ends_on >= ($3::timestamptz at time zone 'Asia/Shanghai')::date
    for update of device
  ), before as materialized (
    select asked.county_code, asked.id as person_id, asked.disabled, password.hash, password.failures,
           coalesce(password.locked_until > $3::timestamptz, false) as resting
    from asked join teams.passwords as password on password.county_code = asked.county_code and password.person_id = asked.id
    for update of password
  ), counted_there as (
    update teams.known_devices as device
    set failures = ${NEXT("known.failures")}, locked_until = ${REST("known.failures")}
    from known where device.county_code = known.county_code and device.id = known.id and not known.resting
  ), counted as (
    update teams.passwords as password
    set failures = ${NEXT("before.failures")}, locked_until = ${REST("before.failures")}
    from before
    where password.county_code = before.county_code and password.person_id = before.person_id and not before.resting
      and not exists (select from known)
  )
  select before.person_id as person, before.hash, before.disabled, known.id as device,
         coalesce(known.resting, before.resting) as resting
  from before left join known on true`;

/** Counts a try to sign in under this name. Nothing for a name that nobody has. `known` is the browser's own token, or "". */
export async function countTry(tx: Tx, county: number, name: string, known: string, now: Date): Promise<Try | undefined> {
  return (await tx.query<Try>(COUNT_TRY, [county, name, now, known])).rows[0];
}

/** What was right after all does not count: all of it is wiped (`whole`), or this one try where the second factor is still to come. */
export async function clearTries(tx: Tx, county: number, tried: Pick<Try, "person" | "device">, whole: boolean): Promise<void> {
  const failures = whole ? "0" : "greatest(failures - 1, 0)";
  if (tried.device)
    await tx.query(
      `update teams.known_devices set failures = ${failures}, locked_until = null where county_code = $1 and id = $2`,
      [county, tried.device],
    );
  else
    await tx.query(
      `update teams.passwords set failures = ${failures}, locked_until = null where county_code = $1 and person_id = $2`,
      [county, tried.person],
    );
}
