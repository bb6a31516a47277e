import { type Actor, jobActor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import type { CalendarDay, OfficeHours } from "../contract.ts";
import { makeCalendar } from "../rules/calendar.ts";
import { dueDate } from "../rules/due-date.rule.ts";
import { noticeIsSound } from "../rules/notice.rule.ts";
import { type ClockEvent, whatHappened } from "../rules/what-happened.rule.ts";
import { getTerm, listCalendars, listOfficeHours, loadTerms } from "./read-calendar.ts";

interface Row {
  id: string;
  term: string;
  term_version: number;
  started_at: Date;
  due_at: Date;
  events: ClockEvent[];
}
const BATCH = 2000;

/**
 * What publishing these days would do: clocks that wait for a calendar, those whose date would be set, and of these the ones that
 * move. Keeps nothing. Refusals are those of the notice.
 */
export async function previewCalendar(
  db: Database,
  actor: Actor,
  year: number,
  days: readonly CalendarDay[],
  now: Date,
): Promise<{ waiting: number; set: number; moved: number }> {
  noticeIsSound(year, days);
  const known = (await listCalendars(db, actor)).filter((one) => one.year !== year);
  const hours: OfficeHours[] = await listOfficeHours(db, actor);
  const calendar = makeCalendar(actor.county, [...known, { year, version: 1, source: "preview", days: [...days] }], hours);
  const terms = await loadTerms(db, actor);
  const found = { waiting: 0, set: 0, moved: 0 };
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await read<Row>(
      db,
      jobActor(actor.county), // every waiting date counts, also of matters that the keeper of the calendar may not see

      `select clock.id, clock.term, clock.term_version, clock.started_at, clock.due_at,
         coalesce((select jsonb_agg(jsonb_build_object('what', event.what, 'at', event.at, 'facts', event.facts) order by event.at, event.id)
                   from clocks.events as event where event.county_code = clock.county_code and event.running_id = clock.id
                     and event.what in ('paused', 'resumed', 'extended')), '[]') as events
       from clocks.running as clock
       where clock.county_code = $1 and clock.provisional and clock.state in ('running', 'paused') and clock.id > $2
       order by clock.id limit ${BATCH}`,
      [actor.county, last],
    );
    for (const row of rows) {
      const due = dueDate({
        term: getTerm(terms, row.term, row.term_version),
        start: row.started_at,
        calendar,
        ...whatHappened(row.events, now),
      });
      found.waiting += 1;
      if (!due.provisional) found.set += 1;
      if (!due.provisional && due.due.getTime() !== row.due_at.getTime()) found.moved += 1;
    }
    if (rows.length < BATCH) return found;
    last = rows.at(-1)!.id;
  }
}
