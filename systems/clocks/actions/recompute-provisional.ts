import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { dueDate } from "../rules/due-date.rule.ts";
import { type ClockEvent, whatHappened } from "../rules/what-happened.rule.ts";
import { forget } from "../store/memory.ts";
import { getTerm, loadCalendar, loadTerms } from "../views/read-calendar.ts";

/** What the journal is told of one clock whose provisional date was set. */
export interface Recomputed {
  readonly clock: string;
  readonly procedureKind: string;
  readonly procedureId: string;
  readonly matterId: string;
  readonly from: Date;
  readonly to: Date;
  readonly calendar: string;
  /** Another year that the count touches is still not published. */
  readonly provisional: boolean;
}

/** Writes the journal line of each, in the same transaction; handed in by the app. */
export type RecordRecomputed = (tx: Tx, changes: readonly Recomputed[]) => Promise<void>;

interface Row {
  id: string;
  procedure_kind: string;
  procedure_id: string;
  matter_id: string;
  term: string;
  term_version: number;
  started_at: Date;
  due_at: Date;
  events: ClockEvent[];
}

const BATCH = 500;
const PROVISIONAL = `
  select clock.id, clock.procedure_kind, clock.procedure_id, clock.matter_id, clock.term, clock.term_version, clock.started_at, clock.due_at,
    coalesce((select jsonb_agg(jsonb_build_object('what', event.what, 'at', event.at, 'facts', event.facts) order by event.at, event.id) from clocks.events as event
              where event.county_code = clock.county_code and event.running_id = clock.id and event.what in ('paused', 'resumed', 'extended')), '[]') as events
  from clocks.running as clock
  where clock.county_code = $1 and clock.provisional and clock.state in ('running', 'paused') and clock.id > $2
    and clock.due_at >= $3
  order by clock.id limit ${BATCH} for update of clock`;

/**
 * After a year's calendar was published: sets every provisional date that the year touches, once, each with an event "recomputed"
 * and a journal line through `record`, in batches of 500 a transaction. A clock whose date is certain now is not touched by a second
 * run; one that still waits for another year is told of only when its date moves. Returns how many were changed.
 */
export async function recomputeProvisional(
  db: Database,
  actor: Actor,
  year: number,
  at: Date,
  record: RecordRecomputed,
): Promise<number> {
  forget(db);
  const [calendar, terms] = [await loadCalendar(db, actor), await loadTerms(db, actor)];
  let [changed, last] = [0, "00000000-0000-0000-0000-000000000000"];
  for (;;) {
    const seen = await withActor(db, actor, async (tx) => {
      const rows = (await tx.query<Row>(PROVISIONAL, [actor.county, last, new Date(`${year - 1}-12-01T00:00:00+08:00`)])).rows;
      const changes: Recomputed[] = [];
      for (const row of rows) {
        const { pauses, extensions } = whatHappened(row.events, at);
        const term = getTerm(terms, row.term, row.term_version);
        const due = dueDate({ term, start: row.started_at, calendar, pauses, extensions });
        if (due.provisional && due.due.getTime() === row.due_at.getTime()) continue;
        changes.push({
          clock: row.id,
          procedureKind: row.procedure_kind,
          procedureId: row.procedure_id,
          matterId: row.matter_id,
          from: row.due_at,
          to: due.due,
          calendar: calendar.version,
          provisional: due.provisional,
        });
      }
      if (changes.length > 0) {
        await write(tx, actor.county, changes, at);
        await record(tx, changes);
      }
      changed += changes.length;
      return rows;
    });
    if (seen.length < BATCH) return changed;
    last = seen.at(-1)!.id;
  }
}

async function write(tx: Tx, county: number, changes: readonly Recomputed[], at: Date): Promise<void> {
  const rows = changes.map((one) => ({
    id: one.clock,
    matter: one.matterId,
    event: newId(),
    due: one.to.toISOString(),
    provisional: one.provisional,
    facts: { from: one.from.toISOString(), to: one.to.toISOString(), calendar: one.calendar, provisional: one.provisional },
  }));
  await tx.query(
    `with change as (
       select * from jsonb_to_recordset($2) as one(id uuid, matter uuid, event uuid, due timestamptz, provisional boolean, facts jsonb)
     ), moved as (
       update clocks.running as clock set due_at = change.due, provisional = change.provisional, next_warning_at = null
       from change where clock.county_code = $1 and clock.id = change.id returning clock.id
     )
     insert into clocks.events (county_code, id, running_id, matter_id, what, at, facts)
     select $1, change.event, change.id, change.matter, 'recomputed', $3, change.facts from change`,
    [county, JSON.stringify(rows), at],
  );
}
