import type { Database } from "../../foundation/db/pool.ts";
import type { Binder } from "../../foundation/http/bind.ts";
import type { Clock } from "../../foundation/time/index.ts";
import { publishCalendar } from "./actions/publish-calendar.ts";
import { type RecordRecomputed, recomputeProvisional } from "./actions/recompute-provisional.ts";
import { listCalendarsRoute, publishCalendarRoute } from "./contract.ts";
import { listCalendars } from "./views/read-calendar.ts";

export interface ClocksServices {
  readonly db: Database;
  readonly clock: Clock;
  /** Writes the journal lines, and what the spine keeps beside the clock, in the recomputation's own transaction. */
  readonly record: RecordRecomputed;
}

/** Binds the county's calendar. Publishing a year sets the dates that waited for it, in the same call. */
export function bindClocks(binder: Binder, { db, clock, record }: ClocksServices): void {
  binder.bind(listCalendarsRoute, async ({ actor }) => ({ years: await listCalendars(db, actor) }));
  binder.bind(publishCalendarRoute, async ({ actor, params, body }) => {
    const version = await publishCalendar(db, actor, { year: params.year, ...body });
    return { version, recomputed: await recomputeProvisional(db, actor, params.year, clock.now(), record) };
  });
}
