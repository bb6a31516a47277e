import { type Database, type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { SecretBox } from "../../../../foundation/secret-box.ts";
import { doorkeeperOf } from "../../rules/access.ts";
import { asksForSecondFactor } from "../../rules/second-factor.rule.ts";
import { forgetSessions } from "../../store/session-memory.ts";
import { drawSpareCodes } from "../../store/spare-codes.ts";
import type { SignedIn } from "../../views/actor.ts";
import { waysOf } from "../../views/second-factors.ts";
import { mayChangeFactors } from "./set-up-authenticator.ts";

async function giveUp(db: Database, signedIn: SignedIn, remove: (tx: Tx) => Promise<number>): Promise<void> {
  const { county, person, rights } = signedIn.actor;
  await withActor(db, doorkeeperOf(county), async (tx) => {
    await mayChangeFactors(tx, signedIn);
    if ((await remove(tx)) === 0) throw new Refusal("teams.second-factor-gone", {}, { status: 404 });
    if ((await waysOf(tx, county, person!)).length > 0) return;
    if (asksForSecondFactor(rights)) throw new Refusal("teams.last-second-factor");
    await tx.query("delete from teams.spare_codes where county_code = $1 and person_id = $2", [county, person]);
  });
  forgetSessions(db);
}

/** Gives the authenticator up. Throws `teams.last-second-factor` where the person's posts ask for one and it is the last. */
export const removeAuthenticator = (db: Database, signedIn: SignedIn): Promise<void> =>
  giveUp(
    db,
    signedIn,
    async (tx) =>
      (
        await tx.query("delete from teams.authenticators where county_code = $1 and person_id = $2 and confirmed", [
          signedIn.actor.county,
          signedIn.actor.person,
        ])
      ).rowCount ?? 0,
  );

/** Gives a passkey up; refusals as for the authenticator. */
export const removePasskey = (db: Database, signedIn: SignedIn, passkey: string): Promise<void> =>
  giveUp(
    db,
    signedIn,
    async (tx) =>
      (
        await tx.query("delete from teams.passkeys where county_code = $1 and person_id = $2 and id = $3", [
          signedIn.actor.county,
          signedIn.actor.person,
          passkey,
        ])
      ).rowCount ?? 0,
  );

/** New spare codes in place of the old; shown once. Only for whoever has a second factor and gave it (`teams.second-factor-needed`). */
export async function renewSpareCodes(db: Database, box: SecretBox, signedIn: SignedIn): Promise<string[]> {
  const { county, person } = signedIn.actor;
  return withActor(db, doorkeeperOf(county), async (tx) => {
    if (await mayChangeFactors(tx, signedIn)) throw new Refusal("teams.second-factor-needed", {}, { status: 403 });
    return drawSpareCodes(tx, box, county, person!);
  });
}
