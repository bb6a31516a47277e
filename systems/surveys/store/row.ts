import type { CallState } from "../rules/lifecycle.ts";

/** surveys.calls as the database gives it. */
export interface CallRow {
  readonly id: string;
  readonly matter_id: string;
  readonly reporter_id: string;
  readonly closing: number;
  readonly version: number;
  readonly state: CallState;
  readonly reason: string | null;
  readonly kind: string | null;
  readonly unit_id: string;
  readonly handled_units: readonly string[];
  readonly township_id: string | null;
  readonly village_id: string | null;
  readonly closed_at: Date;
  readonly sampling_version: number;
  readonly due_from: Date;
  readonly attempts: number;
  readonly contacted: string | null;
  readonly solved: string | null;
  readonly satisfied: string | null;
  readonly portal_rating: string | null;
  readonly passed: "reopened" | "noted" | null;
  readonly ended_at: Date | null;
  readonly taken_by: string | null;
  readonly taken_until: Date | null;
  readonly head_leaf: Buffer;
}

/** The columns that an act may change. */
export type CallChange = Partial<
  Pick<
    CallRow,
    "reason" | "due_from" | "attempts" | "contacted" | "solved" | "satisfied" | "portal_rating" | "passed" | "ended_at"
  >
>;

export const CALL_COLUMNS =
  "id, matter_id, reporter_id, closing, version, state, reason, kind, unit_id, handled_units, township_id, village_id, closed_at, sampling_version, due_from, attempts, contacted, solved, satisfied, portal_rating, passed, ended_at, taken_by, taken_until, head_leaf";

export const callFacts = (row: Pick<CallRow, "handled_units" | "township_id" | "village_id">) => ({
  handledUnits: row.handled_units,
  townshipId: row.township_id,
  villageId: row.village_id,
});
