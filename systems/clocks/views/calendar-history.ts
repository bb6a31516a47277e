import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../foundation/db/pool.ts";
import type { CalendarDay, OfficeHours, YearCalendar } from "../contract.ts";
import { type Calendar, makeCalendar } from "../rules/calendar.ts";

/** Every calendar that was ever in force, to be asked for by the text that `calendarVersionBetween` left beside a date. */
export type CalendarHistory = (version: string) => Calendar;

/** Reads all versions of all years and the office hours: a few hundred rows a decade. */
export async function loadCalendarHistory(db: Database, actor: Actor): Promise<CalendarHistory> {
  const [years, days, hours] = await withActor(
    db,
    actor,
    async (tx) =>
      [
        (
          await tx.query<Omit<YearCalendar, "days">>(
            "select year, version, source from clocks.calendars where county_code = $1",
            [actor.county],
          )
        ).rows,
        (
          await tx.query<CalendarDay & { year: number; version: number }>(
            "select year, version, to_char(day, 'YYYY-MM-DD') as day, kind, name from clocks.calendar_days where county_code = $1",
            [actor.county],
          )
        ).rows,
        (
          await tx.query<OfficeHours>(
            `select to_char(valid_from, 'YYYY-MM-DD') as "validFrom", spans from clocks.office_hours where county_code = $1`,
            [actor.county],
          )
        ).rows,
      ] as const,
    { readOnly: true },
  );
  const daysOf = Map.groupBy(days, (day) => `${day.year}v${day.version}`);
  const byName = new Map(years.map((one) => [`${one.year}v${one.version}`, one]));
  const known = new Map<string, Calendar>();
  return (version) => {
    let calendar = known.get(version);
    if (!calendar) {
      const used = version.split("+").flatMap((name) => {
        const year = byName.get(name);
        return year
          ? [{ ...year, days: (daysOf.get(name) ?? []).map(({ day, kind, name: called }) => ({ day, kind, name: called })) }]
          : [];
      });
      calendar = makeCalendar(actor.county, used, hours);
      known.set(version, calendar);
    }
    return calendar;
  };
}
