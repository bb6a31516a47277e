import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import type { RunningClock } from "../contract.ts";
import type { Calendar } from "../rules/calendar.ts";
import { type Due, dueDate } from "../rules/due-date.rule.ts";
import { type ClockEvent, whatHappened } from "../rules/what-happened.rule.ts";
import { getTerm, type Terms } from "./read-calendar.ts";

const COLUMNS = `id, procedure_kind as "procedureKind", procedure_id as "procedureId", matter_id as "matterId", term,
  term_version as "termVersion", started_at as "startedAt", due_at as "dueAt", provisional, state, paused_at as "pausedAt",
  ended_at as "endedAt"`;

/** All clocks of these procedures, those still going first, then by due date. */
export async function clocksOf(db: Database, actor: Actor, procedures: readonly string[]): Promise<RunningClock[]> {
  return read<RunningClock>(
    db,
    actor,
    `select ${COLUMNS} from clocks.running where county_code = $1 and procedure_id = any($2::uuid[])
     order by (state in ('running', 'paused')) desc, due_at, id`,
    [actor.county, procedures],
  );
}

/** Running clocks due up to that instant (included), in order of their due date; `after` takes the last row of the page before. */
export async function clocksDueBy(
  db: Database,
  actor: Actor,
  by: Date,
  page: { limit: number; after?: Pick<RunningClock, "dueAt" | "id"> },
): Promise<RunningClock[]> {
  return read<RunningClock>(
    db,
    actor,
    `select ${COLUMNS} from clocks.running where county_code = $1 and state = 'running' and due_at <= $2
     and ($3::timestamptz is null or (due_at, id) > ($3, $4::uuid)) order by due_at, id limit $5`,
    [actor.county, by, page.after?.dueAt ?? null, page.after?.id ?? null, page.limit],
  );
}

/**
 * How this clock's date came about: the count by the term's version it was started with and the calendar of today. Nothing for
 * a date that was set from outside (term_version 0). A pause that still lasts is counted up to `now`.
 */
export async function explainClock(
  db: Database,
  actor: Actor,
  clock: RunningClock,
  terms: Terms,
  calendar: Calendar,
  now: Date,
): Promise<Due | undefined> {
  if (clock.termVersion === 0) return undefined;
  const events = await read<ClockEvent>(
    db,
    actor,
    "select what, at, facts from clocks.events where county_code = $1 and running_id = $2 order by at, id",
    [actor.county, clock.id],
  );
  const { pauses, extensions } = whatHappened(events, now);
  const term = getTerm(terms, clock.term, clock.termVersion);
  return dueDate({ term, start: clock.startedAt, calendar, pauses, extensions });
}
