import type { Tx } from "../../../foundation/db/pool.ts";

/** A row of clocks.running as jsonb gives it: instants as text. */
export interface ClockInHand {
  readonly id: string;
  readonly clock: string;
  readonly unit_id: string | null;
  readonly term: string;
  readonly term_version: number;
  readonly started_at: string;
  readonly due_at: string;
  readonly provisional: boolean;
  readonly state: "running" | "paused" | "stopped" | "met" | "missed";
  readonly paused_at: string | null;
  readonly ended_at: string | null;
}

/** One clock as it stands inside this transaction; nothing where there is none. */
export async function clockInHand(tx: Tx, county: number, id: string): Promise<ClockInHand | undefined> {
  const answer = await tx.query<{ clock: ClockInHand }>(
    "select to_jsonb(k) as clock from clocks.running k where k.county_code = $1 and k.id = $2",
    [county, id],
  );
  return answer.rows[0]?.clock;
}
