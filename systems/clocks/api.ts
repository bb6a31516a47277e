import { jobActor } from "../../foundation/db/actor.ts";
import type { Database } from "../../foundation/db/pool.ts";
import type { Binder } from "../../foundation/http/bind.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { Clock } from "../../foundation/time/index.ts";
import { addOfficeHours } from "./actions/add-office-hours.ts";
import { keepTerm } from "./actions/keep-term.ts";
import { publishCalendar } from "./actions/publish-calendar.ts";
import { readCalendarFile } from "./actions/read-calendar-file.ts";
import { type RecordRecomputed, recomputeProvisional } from "./actions/recompute-provisional.ts";
import {
  addOfficeHoursRoute,
  keepTermRoute,
  listCalendarsRoute,
  listOfficeHoursRoute,
  listTermsRoute,
  previewCalendarRoute,
  publishCalendarRoute,
  readCalendarFileRoute,
} from "./contract.ts";
import { keepsTheCalendar } from "./rules/access.ts";
import { listTerms } from "./views/list-terms.ts";
import { previewCalendar } from "./views/preview-calendar.ts";
import { listCalendars, listOfficeHours } from "./views/read-calendar.ts";

/** A year has some forty lines; a spreadsheet of them has no need of more. */
const LARGEST_FILE = 2_000_000;

export interface ClocksServices {
  readonly db: Database;
  readonly clock: Clock;
  /** Writes the journal lines, and what the spine keeps beside the clock, in the recomputation's own transaction. */
  readonly record: RecordRecomputed;
}

/** Binds the county's calendar, office hours and terms. Publishing a year sets the dates that waited for it, in the same call. */
export function bindClocks(binder: Binder, { db, clock, record }: ClocksServices): void {
  binder.bind(listCalendarsRoute, async ({ actor }) => ({
    years: await listCalendars(db, actor),
    mayKeep: keepsTheCalendar(actor),
  }));
  binder.bind(publishCalendarRoute, async ({ actor, params, body }) => {
    const version = await publishCalendar(db, actor, { year: params.year, ...body });
    return { version, recomputed: await recomputeProvisional(db, jobActor(actor.county), params.year, clock.now(), record) };
  });
  binder.bind(previewCalendarRoute, ({ actor, params, body }) => previewCalendar(db, actor, params.year, body.days, clock.now()));
  binder.bind(readCalendarFileRoute, async ({ request }) => {
    const part = await request.file({ limits: { fileSize: LARGEST_FILE, files: 1 } });
    if (!part) throw new Refusal("clocks.no-file", {}, { status: 400 });
    return readCalendarFile(part.filename, await part.toBuffer());
  });
  binder.bind(listOfficeHoursRoute, async ({ actor }) => ({ hours: await listOfficeHours(db, actor) }));
  binder.bind(addOfficeHoursRoute, async ({ actor, body }) => {
    await addOfficeHours(db, actor, body.hours, clock.now());
    return {};
  });
  binder.bind(listTermsRoute, async ({ actor }) => ({ terms: await listTerms(db, actor) }));
  binder.bind(keepTermRoute, async ({ actor, params, body: { baseVersion, ...term } }) => ({
    version: await keepTerm(db, actor, { ...term, term: params.term }, baseVersion),
  }));
}
