import { createHmac, randomBytes } from "node:crypto";
import { residentActor } from "../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../foundation/db/pool.ts";
import { type Clock, dayOf, MINUTE, startOfDay } from "../../../foundation/time/index.ts";
import { TRY_LIMITS, type Tried } from "../rules/try-limits.table.ts";

/** Counts that all servers share; subjects (a part of the network, a code) are kept only as hashes under the day's key. */
export interface Tries {
  /** Counts one more in the window that is open now, and gives the count with it. */
  add(what: Tried, subject: string): Promise<number>;
  /** Takes one back: what was counted before it was known whether it was right. */
  takeBack(what: Tried, subject: string): Promise<void>;
  /** The count of the window that is open now. */
  seen(what: Tried, subject: string): Promise<number>;
  /** Minutes until the window that is open now ends, at least 1. */
  minutesLeft(what: Tried): number;
  /** True the first time that this token comes in the county; false ever after, on every server, until `until`. */
  spend(token: string, until: Date): Promise<boolean>;
}

export interface CountOptions {
  readonly db: Database;
  readonly county: number;
  readonly clock: Clock;
  /** 32 bytes of the key file: with the day's salt, which the database keeps for a day, they make the key of the hashes. */
  readonly key: Buffer;
}

/** Makes the counts of one county. Each call is one short transaction of the portal's role. */
export function makeTries({ db, county, clock, key }: CountOptions): Tries {
  const actor = residentActor(county);
  let known: { readonly day: string; readonly key: Buffer } | undefined;

  async function keyOfToday(): Promise<Buffer> {
    const day = dayOf(clock.now());
    if (known?.day === day) return known.key;
    const salt = await withActor(db, actor, async (tx) => {
      await tx.query("insert into residents.day_salts (county_code, day, salt) values ($1, $2, $3) on conflict do nothing", [
        county,
        day,
        randomBytes(32),
      ]);
      const kept = await tx.query<{ salt: Buffer }>("select salt from residents.day_salts where county_code = $1 and day = $2", [
        county,
        day,
      ]);
      return kept.rows[0]!.salt;
    });
    known = { day, key: createHmac("sha256", key).update("linli tries\n").update(salt).digest() };
    return known.key;
  }

  function windowOf(what: Tried): { readonly since: Date; readonly ends: Date } {
    const length = TRY_LIMITS[what].minutes * MINUTE;
    const now = clock.now();
    const midnight = startOfDay(dayOf(now)).getTime();
    const since = midnight + Math.floor((now.getTime() - midnight) / length) * length;
    return { since: new Date(since), ends: new Date(since + length) };
  }

  const hashOf = async (what: Tried, subject: string) =>
    createHmac("sha256", await keyOfToday())
      .update(`${what}|${subject}`)
      .digest();

  async function change(what: Tried, subject: string, by: number): Promise<number> {
    const values = [county, what, await hashOf(what, subject), windowOf(what).since, by];
    const rows = await withActor(db, actor, (tx) =>
      tx.query<{ count: number }>(
        `insert into residents.tries as t (county_code, what, subject, since, count) values ($1, $2, $3, $4, greatest($5::integer, 0))
         on conflict (county_code, what, subject, since) do update set count = greatest(t.count + $5::integer, 0) returning count`,
        values,
      ),
    );
    return rows.rows[0]!.count;
  }

  return {
    add: (what, subject) => change(what, subject, 1),
    takeBack: async (what, subject) => {
      await change(what, subject, -1);
    },
    async seen(what, subject) {
      const values = [county, what, await hashOf(what, subject), windowOf(what).since];
      const found = await withActor(
        db,
        actor,
        (tx) =>
          tx.query<{ count: number }>(
            "select count from residents.tries where county_code = $1 and what = $2 and subject = $3 and since = $4",
            values,
          ),
        { readOnly: true },
      );
      return found.rows[0]?.count ?? 0;
    },
    minutesLeft: (what) => Math.max(1, Math.ceil((windowOf(what).ends.getTime() - clock.now().getTime()) / MINUTE)),
    async spend(token, until) {
      const nonce = createHmac("sha256", key).update("linli spent\n").update(token).digest();
      const done = await withActor(db, actor, (tx) =>
        tx.query("insert into residents.spent (county_code, nonce, until) values ($1, $2, $3) on conflict do nothing", [
          county,
          nonce,
          until,
        ]),
      );
      return done.rowCount === 1;
    },
  };
}
