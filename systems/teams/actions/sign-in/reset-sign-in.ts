import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { SecretBox } from "../../../../foundation/secret-box.ts";
import type { Clock } from "../../../../foundation/time/index.ts";
import { doorkeeperOf } from "../../rules/access.ts";
import { asTyped, inGroups, RESET_CODE } from "../../rules/code.rule.ts";
import { RESET_HOURS, RESET_TRIES } from "../../rules/session.rule.ts";
import { forgetDevices } from "../../store/known-devices.ts";
import { hashPassword } from "../../store/password-hash.ts";
import { forgetSessions } from "../../store/session-memory.ts";
import { drawCode, placeOf } from "../../store/spare-codes.ts";
import { arrange } from "../arrange.ts";
import { checkNewPassword, writePassword } from "../create-person.ts";
import { endSessionsOf } from "./end-sessions.ts";
import { type Device, type Entrance, enter } from "./open-session.ts";

const NO_SOONER_MILLISECONDS = 250;

export interface WhatIsReset {
  readonly password: boolean;
  readonly secondFactor: boolean;
}

/**
 * Gives an officer back what they lost, at another person's hands (`teams.reset-by-another`): answers the one-time code, shown once and
 * good for a day. All their sessions end at once and what was lost opens nothing any more; the code stands in for it, and the officer is
 * told at the next sign-in.
 */
