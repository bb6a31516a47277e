import { type Database, type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { Clock } from "../../../../foundation/time/index.ts";
import type { SecondWay } from "../../contract.ts";
import { doorkeeperOf } from "../../rules/access.ts";
import { IDLE_MINUTES, idleUntil, WHOLE_MILLISECONDS } from "../../rules/session.rule.ts";
import { knowDevice } from "../../store/known-devices.ts";
import { forgetSessions } from "../../store/session-memory.ts";
import { openStep } from "../../store/sign-in-steps.ts";
import { hashOfToken, newToken } from "../../store/tokens.ts";
import { actorOfSession, type SignedIn } from "../../views/actor.ts";
import { waysOf } from "../../views/second-factors.ts";

/** The browser from which someone signs in. */
export interface Device {
  /** Browser and system in words, shown to the person alone. */
  readonly words: string;
  /** What the browser keeps so that it is known again; "" where it is a stranger. */
  readonly known: string;
}
export const NO_DEVICE: Device = { words: "", known: "" };

/** Signed in: the cookie's token, kept here only as a hash, and what makes the browser known. */
export interface Opened extends SignedIn {
  readonly kind: "in";
  readonly token: string;
  readonly known: string;
  readonly expiresAt: Date;
}
/** On the way: the second factor is still to come, for whoever has this token. */
export interface OnTheWay {
  readonly kind: "on the way";
  readonly token: string;
  readonly ways: readonly SecondWay[];
}
export type Entrance = Opened | OnTheWay;

async function insertSession(tx: Tx, county: number, person: string, factors: 1 | 2, words: string, now: Date) {
  const token = newToken(county);
  const expiresAt = new Date(now.getTime() + WHOLE_MILLISECONDS);
  await tx.query(
    "delete from teams.sessions where county_code = $1 and person_id = $2 and (expires_at <= $3 or idle_until <= $3)",
    [county, person, now],
  );
  const set = await tx.query<{ idle_minutes: number }>("select idle_minutes from teams.sign_in_settings where county_code = $1", [
    county,
  ]);
  const idle = set.rows[0]?.idle_minutes ?? IDLE_MINUTES.usual;
  await tx.query(
    `insert into teams.sessions (county_code, id, token_hash, person_id, idle_until, expires_at, started_at, device, proved_at, factors)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $7, $9)`,
    [county, newId(), hashOfToken(token), person, idleUntil(now, idle, expiresAt), expiresAt, now, words, factors],
  );
  return { token, expiresAt };
}

/** Opens the session of someone who has proved who they are, always under a new token. */
export async function openSession(
  db: Database,
  county: number,
  person: string,
  factors: 1 | 2,
  device: Device,
  clock: Clock,
): Promise<Opened> {
  const now = clock.now();
  const made = await withActor(db, doorkeeperOf(county), async (tx) => ({
    ...(await insertSession(tx, county, person, factors, device.words, now)),
    known: await knowDevice(tx, county, person, device.known, now),
  }));
  forgetSessions(db);
  const opened = await actorOfSession(db, made.token, clock);
  if (!opened) throw new Refusal("teams.sign-in-needed", {}, { status: 401 });
  return { kind: "in", ...opened, ...made };
}

/** After the first factor: in, or asked for the second by whoever has set one up. */
export async function enter(db: Database, county: number, person: string, device: Device, clock: Clock): Promise<Entrance> {
  const way = await withActor(db, doorkeeperOf(county), async (tx): Promise<OnTheWay | undefined> => {
    const ways = await waysOf(tx, county, person);
    if (ways.length === 0) return undefined;
    const token = await openStep(tx, county, { kind: "second factor", person, facts: {} }, clock.now());
    return { kind: "on the way", token, ways };
  });
  return way ?? openSession(db, county, person, 1, device, clock);
}
