import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { hash, verify } from "@node-rs/argon2";
import { type Database, withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Clock } from "../../../foundation/time/index.ts";
import { doorkeeperOf } from "../rules/access.ts";
import { REST_MINUTES, TRIES_BEFORE_REST } from "../rules/password.rule.ts";
import { forgetSessions } from "../store/session-memory.ts";
import {
  actorOfSession,
  countyOfToken,
  hashOfToken,
  IDLE_MILLISECONDS,
  type SignedIn,
  WHOLE_MILLISECONDS,
} from "../views/actor.ts";

/** A "no" comes no sooner than this, so that it does not tell by its time whether a try was counted against a real account. */
const NO_SOONER_MILLISECONDS = 250;

/** A hash that nobody's password has, so that an unknown name costs the same work as a known one. */
let hashOfNobody: Promise<string> | undefined;

interface Try {
  person_id: string;
  hash: string;
  disabled: boolean;
  resting: boolean;
}

/** The try is counted before the password is looked at, so that a hundred tries at once are no more than a hundred in a row. */
const COUNT_TRY = `
  with before as materialized (
    select password.county_code, password.person_id, password.hash, person.disabled, password.failures,
           coalesce(password.locked_until > $3::timestamptz, false) as resting
    from teams.people as person
    join teams.passwords as password on password.county_code = person.county_code and password.person_id = person.id
    where person.county_code = $1 and person.sign_in_name = $2
    for update of password
  ), counted as (
    update teams.passwords as password
    set failures = case when before.failures >= ${TRIES_BEFORE_REST} then 1 else before.failures + 1 end,
        locked_until = case when before.failures + 1 = ${TRIES_BEFORE_REST} then $3::timestamptz + interval '${REST_MINUTES} minutes' end
    from before
    where password.county_code = before.county_code and password.person_id = before.person_id and not before.resting
    returning password.person_id
  )
  select person_id, hash, disabled, resting from before`;

/**
 * Opens a session. Refuses with one sentence for everything (`teams.sign-in-refused`, 401): unknown name, wrong password,
 * closed account, account at rest after five wrong tries; each after the same work and no sooner than 250 ms. `token` goes into the cookie and is
 * kept here only as a hash; `expiresAt` is the end for good.
 */
export async function signIn(
  db: Database,
  county: number,
  name: string,
  password: string,
  clock: Clock,
): Promise<SignedIn & { token: string; expiresAt: Date }> {
  const [now, began] = [clock.now(), performance.now()];
  const doorkeeper = doorkeeperOf(county);
  hashOfNobody ??= hash(randomBytes(24));
  const nobody = await hashOfNobody;
  const tried = await withActor(
    db,
    doorkeeper,
    async (tx) => (await tx.query<Try>(COUNT_TRY, [county, name.trim().toLowerCase(), now])).rows[0],
  );
  const right = await verify(tried?.hash ?? nobody, password.slice(0, 1000));
  if (!tried || !right || tried.disabled || tried.resting) {
    await sleep(Math.max(0, began + NO_SOONER_MILLISECONDS - performance.now()));
    throw new Refusal("teams.sign-in-refused", { minutes: REST_MINUTES }, { status: 401 });
  }

  const token = `${county}.${randomBytes(32).toString("base64url")}`;
  const expiresAt = new Date(now.getTime() + WHOLE_MILLISECONDS);
  await withActor(db, doorkeeper, async (tx) => {
    await tx.query("update teams.passwords set failures = 0, locked_until = null where county_code = $1 and person_id = $2", [
      county,
      tried.person_id,
    ]);
    await tx.query(
      "delete from teams.sessions where county_code = $1 and person_id = $2 and (expires_at <= $3 or idle_until <= $3)",
      [county, tried.person_id, now],
    );
    await tx.query(
      "insert into teams.sessions (county_code, id, token_hash, person_id, idle_until, expires_at) values ($1, $2, $3, $4, $5, $6)",
      [county, newId(), hashOfToken(token), tried.person_id, new Date(now.getTime() + IDLE_MILLISECONDS), expiresAt],
    );
  });
  const opened = await actorOfSession(db, token, clock);
  if (!opened) throw new Refusal("teams.sign-in-refused", { minutes: REST_MINUTES }, { status: 401 });
  return { ...opened, token, expiresAt };
}

/** Ends this session; its row is deleted. A token that is not known is let pass. */
export async function signOut(db: Database, token: string): Promise<void> {
  const county = countyOfToken(token);
  if (county === undefined) return;
  await withActor(db, doorkeeperOf(county), (tx) =>
    tx.query("delete from teams.sessions where county_code = $1 and token_hash = $2", [county, hashOfToken(token)]),
  );
  forgetSessions(db);
}

/** From now on this session acts in the name of that post. Throws `teams.not-your-post` (403) where the person does not have it today. */
export async function choosePost(db: Database, token: string, post: string, clock: Clock): Promise<SignedIn> {
  const now = await actorOfSession(db, token, clock);
  if (!now) throw new Refusal("teams.sign-in-needed", {}, { status: 401 });
  if (!now.me.posts.some((held) => held.id === post)) throw new Refusal("teams.not-your-post", {}, { status: 403 });
  await withActor(db, doorkeeperOf(now.actor.county), (tx) =>
    tx.query("update teams.sessions set post_id = $3 where county_code = $1 and token_hash = $2", [
      now.actor.county,
      hashOfToken(token),
      post,
    ]),
  );
  forgetSessions(db);
  return (await actorOfSession(db, token, clock))!;
}
