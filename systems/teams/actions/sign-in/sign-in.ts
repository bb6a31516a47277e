import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Database, withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { Clock } from "../../../../foundation/time/index.ts";
import { doorkeeperOf } from "../../rules/access.ts";
import { REST_MINUTES } from "../../rules/password.rule.ts";
import { clearTries, countTry } from "../../store/count-tries.ts";
import { hashPassword, isPassword } from "../../store/password-hash.ts";
import { waysOf } from "../../views/second-factors.ts";
import { type Device, type Entrance, enter, NO_DEVICE } from "./open-session.ts";

/** A "no" comes no sooner than this, so that it does not tell by its time whether a try was counted against a real account. */
const NO_SOONER_MILLISECONDS = 250;

/** A hash that nobody's password has, so that an unknown name costs the same work as a known one. */
let hashOfNobody: Promise<string> | undefined;

/**
 * First factor. Refuses with one sentence for everything (`teams.sign-in-refused`, 401): unknown name, wrong password, closed account,
 * account at rest after five wrong tries; each after the same work and no sooner than 250 ms. Answers a session, or a step on the way
 * for a person who has set up a second factor.
 */
export async function signIn(
  db: Database,
  county: number,
  name: string,
  password: string,
  clock: Clock,
  device: Device = NO_DEVICE,
): Promise<Entrance> {
  const [now, began] = [clock.now(), performance.now()];
  const doorkeeper = doorkeeperOf(county);
  hashOfNobody ??= hashPassword(randomBytes(24).toString("hex"));
  const nobody = await hashOfNobody;
  const tried = await withActor(db, doorkeeper, (tx) => countTry(tx, county, name.trim().toLowerCase(), device.known, now));
  const right = await isPassword(tried?.hash ?? nobody, password);
  if (!tried || !right || tried.disabled || tried.resting) {
    await sleep(Math.max(0, began + NO_SOONER_MILLISECONDS - performance.now()));
    throw new Refusal("teams.sign-in-refused", { minutes: REST_MINUTES }, { status: 401 });
  }
  await withActor(db, doorkeeper, async (tx) =>
    clearTries(tx, county, tried, (await waysOf(tx, county, tried.person)).length === 0),
  );
  return enter(db, county, tried.person, device, clock);
}
