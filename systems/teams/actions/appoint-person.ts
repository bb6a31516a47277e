import type { Actor } from "../../../foundation/db/actor.ts";
import type { Database, Tx } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Day } from "../../../foundation/time/index.ts";
import type { HoldingKind } from "../contract.ts";
import { arrange } from "./arrange.ts";
import { mayPutOn } from "./who-arranges.ts";

export interface Appointment {
  readonly id?: string;
  readonly person: string;
  readonly post: string;
  readonly from: Day;
  /** Last day, included. A stand-in must have one. */
  readonly to?: Day | undefined;
  readonly kind?: HoldingKind;
}

export async function insertHolding(tx: Tx, county: number, one: Appointment, again = false): Promise<string> {
  const kind = one.kind ?? "holds";
  if (kind === "stands in" && !one.to) throw new Refusal("teams.stand-in-needs-a-last-day");
  if (one.to && one.to < one.from) throw new Refusal("teams.last-day-before-first", { from: one.from, to: one.to });
  const id = one.id ?? newId();
  if (!again) {
    const same = await tx.query(
      `select 1 from teams.holdings where county_code = $1 and person_id = $2 and post_id = $3
       and held_from <= coalesce($5::date, 'infinity') and coalesce(held_to, 'infinity') >= $4::date limit 1`,
      [county, one.person, one.post, one.from, one.to ?? null],
    );
    if (same.rowCount) throw new Refusal("teams.already-on-that-post", {}, { status: 409 });
  }
  await tx.query(
    `insert into teams.holdings (county_code, id, person_id, post_id, kind, held_from, held_to, class)
     select $1, $2, $3, $4, $5, $6, $7, coalesce((select class from teams.posts where county_code = $1 and id = $4), 'ordinary')
     ${again ? "on conflict (county_code, id) do nothing" : ""}`,
    [county, id, one.person, one.post, kind, one.from, one.to ?? null],
  );
  return id;
}

/**
 * Puts a person on a post, or has them stand in on it, from a day of Shanghai; returns the holding's id. Refusals:
 * `teams.stand-in-needs-a-last-day`, `teams.last-day-before-first`, `teams.already-on-that-post`, `teams.not-found`,
 * and what must be in different hands: `teams.never-in-one-hand` (409; held by the database as well), `teams.security-arranges`,
 * `teams.inspectors-by-plan`, `teams.not-for-oneself`, `teams.stand-in-passes-nothing-on` (403).
 */
export const appoint = (db: Database, actor: Actor, appointment: Appointment): Promise<string> =>
  arrange(db, actor, async (tx) => {
    await mayPutOn(tx, actor, { ...appointment, kind: appointment.kind ?? "holds" });
    return insertHolding(tx, actor.county, appointment);
  });
