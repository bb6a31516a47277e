import { setTimeout as sleep } from "node:timers/promises";
import { type Database, type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { Clock } from "../../../../foundation/time/index.ts";
import { doorkeeperOf } from "../../rules/access.ts";
import { REST_MINUTES } from "../../rules/password.rule.ts";
import { clearTries, countTry } from "../../store/count-tries.ts";
import { isPassword } from "../../store/password-hash.ts";
import { forgetSessions } from "../../store/session-memory.ts";
import { hashOfToken, newToken } from "../../store/tokens.ts";
import type { SignedIn } from "../../views/actor.ts";

const NO_SOONER_MILLISECONDS = 250;

/** The session goes on under a new token, proved now; `factors` 2 where a second one was given. The old token is nothing any more. */
export async function renewSession(tx: Tx, signedIn: SignedIn, now: Date, factors = signedIn.actor.factors): Promise<string> {
  const { county } = signedIn.actor;
  const token = newToken(county);
  const done = await tx.query(
    "update teams.sessions set token_hash = $3, proved_at = $4, factors = $5 where county_code = $1 and id = $2",
    [county, signedIn.session.id, hashOfToken(token), now, factors],
  );
  if (done.rowCount === 0) throw new Refusal("teams.sign-in-needed", {}, { status: 401 });
  return token;
}

/**
 * Proves by password who is at the machine; answers the session's new token. Refuses `teams.wrong-password-here` (422), and the same
 * where the account rests after too many wrong tries.
 */
export async function proveByPassword(
  db: Database,
  signedIn: SignedIn,
  password: string,
  known: string,
  clock: Clock,
): Promise<string> {
  const [{ county }, now, began] = [signedIn.actor, clock.now(), performance.now()];
  const doorkeeper = doorkeeperOf(county);
  const tried = await withActor(db, doorkeeper, (tx) => countTry(tx, county, signedIn.me.signInName, known, now));
  const right = tried && (await isPassword(tried.hash, password));
  if (!tried || !right || tried.disabled || tried.resting) {
    await sleep(Math.max(0, began + NO_SOONER_MILLISECONDS - performance.now()));
    throw new Refusal("teams.wrong-password-here", { minutes: REST_MINUTES });
  }
  const token = await withActor(db, doorkeeper, async (tx) => {
    await clearTries(tx, county, tried, true);
    return renewSession(tx, signedIn, now);
  });
  forgetSessions(db);
  return token;
}

/** Proves by passkey who is at the machine: `person` is whose passkey answered. Answers the session's new token, which then has two factors. */
export async function proveByPasskey(db: Database, signedIn: SignedIn, person: string, clock: Clock): Promise<string> {
  if (person !== signedIn.actor.person) throw new Refusal("teams.passkey-refused");
  const token = await withActor(db, doorkeeperOf(signedIn.actor.county), (tx) => renewSession(tx, signedIn, clock.now(), 2));
  forgetSessions(db);
  return token;
}

/** The person is at work: the time of lying unused begins anew. Answers the seconds left, unused and at most. */
export async function stay(
  db: Database,
  { actor, session }: SignedIn,
  clock: Clock,
): Promise<{ unused: number; atMost: number }> {
  const now = clock.now();
  await withActor(db, doorkeeperOf(actor.county), (tx) =>
    tx.query("update teams.sessions set idle_until = least($3::timestamptz, expires_at) where county_code = $1 and id = $2", [
      actor.county,
      session.id,
      new Date(now.getTime() + session.idleMinutes * 60_000),
    ]),
  );
  const atMost = Math.max(0, Math.round((session.expiresAt.getTime() - now.getTime()) / 1000));
  return { unused: Math.min(session.idleMinutes * 60, atMost), atMost };
}
