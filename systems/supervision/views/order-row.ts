import type { OrderState } from "../rules/lifecycle.ts";
import type { Adoption, Body, Measure } from "../rules/measures.ts";

/** supervision.orders, column by column. */
export interface OrderRow {
  readonly id: string;
  readonly version: number;
  readonly state: OrderState;
  readonly number: string | null;
  readonly measure: Measure;
  readonly body: Body;
  readonly issuer_unit: string;
  readonly proposed_by: string;
  readonly unit_id: string;
  readonly matter_ids: readonly string[];
  readonly hidden_from: readonly string[];
  readonly subject: string;
  readonly ground: string;
  readonly demand: string;
  readonly decision: string | null;
  readonly basis: string;
  readonly days: number;
  readonly due_at: Date | null;
  readonly clock_id: string | null;
  readonly answer: string | null;
  readonly adoption: Adoption | null;
  readonly files: readonly string[];
  readonly returned_because: string | null;
  readonly ended_because: string | null;
  readonly issued_at: Date | null;
  readonly updated_at: Date;
  readonly head_leaf: Buffer;
}

export const ORDER_COLUMNS = `id, version, state, number, measure, body, issuer_unit, proposed_by, unit_id, matter_ids, hidden_from, subject,
  ground, demand, decision, basis, days, due_at, clock_id, answer, adoption, files, returned_because, ended_because, issued_at, updated_at, head_leaf`;
