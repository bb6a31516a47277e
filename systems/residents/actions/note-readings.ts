import { type Actor, jobActor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import { idFrom } from "../../../foundation/id-from.ts";
import { newId } from "../../../foundation/ids.ts";
import { dayOf } from "../../../foundation/time/index.ts";
import type { ReadingKind } from "../contract.ts";

type Ordinary = Exclude<ReadingKind, "identity">;

interface Row {
  readonly id: string;
  readonly matter_id: string;
  readonly at: string;
  readonly post_id: string;
  readonly unit_id: string;
  readonly what: Ordinary;
}

/** Notes ordinary readings behind the answer: nobody waits for them, and none is written twice a day. */
export interface ReadingsKept {
  /** A reader saw this of the matter. A job, a resident, or an actor without a post leaves nothing. */
  note(actor: Actor, matterId: string, what: Ordinary, at: Date): void;
  /** Writes what waits; call before the database is closed. */
  flush(): Promise<void>;
}

const INSERT = `insert into residents.readings (county_code, id, matter_id, at, post_id, unit_id, what)
  select (select foundation.county()), r.* from jsonb_to_recordset($1::jsonb) as r(id uuid, matter_id uuid, at timestamptz, post_id uuid, unit_id uuid, what text)
  on conflict (county_code, id) do nothing`;

const AT_ONCE = 2_000;
/** Kept while the database is away. */
const MOST_WAITING = 20_000;
/** Gathered before they are written: a large export. */
const MOST_EXPORTED = 500_000;

/**
 * Gathers readings for `milliseconds` and writes them by one statement a county. What was written today is remembered (at most 50 000)
 * and costs nothing more. A writing that fails is tried again, ever more slowly; a process that is killed loses what it had gathered.
 */
export function keepReadings(db: Database, milliseconds = 1_000): ReadingsKept {
  const waiting = new Map<number, Map<string, Row>>();
  let known = new Set<string>();
  let day = "";
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let failed = 0;

  async function write(): Promise<void> {
    for (const [county, rows] of [...waiting]) {
      waiting.delete(county);
      const all = [...rows];
      for (let from = 0; from < all.length; from += AT_ONCE) {
        const some = all.slice(from, from + AT_ONCE);
        try {
          await withActor(db, jobActor(county), (tx) => tx.query(INSERT, [JSON.stringify(some.map(([, row]) => row))]));
          failed = 0;
        } catch {
          failed += 1;
          const again = waiting.get(county) ?? new Map<string, Row>();
          for (const [key, row] of some) if (again.size < MOST_WAITING) again.set(key, row);
          waiting.set(county, again);
        }
      }
    }
    if (waiting.size > 0) later();
  }
  function later(): void {
    timer ??= setTimeout(
      () => {
        timer = undefined;
        writing = writing.then(write);
      },
      milliseconds * 2 ** Math.min(failed, 6),
    );
    timer.unref();
  }

  return {
    note(actor, matterId, what, at) {
      if (actor.role !== "app" || !actor.post || !actor.unit) return;
      const today = dayOf(at);
      if (today !== day || known.size > 50_000) {
        day = today;
        known = new Set();
      }
      const key = `${actor.county} ${matterId} ${actor.post} ${what} ${today}`;
      if (known.has(key)) return;
      known.add(key);
      const rows = waiting.get(actor.county) ?? new Map<string, Row>();
      waiting.set(actor.county, rows);
      const row = { matter_id: matterId, at: at.toISOString(), post_id: actor.post, unit_id: actor.unit, what };
      if (rows.size < MOST_EXPORTED) rows.set(key, { id: idFrom(`reading ${key}`), ...row });
      later();
    },
    async flush() {
      if (timer) clearTimeout(timer);
      timer = undefined;
      writing = writing.then(write);
      await writing;
    },
  };
}

/** An opening of an identity: written before anything is shown, in the transaction that journals it. Answers its id. */
export async function noteOpening(
  tx: Tx,
  actor: Actor,
  opening: {
    readonly matterId: string;
    readonly at: Date;
    readonly purpose: string;
    readonly approvalId?: string;
    readonly unusual: boolean;
  },
): Promise<string> {
  if (!actor.post || !actor.unit) throw new Error("an identity is opened in the name of a post");
  const id = newId();
  await tx.query(
    `insert into residents.readings (county_code, id, matter_id, at, post_id, unit_id, what, purpose, approval_id, unusual)
     values ($1, $2, $3, $4, $5, $6, 'identity', $7, $8, $9)`,
    [
      actor.county,
      id,
      opening.matterId,
      opening.at,
      actor.post,
      actor.unit,
      opening.purpose,
      opening.approvalId ?? null,
      opening.unusual,
    ],
  );
  return id;
}
