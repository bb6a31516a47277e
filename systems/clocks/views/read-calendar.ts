import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { OfficeHours, Term, YearCalendar } from "../contract.ts";
import { type Calendar, makeCalendar } from "../rules/calendar.ts";
import { remembered } from "../store/memory.ts";

/** The published calendars in force: of each year the highest published version. */
export async function listCalendars(db: Database, actor: Actor): Promise<YearCalendar[]> {
  return read<YearCalendar>(
    db,
    actor,
    `select distinct on (calendar.year) calendar.year, calendar.version, calendar.source,
       coalesce((select jsonb_agg(jsonb_build_object('day', special.day, 'kind', special.kind, 'name', special.name) order by special.day)
                 from clocks.calendar_days as special
                 where special.county_code = calendar.county_code and special.year = calendar.year and special.version = calendar.version),
                '[]') as days
     from clocks.calendars as calendar where calendar.county_code = $1 and calendar.published
     order by calendar.year, calendar.version desc`,
    [actor.county],
  );
}

/** Office hours, oldest first. */
export const listOfficeHours = (db: Database, actor: Actor): Promise<OfficeHours[]> =>
  read<OfficeHours>(
    db,
    actor,
    `select to_char(valid_from, 'YYYY-MM-DD') as "validFrom", spans from clocks.office_hours where county_code = $1 order by valid_from`,
    [actor.county],
  );

/** The county's calendar with its office hours; kept in memory for a minute, at once renewed by a publication on this server. */
export const loadCalendar = (db: Database, actor: Actor): Promise<Calendar> =>
  remembered(db, `calendar ${actor.county}`, async () => {
    const years = await listCalendars(db, actor);
    const hours = await listOfficeHours(db, actor);
    return makeCalendar(actor.county, years, hours);
  });

/** Terms by name, each with its versions, newest first. */
export type Terms = ReadonlyMap<string, readonly Term[]>;

/** Every version of the county's terms; kept in memory like the calendar. */
export const loadTerms = (db: Database, actor: Actor): Promise<Terms> =>
  remembered(db, `terms ${actor.county}`, async () => {
    const rows = await read<Term>(
      db,
      actor,
      `select term, version, name, english_name as "englishName", length, unit, roll, ends, basis, pauses, extension
       from clocks.terms where county_code = $1 order by term, version desc`,
      [actor.county],
    );
    const terms = new Map<string, Term[]>();
    for (const row of rows) terms.set(row.term, [...(terms.get(row.term) ?? []), row]);
    return terms;
  });

/** The newest version of a term, or the one asked for. Throws `clocks.no-such-term`. */
export function getTerm(terms: Terms, term: string, version?: number): Term {
  const versions = terms.get(term);
  const found = version === undefined ? versions?.[0] : versions?.find((one) => one.version === version);
  if (!found) throw new Refusal("clocks.no-such-term", { term, version }, { status: 404 });
  return found;
}