export async function resetSignIn(
  db: Database,
  box: SecretBox,
  actor: Actor,
  person: string,
  what: WhatIsReset,
  clock: Clock,
): Promise<{ code: string; endsAt: Date }> {
  if (actor.person === person) throw new Refusal("teams.reset-by-another");
  if (!what.password && !what.secondFactor) throw new Refusal("teams.reset-what");
  const { county } = actor;
  const now = clock.now();
  const endsAt = new Date(now.getTime() + RESET_HOURS * 3_600_000);
  const code = drawCode(RESET_CODE.length);
  await arrange(
    db,
    actor,
    async (tx) => {
      const found = await tx.query("select 1 from teams.people where county_code = $1 and id = $2", [county, person]);
      if (!found.rowCount) throw new Refusal("teams.not-found", { what: "person" }, { status: 404 });
      await tx.query("update teams.resets set used_at = $3 where county_code = $1 and person_id = $2 and used_at is null", [
        county,
        person,
        now,
      ]);
      await tx.query(
        `insert into teams.resets (county_code, id, person_id, password, second_factor, mark, by_post, made_at, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          county,
          newId(),
          person,
          what.password,
          what.secondFactor,
          box.mark(code, placeOf(county, person)),
          actor.post ?? null,
          now,
          endsAt,
        ],
      );
      if (what.secondFactor) await dropSecondFactors(tx, county, person);
      if (what.password) await shutPassword(tx, county, person);
      await endSessionsOf(tx, county, person);
      await forgetDevices(tx, county, person);
    },
    doorkeeperOf(county),
  );
  return { code: inGroups(code, RESET_CODE.group), endsAt };
}

async function dropSecondFactors(tx: Tx, county: number, person: string): Promise<void> {
  for (const table of ["authenticators", "passkeys", "spare_codes", "sign_in_steps"])
    await tx.query(`delete from teams.${table} where county_code = $1 and person_id = $2`, [county, person]);
}

/** The old password opens nothing any more: its place is taken by one that nobody knows. */
async function shutPassword(tx: Tx, county: number, person: string): Promise<void> {
  await tx.query(
    "update teams.passwords set hash = $3, failures = 0, locked_until = null where county_code = $1 and person_id = $2",
    [county, person, await hashPassword(randomBytes(32).toString("base64url"))],
  );
}

interface ResetRow {
  id: string;
  person_id: string;
  mark: string;
  disabled: boolean;
}

/** Counts the try, then looks: five wrong ones and the code opens nothing any more. */
async function openReset(
  tx: Tx,
  county: number,
  who: { name: string; password: boolean },
  now: Date,
): Promise<ResetRow | undefined> {
  const found = await tx.query<ResetRow>(
    `update teams.resets as one set tries = tries + 1 from teams.people as person
     where person.county_code = one.county_code and person.id = one.person_id and person.sign_in_name = $2
       and one.county_code = $1 and one.used_at is null and one.ends_at > $3 and one.tries < ${RESET_TRIES} and one.password = $4
     returning one.id, one.person_id, one.mark, person.disabled`,
    [county, who.name, now, who.password],
  );
  return found.rows[0];
}

const isUsedNow = async (tx: Tx, county: number, id: string, now: Date): Promise<boolean> =>
  (
    await tx.query("update teams.resets set used_at = $3 where county_code = $1 and id = $2 and used_at is null", [
      county,
      id,
      now,
    ])
  ).rowCount === 1;

/**
 * Signs in by a reset code in place of the lost password, choosing a new one; a second factor that was kept is asked for next. Refuses
 * `teams.reset-code-wrong` (422) for whatever is not right: name, code, its time, more than five wrong tries.
 */
export async function signInByReset(
  db: Database,
  box: SecretBox,
  county: number,
  given: { name: string; code: string; password: string },
  clock: Clock,
  device: Device,
): Promise<Entrance> {
  const [now, began] = [clock.now(), performance.now()];
  const doorkeeper = doorkeeperOf(county);
  const name = given.name.trim().toLowerCase();
  await checkNewPassword(given.password, name);
  const open = await withActor(db, doorkeeper, (tx) => openReset(tx, county, { name, password: true }, now));
  const mark = box.mark(asTyped(given.code), placeOf(county, open?.person_id ?? ""));
  const right = open && open.mark === mark && !open.disabled;
  const used =
    right &&
    (await withActor(db, doorkeeper, async (tx) => {
      if (!(await isUsedNow(tx, county, open.id, now))) return false;
      await writePassword(tx, county, open.person_id, given.password);
      return true;
    }));
  if (!used) {
    await sleep(Math.max(0, began + NO_SOONER_MILLISECONDS - performance.now()));
    throw new Refusal("teams.reset-code-wrong", { hours: RESET_HOURS });
  }
  return enter(db, county, open.person_id, device, clock);
}

/** In place of a lost second factor, after the password: uses the reset code up. Two at once: one. */
export async function spendResetAsFactor(
  tx: Tx,
  box: SecretBox,
  county: number,
  who: { person: string; name: string; code: string },
  now: Date,
): Promise<boolean> {
  const open = await openReset(tx, county, { name: who.name, password: false }, now);
  return (
    open !== undefined && open.mark === box.mark(who.code, placeOf(county, who.person)) && isUsedNow(tx, county, open.id, now)
  );
}

/**
 * At the machine itself, where whoever could do it for another is the one who lost it: a code for the account of that sign-in name.
 * Refuses `teams.not-found`.
 */
export async function resetAtTheMachine(
  db: Database,
  box: SecretBox,
  county: number,
  signInName: string,
  what: WhatIsReset,
  clock: Clock,
): Promise<{ code: string; endsAt: Date }> {
  const doorkeeper = doorkeeperOf(county);
  const found = await withActor(db, doorkeeper, (tx) =>
    tx.query<{ id: string }>("select id from teams.people where county_code = $1 and sign_in_name = $2", [
      county,
      signInName.trim().toLowerCase(),
    ]),
  );
  if (!found.rows[0]) throw new Refusal("teams.not-found", { what: "person" }, { status: 404 });
  return resetSignIn(db, box, doorkeeper, found.rows[0].id, what, clock);
}

/** The officer has read what was reset; it is not told again. */
export async function readReset(db: Database, actor: Actor, id: string): Promise<void> {
  await withActor(db, doorkeeperOf(actor.county), (tx) =>
    tx.query("update teams.resets set told = true where county_code = $1 and id = $2 and person_id = $3", [
      actor.county,
      id,
      actor.person,
    ]),
  );
  forgetSessions(db);
}
