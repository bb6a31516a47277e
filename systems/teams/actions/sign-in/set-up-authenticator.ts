import { type Database, type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { SecretBox } from "../../../../foundation/secret-box.ts";
import { type Clock, dayOf } from "../../../../foundation/time/index.ts";
import { doorkeeperOf } from "../../rules/access.ts";
import { asTyped } from "../../rules/code.rule.ts";
import { codesOf, newSecret, spendAuthenticatorCode } from "../../store/authenticators.ts";
import { forgetSessions } from "../../store/session-memory.ts";
import { drawSpareCodes, placeOf } from "../../store/spare-codes.ts";
import type { SignedIn } from "../../views/actor.ts";
import { waysOf } from "../../views/second-factors.ts";
import { endSessionsOf } from "./end-sessions.ts";
import { renewSession } from "./prove-again.ts";

/** What has a second factor already is changed only in a sign-in that gave it: a stolen password adds nothing. */
export async function mayChangeFactors(tx: Tx, { actor }: SignedIn): Promise<boolean> {
  const first = (await waysOf(tx, actor.county, actor.person!)).length === 0;
  if (!first && actor.factors !== 2) throw new Refusal("teams.second-factor-needed", {}, { status: 403 });
  return first;
}

/** After a new second factor: this session goes on with two, every other ends; spare codes come with the first. */
export async function factorAdded(
  tx: Tx,
  box: SecretBox,
  signedIn: SignedIn,
  first: boolean,
  now: Date,
): Promise<{ token: string; spareCodes: string[] | null }> {
  const { county, person } = signedIn.actor;
  const token = await renewSession(tx, signedIn, now, 2);
  await endSessionsOf(tx, county, person!, signedIn.session.id);
  return { token, spareCodes: first ? await drawSpareCodes(tx, box, county, person!) : null };
}

/** Draws a secret for an authenticator that is not set up before its first code is given. Shown once: as text, and as an `otpauth:` address. */
export async function beginAuthenticator(
  db: Database,
  box: SecretBox,
  signedIn: SignedIn,
  clock: Clock,
): Promise<{ secret: string; address: string }> {
  const { county, person } = signedIn.actor;
  const secret = newSecret();
  await withActor(db, doorkeeperOf(county), async (tx) => {
    await mayChangeFactors(tx, signedIn);
    const done = await tx.query(
      `insert into teams.authenticators as one (county_code, id, person_id, secret, since) values ($1, $2, $3, $4, $5)
       on conflict (county_code, person_id) do update set secret = excluded.secret, last_step = 0, since = excluded.since
       where not one.confirmed`,
      [county, newId(), person, box.seal(secret, placeOf(county, person!)), dayOf(clock.now())],
    );
    if (done.rowCount === 0) throw new Refusal("teams.authenticator-there", {}, { status: 409 });
  });
  return { secret, address: codesOf(secret, signedIn.me.signInName).toString() };
}

/** Sets the authenticator up by its first code (`teams.second-factor-wrong` where it is none). Answers the session's new token. */
export async function confirmAuthenticator(
  db: Database,
  box: SecretBox,
  signedIn: SignedIn,
  code: string,
  clock: Clock,
): Promise<{ token: string; spareCodes: string[] | null }> {
  const { county, person } = signedIn.actor;
  const now = clock.now();
  const answer = await withActor(db, doorkeeperOf(county), async (tx) => {
    const first = await mayChangeFactors(tx, signedIn);
    if (!(await spendAuthenticatorCode(tx, box, county, person!, asTyped(code), now, false)))
      throw new Refusal("teams.first-code-wrong");
    return factorAdded(tx, box, signedIn, first, now);
  });
  forgetSessions(db);
  return answer;
}
