import { jobActor } from "../../foundation/db/actor.ts";
import { type Database, withActor } from "../../foundation/db/pool.ts";

export interface OutboxEvent {
  readonly id: string;
  readonly event: string;
  readonly body: Record<string, unknown>;
}

/**
 * Carries what waits in the outbox to the queue: `send` writes the job through the transaction in which the row is deleted, so that
 * each event is carried exactly once. Answers how many were carried; at most a hundred at a time.
 */
export async function carryOutbox(
  db: Database,
  county: number,
  send: (event: OutboxEvent, execute: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>) => Promise<unknown>,
): Promise<number> {
  return withActor(db, jobActor(county), async (tx) => {
    const { rows } = await tx.query<OutboxEvent>(
      `delete from foundation.outbox where county_code = $1 and id in (select id from foundation.outbox where county_code = $1 order by id limit 100) returning id, event, body`,
      [county],
    );
    for (const row of rows) await send(row, (text, values) => tx.query(text, values as never[]));
    return rows.length;
  });
}
