import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import type { Calendar } from "../rules/calendar.ts";
import { isUrgent, nextWarning, type WarnedClock, type WarningLadder } from "../rules/warning-ladder.rule.ts";
import { loadCalendar, loadTerms, type Terms } from "../views/read-calendar.ts";

/** One step that a clock has reached. The same clock, due instant and step never come twice. */
export interface DueWarning {
  readonly clock: string;
  readonly procedureKind: string;
  readonly procedureId: string;
  readonly matterId: string;
  /** The unit whose time it is, where the clock names one. */
  readonly unitId: string | null;
  readonly dueAt: Date;
  readonly step: string;
  readonly urgent: boolean;
}

/** Tells those concerned, in the transaction that marks the steps as given. */
export type GiveWarnings = (tx: Tx, warnings: readonly DueWarning[]) => Promise<void>;

interface Row {
  id: string;
  procedure_kind: string;
  procedure_id: string;
  matter_id: string;
  unit_id: string | null;
  term: string;
  term_version: number;
  started_at: Date;
  due_at: Date;
  warned: string | null;
  warned_for: Date | null;
}

const COLUMNS = `id, procedure_kind, procedure_id, matter_id, unit_id, term, term_version, started_at, due_at, warned, warned_for`;
const UNSCHEDULED = `select ${COLUMNS} from clocks.running
  where county_code = $1 and state = 'running' and next_warning_at is null order by id limit $2 for update`;
const DUE = `select ${COLUMNS} from clocks.running
  where county_code = $1 and state = 'running' and next_warning_at is not null and next_warning_at <= $3
  order by next_warning_at, id limit $2 for update`;
const ADVANCE = `update clocks.running as clock set next_warning_at = coalesce(one.again, 'infinity'),
    warned = coalesce(one.step, clock.warned), warned_for = case when one.step is null then clock.warned_for else clock.due_at end
  from jsonb_to_recordset($2) as one(id uuid, again timestamptz, step text)
  where clock.county_code = $1 and clock.id = one.id`;

export interface WarningPass {
  readonly now: Date;
  readonly ladder: WarningLadder;
  readonly give: GiveWarnings;
  /** Clocks a transaction. */
  readonly batch?: number;
  readonly stopped?: () => boolean;
}

/**
 * One pass of the county's job: schedules clocks that are new or changed, then takes those due by index, gives each the highest step
 * that applies, once, and advances it; batch by batch, each a transaction, so that a crash repeats nothing. Returns what was done.
 */
export async function takeDueWarnings(
  db: Database,
  actor: Actor,
  pass: WarningPass,
): Promise<{ scheduled: number; warned: number }> {
  const [calendar, terms] = [await loadCalendar(db, actor), await loadTerms(db, actor)];
  const batch = pass.batch ?? 1000;
  const done = { scheduled: 0, warned: 0 };
  for (const [name, query] of [
    ["scheduled", UNSCHEDULED],
    ["warned", DUE],
  ] as const) {
    for (;;) {
      if (pass.stopped?.()) return done;
      const { seen, given } = await takeBatch(db, actor, query, { ...pass, batch }, calendar, terms);
      if (name === "scheduled") done.scheduled += seen;
      done.warned += given;
      if (seen < batch) break;
    }
  }
  return done;
}

function takeBatch(
  db: Database,
  actor: Actor,
  query: string,
  pass: WarningPass & { batch: number },
  calendar: Calendar,
  terms: Terms,
): Promise<{ seen: number; given: number }> {
  return withActor(db, actor, async (tx) => {
    const values = query === DUE ? [actor.county, pass.batch, pass.now] : [actor.county, pass.batch];
    const { rows } = await tx.query<Row>(query, values);
    if (rows.length === 0) return { seen: 0, given: 0 };
    const warnings: DueWarning[] = [];
    const moves = rows.map((row) => {
      const clock = asClock(row, terms);
      const { step, again } = nextWarning(clock, pass.ladder, calendar, pass.now);
      if (step)
        warnings.push({
          clock: row.id,
          procedureKind: row.procedure_kind,
          procedureId: row.procedure_id,
          matterId: row.matter_id,
          unitId: row.unit_id,
          dueAt: row.due_at,
          step,
          urgent: isUrgent(clock),
        });
      return { id: row.id, again: again?.toISOString() ?? null, step: step ?? null };
    });
    await tx.query(ADVANCE, [actor.county, JSON.stringify(moves)]);
    if (warnings.length > 0) await pass.give(tx, warnings);
    return { seen: rows.length, given: warnings.length };
  });
}

function asClock(row: Row, terms: Terms): WarnedClock {
  const unit = row.term_version === 0 ? undefined : terms.get(row.term)?.find((one) => one.version === row.term_version)?.unit;
  return {
    startedAt: row.started_at,
    dueAt: row.due_at,
    // a term that the county no longer lists is taken for one in days
    unit: row.term_version === 0 ? undefined : (unit ?? "working days"),
    warned: row.warned,
    warnedFor: row.warned_for,
  };
}
