import type { Tx } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import type { ClockRows } from "../rules/start-clock.rule.ts";

/** Writes a clock that starts, with its event, in the transaction of the act that starts it; `unit` is the unit whose time it is. */
export async function keepClock(tx: Tx, county: number, { running, event }: ClockRows, unit: string): Promise<void> {
  await tx.query(
    `insert into clocks.running (county_code, id, procedure_kind, procedure_id, matter_id, term, term_version, started_at, due_at, provisional, state, unit_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      county,
      running.id,
      running.procedure_kind,
      running.procedure_id,
      running.matter_id,
      running.term,
      running.term_version,
      running.started_at,
      running.due_at,
      running.provisional,
      running.state,
      unit,
    ],
  );
  await tx.query(
    "insert into clocks.events (county_code, id, running_id, matter_id, what, at, facts) values ($1, $2, $3, $4, $5, $6, $7)",
    [county, event.id, event.running_id, event.matter_id, event.what, event.at, JSON.stringify(event.facts)],
  );
}

/** Ends a clock that runs: met or missed by its own date, or stopped. Nothing where it has ended already. */
export async function endClock(
  tx: Tx,
  county: number,
  id: string,
  end: { at: Date; stopped?: boolean; act: string },
): Promise<void> {
  const { rows } = await tx.query<{ matter_id: string }>(
    `update clocks.running set ended_at = $3, state = case when $4 then 'stopped' when due_at >= $3 then 'met' else 'missed' end
     where county_code = $1 and id = $2 and state in ('running', 'paused') returning matter_id`,
    [county, id, end.at, end.stopped ?? false],
  );
  if (!rows[0]) return;
  await tx.query(
    "insert into clocks.events (county_code, id, running_id, matter_id, what, at, facts) values ($1, $2, $3, $4, 'stopped', $5, $6)",
    [county, newId(), id, rows[0].matter_id, end.at, JSON.stringify({ act: end.act })],
  );
}
