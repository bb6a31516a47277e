import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { CalendarDay, OfficeHours, Term } from "../contract.ts";
import { keepsTheCalendar } from "../rules/access.ts";
import { spanOf } from "../rules/calendar.ts";
import { noticeIsSound } from "../rules/notice.rule.ts";
import { insertTerm } from "../store/insert-term.ts";
import { forget } from "../store/memory.ts";

export interface CalendarOfYear {
  readonly year: number;
  /** Where it stands, e.g. 国办发明电〔2025〕7号. */
  readonly source: string;
  readonly days: readonly CalendarDay[];
}

/** Does work that only who keeps the calendar may do, and forgets what was read of it. */
export async function keep<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!keepsTheCalendar(actor)) throw new Refusal("clocks.may-not-keep-the-calendar", {}, { status: 403 });
  try {
    return await withActor(db, actor, work);
  } catch (error) {
    if ((error as { code?: string }).code === "23505") throw new Refusal("clocks.changed-meanwhile", {}, { status: 409 });
    throw error;
  } finally {
    forget(db);
  }
}

async function insertVersion(tx: Tx, county: number, calendar: CalendarOfYear, version: number): Promise<void> {
  await tx.query("insert into clocks.calendars (county_code, year, version, published, source) values ($1, $2, $3, true, $4)", [
    county,
    calendar.year,
    version,
    calendar.source,
  ]);
  await tx.query(
    `insert into clocks.calendar_days (county_code, year, version, day, kind, name)
     select $1, $2, $3, one.day, one.kind, one.name from jsonb_to_recordset($4) as one(day date, kind text, name text)`,
    [county, calendar.year, version, JSON.stringify(calendar.days)],
  );
}

/**
 * Enters the days of a year as the State Council's notice gives them, as the year's next version; returns that version. Dates that
 * were provisional are set by `recomputeProvisional`. Refusals: `clocks.may-not-keep-the-calendar`, those of the notice itself
 * (`clocks.day-outside-the-year`, `clocks.day-named-twice`, `clocks.make-up-workday-is-no-weekend`), `clocks.changed-meanwhile`.
 */
export function publishCalendar(db: Database, actor: Actor, calendar: CalendarOfYear): Promise<number> {
  noticeIsSound(calendar.year, calendar.days);
  return keep(db, actor, async (tx) => {
    const last = await tx.query<{ version: number }>(
      "select coalesce(max(version), 0) as version from clocks.calendars where county_code = $1 and year = $2",
      [actor.county, calendar.year],
    );
    const version = last.rows[0]!.version + 1;
    await insertVersion(tx, actor.county, calendar, version);
    return version;
  });
}

export interface ClocksSeed {
  readonly calendars: readonly CalendarOfYear[];
  readonly officeHours: readonly OfficeHours[];
  readonly terms: readonly Term[];
}

/** Plants a county's calendars (as version 1), office hours and terms in one transaction; what is there already stays. */
export function seedClocks(db: Database, actor: Actor, seed: ClocksSeed): Promise<void> {
  for (const calendar of seed.calendars) noticeIsSound(calendar.year, calendar.days);
  for (const hours of seed.officeHours) for (const span of hours.spans) spanOf(span);
  return keep(db, actor, async (tx) => {
    const known = await tx.query<{ year: number }>("select distinct year from clocks.calendars where county_code = $1", [
      actor.county,
    ]);
    const years = new Set(known.rows.map((row) => row.year));
    for (const calendar of seed.calendars) if (!years.has(calendar.year)) await insertVersion(tx, actor.county, calendar, 1);
    for (const hours of seed.officeHours)
      await tx.query(
        "insert into clocks.office_hours (county_code, valid_from, spans) values ($1, $2, $3) on conflict do nothing",
        [actor.county, hours.validFrom, hours.spans],
      );
    for (const term of seed.terms) await insertTerm(tx, actor.county, term);
  });
}
