import type { ClockEvent } from "../../clocks/index.ts";
import type { ClockName } from "../rules/clocks-of-a-matter.ts";
import type { Kind, MatterState, Urgency } from "../rules/lifecycle.ts";

/** matters.matters as jsonb gives it: instants as text, bytes as \x hex. */
export interface MatterRow {
  readonly county_code: number;
  readonly id: string;
  readonly version: number;
  readonly state: MatterState;
  readonly open: boolean;
  readonly number: string;
  readonly kind: Kind | null;
  readonly category_code: string | null;
  readonly urgency: Urgency | null;
  readonly title: string;
  readonly body: string;
  readonly door: string;
  readonly lane: "service" | "referral" | null;
  readonly lane_id: string | null;
  readonly received_at: string;
  readonly received_by: string;
  readonly occurred_at: string | null;
  readonly place_id: string | null;
  readonly township_id: string | null;
  readonly village_id: string | null;
  readonly grid_id: string | null;
  readonly place_words: string | null;
  readonly place_confirmed: boolean;
  readonly territory_version: number;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly accuracy: number | null;
  readonly lead_unit: string | null;
  readonly support_units: readonly string[];
  readonly involved_units: readonly string[];
  readonly due_at: string;
  readonly due_provisional: boolean;
  readonly term: string;
  readonly term_version: number;
  readonly clock_id: string;
  readonly complained_unit: string | null;
  readonly complained_post: string | null;
  readonly complained_words: string | null;
  readonly secrecy: boolean;
  /** 打击报复: it complains of what was done because of an earlier matter. */
  readonly retaliation?: boolean;
  readonly retaliation_of?: string | null;
  readonly accused_units?: readonly string[] | null;
  readonly passed_over?: readonly string[] | null;
  readonly external: { platform: string; number: string; dueAt?: string; columns?: Record<string, string> } | null;
  readonly parent_id: string | null;
  readonly merged_into: string | null;
  readonly outcome: string | null;
  readonly rating: string | null;
  readonly review_on: string | null;
  readonly closed_at: string | null;
  readonly closed_in_time: boolean | null;
  readonly verify_needed: boolean;
  readonly waiting_for_resident: boolean;
  readonly similar_count: number;
  readonly import_id: string | null;
  /** Time asked for by the lead unit, not yet decided. */
  readonly asked: AskedTime | null;
  readonly handed_back_by: readonly string[];
  readonly updated_at: string;
  readonly head_leaf: string;
}

export interface AskedTime {
  readonly clock: string;
  readonly what: "pause" | "extend";
  readonly ground: string;
  /** Length asked for, in the term's own unit; null for a pause. */
  readonly by: number | null;
  readonly unit: string;
  readonly at: string;
}

/** A row of clocks.running that belongs to a matter; `events` are its pauses and extensions. */
export interface ClockRow {
  readonly id: string;
  readonly clock: ClockName;
  readonly unit_id: string | null;
  readonly term: string;
  readonly term_version: number;
  readonly started_at: string;
  readonly due_at: string;
  readonly provisional: boolean;
  readonly state: "running" | "paused" | "stopped" | "met" | "missed";
  readonly paused_at: string | null;
  readonly ended_at: string | null;
  readonly events?: readonly ClockEvent[];
}

export interface AssignmentRow {
  readonly id: string;
  readonly unit_id: string;
  readonly role: "lead" | "support" | "called";
  readonly state: "sent" | "signed" | "answered" | "handed-back";
  readonly since: string;
  readonly note: string | null;
  readonly ended_at: string | null;
  readonly post_id?: string | null;
}

/** What matters.find_for_act answers. */
export interface ForAct {
  readonly matter: MatterRow;
  readonly lane: import("../lane.ts").LaneRow | null;
  readonly assignments: readonly AssignmentRow[];
  /** Its clocks that count, and its overall and handling ones also when they have ended; oldest first. */
  readonly clocks: readonly ClockRow[];
  readonly reporters: readonly { id: string; handle: string; quiet: boolean; role: string }[];
  readonly answered_by: string | null;
}
