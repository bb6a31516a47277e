import type { PublicFacts } from "../../ledger/contract.ts";
import type { OrderState } from "../rules/lifecycle.ts";

interface Shown {
  readonly state: OrderState;
  readonly number: string | null;
  readonly measure: string;
  readonly body: string;
  readonly issuer_unit: string;
  readonly proposed_by: string;
  readonly unit_id: string;
  readonly matter_ids: readonly string[];
  readonly hidden_from: readonly string[];
  readonly days: number;
  readonly due_at: Date | null;
  readonly clock_id: string | null;
  readonly issued_at: Date | null;
  readonly adoption: string | null;
}
interface Said {
  readonly subject: string;
  readonly ground: string;
  readonly demand: string;
  readonly decision: string | null;
  readonly basis: string;
  readonly answer: string | null;
  readonly files: readonly string[];
  readonly returned_because: string | null;
  readonly ended_because: string | null;
}

/** What a line of an order makes public: tokens alone. */
export const orderFacts = (row: Shown): PublicFacts => ({
  state: row.state,
  unit: row.unit_id,
  ...(row.number && { number: row.number }),
  ...(row.due_at && { deadline: row.due_at.toISOString() }),
  facts: {
    measure: row.measure,
    body: row.body,
    issuer: row.issuer_unit,
    proposed_by: row.proposed_by,
    matters: [...row.matter_ids],
    hidden_from: [...row.hidden_from],
    days: row.days,
    clock: row.clock_id,
    issued: row.issued_at?.toISOString() ?? null,
    adoption: row.adoption,
  },
});

/** The words of an order, whole in every line. */
export const orderText = (row: Said) => ({
  subject: row.subject,
  ground: row.ground,
  demand: row.demand,
  decision: row.decision,
  basis: row.basis,
  answer: row.answer,
  files: [...row.files],
  returned_because: row.returned_because,
  ended_because: row.ended_because,
});
