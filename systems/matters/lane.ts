import type { Lifecycle } from "../../foundation/lifecycle.ts";
import type { MatterAct } from "./rules/lifecycle.ts";

/**
 * A lane: the procedure in which a matter is really settled. Spine and lane are two procedures with tables and journal lines of
 * their own; the lane moves with the spine's acts and is written in the same statement. Implemented by each lane's system,
 * registered in the app's composition; the spine never looks down.
 */
export interface Lane {
  readonly name: "service" | "referral";
  readonly lifecycle: Lifecycle<string, string>;
  /** Which act of the lane an act of the spine carries with it. */
  readonly follows: Readonly<Partial<Record<MatterAct, string>>>;
}

/** A lane's row as its published function gives it. */
export interface LaneRow {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly unit_id: string;
  readonly opened_at: string;
  readonly reported_at: string | null;
  readonly outcome: string | null;
  readonly destination?: string | null;
  readonly head_leaf: string;
}
