import type { Actor } from "../../../foundation/actor.ts";
import { actsFrom } from "../../../foundation/lifecycle.ts";
import { type OrderAct, type OrderState, orderLifecycle } from "./lifecycle.ts";

export interface OrderFacts {
  readonly state: OrderState;
  readonly issuerUnit: string;
  readonly proposedBy: string;
  readonly unitId: string;
}

type Reader = Pick<Actor, "role" | "unit" | "units" | "rights" | "scope">;
const has = (reader: Reader, right: string) => reader.role === "app" && reader.rights.includes(right);

/** Who supervises at all: a post with that right. Who may edit the ladder: the rules post, for the whole county. */
export const supervises = (reader: Reader): boolean => has(reader, "matters.supervise");
export const keepsTheLadder = (reader: Reader): boolean =>
  (reader.role === "jobs" || has(reader, "rules.edit")) && reader.scope === "county";

export const SENTENCES = {
  supervisor: (reader) => supervises(reader),
  "officer of the issuing body": (reader, facts) => supervises(reader) && reader.units.includes(facts.issuerUnit),
  "officer of the proposing unit": (reader, facts) =>
    supervises(reader) && facts.state === "proposed" && reader.units.includes(facts.proposedBy),
  "officer of the unit addressed": (reader, facts) => has(reader, "matters.handle") && reader.units.includes(facts.unitId),
} as const satisfies Record<string, (reader: Reader, facts: OrderFacts) => boolean>;

/** May this reader do this act on this order, state apart? */
export const mayDoOnOrder = (reader: Reader, facts: OrderFacts, act: OrderAct): boolean =>
  orderLifecycle.acts[act].who.some((sentence) => SENTENCES[sentence](reader, facts));

/** What the reader may do next, in the table's order. */
export const nextOrderActs = (reader: Reader, facts: OrderFacts): OrderAct[] =>
  (actsFrom(orderLifecycle, facts.state) as OrderAct[]).filter((act) => mayDoOnOrder(reader, facts, act));
