import { setTimeout as sleep } from "node:timers/promises";
import { type Database, type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { SecretBox } from "../../../../foundation/secret-box.ts";
import type { Clock } from "../../../../foundation/time/index.ts";
import { doorkeeperOf } from "../../rules/access.ts";
import { asTyped, isAuthenticatorCode, RESET_CODE } from "../../rules/code.rule.ts";
import { REST_MINUTES } from "../../rules/password.rule.ts";
import { spendAuthenticatorCode } from "../../store/authenticators.ts";
import { clearTries, countTry } from "../../store/count-tries.ts";
import { findStep, takeStep } from "../../store/sign-in-steps.ts";
import { spendSpareCode } from "../../store/spare-codes.ts";
import { countyOfToken } from "../../store/tokens.ts";
import { type Device, type Opened, openSession } from "./open-session.ts";
import { spendResetAsFactor } from "./reset-sign-in.ts";

const NO_SOONER_MILLISECONDS = 250;

/**
 * Second factor, for whoever bears the token of a sign-in on its way: a code of the authenticator, a spare code, or
 * the code of a reset. Wrong ones count like
 * wrong passwords. Refuses `teams.sign-in-over` (401) where the step has run out or was used, `teams.second-factor-wrong` (422).
 */
export async function giveSecondFactor(
  db: Database,
  box: SecretBox,
  county: number,
  token: string,
  code: string,
  clock: Clock,
  device: Device,
): Promise<Opened> {
  const [now, began] = [clock.now(), performance.now()];
  const typed = asTyped(code);
  const doorkeeper = doorkeeperOf(county);
  const over = () => new Refusal("teams.sign-in-over", {}, { status: 401 });
  if (countyOfToken(token) !== county) throw over();
  const counted = await withActor(db, doorkeeper, async (tx) => {
    const step = await findStep(tx, token, "second factor", now);
    if (!step?.person) return undefined;
    const name = await tx.query<{ sign_in_name: string }>(
      "select sign_in_name from teams.people where county_code = $1 and id = $2",
      [county, step.person],
    );
    const called = name.rows[0]?.sign_in_name ?? "";
    const tried = await countTry(tx, county, called, device.known, now);
    return tried && { ...tried, name: called };
  });
  if (!counted || counted.disabled) throw over();
  const given = await withActor(db, doorkeeper, async (tx): Promise<1 | 2 | undefined> => {
    if (counted.resting) return undefined;
    const factors = await look(tx, box, county, { ...counted, code: typed }, now);
    if (!factors) return undefined;
    if (!(await takeStep(tx, token, "second factor", now))) throw over();
    await clearTries(tx, county, counted, true);
    return factors;
  });
  if (!given) {
    await sleep(Math.max(0, began + NO_SOONER_MILLISECONDS - performance.now()));
    throw new Refusal("teams.second-factor-wrong", { minutes: REST_MINUTES });
  }
  return openSession(db, county, counted.person, given, device, clock);
}

/** What the code is good for: two factors; one, where it only stands in for a second that was lost; or nothing. */
async function look(
  tx: Tx,
  box: SecretBox,
  county: number,
  who: { person: string; name: string; code: string },
  now: Date,
): Promise<1 | 2 | undefined> {
  if (isAuthenticatorCode(who.code))
    return (await spendAuthenticatorCode(tx, box, county, who.person, who.code, now)) ? 2 : undefined;
  if (who.code.length === RESET_CODE.length) return (await spendResetAsFactor(tx, box, county, who, now)) ? 1 : undefined;
  return (await spendSpareCode(tx, box, county, who.person, who.code)) ? 2 : undefined;
}
