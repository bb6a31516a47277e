import type { Actor } from "../../../foundation/db/actor.ts";
import type { Database } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { dayOf } from "../../../foundation/time/index.ts";
import type { OfficeHours } from "../contract.ts";
import { spanOf } from "../rules/calendar.ts";
import { keep } from "./publish-calendar.ts";

/**
 * Office hours that hold from days to come: what was counted by the hours of the past stays explained by them. Refusals:
 * `clocks.may-not-keep-the-calendar`, `clocks.office-hours-unfit`, `clocks.office-hours-in-the-past`, `clocks.changed-meanwhile`
 * (409, a day that has its hours already).
 */
export function addOfficeHours(db: Database, actor: Actor, hours: readonly OfficeHours[], now: Date): Promise<void> {
  for (const { validFrom, spans } of hours) {
    if (validFrom <= dayOf(now)) throw new Refusal("clocks.office-hours-in-the-past", { day: validFrom });
    const read = spans.map(spanOf);
    const clash = read.findIndex((one, at) => at > 0 && one.from < read[at - 1]!.to);
    if (clash > 0) throw new Refusal("clocks.office-hours-unfit", { text: spans[clash] }, { status: 400 });
  }
  return keep(db, actor, async (tx) => {
    for (const { validFrom, spans } of hours)
      await tx.query("insert into clocks.office_hours (county_code, valid_from, spans) values ($1, $2, $3)", [
        actor.county,
        validFrom,
        spans,
      ]);
  });
}
