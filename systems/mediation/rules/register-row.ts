import type { Day } from "../../../foundation/time/index.ts";
import { agreementInForce, caseNumber, type Kind, type MediationCase } from "./case.ts";

/** Which body: as the yearly bulletins count them. */
export const BODIES = ["village", "neighbourhood", "township", "street", "enterprise", "trade"] as const;
export type Body = (typeof BODIES)[number];

/** One line of the register of cases (人民调解登记簿): what the statistics count. No name stands in it. */
export interface RegisterRow {
  readonly number: string;
  readonly committee: string;
  readonly body: Body;
  readonly kind: Kind;
  readonly origin: MediationCase["origin"];
  readonly from: string | null;
  readonly acceptedOn: Day;
  readonly ended: "agreed" | "failed" | "refused" | "open";
  readonly form: "written" | "oral" | null;
  /** Fen. */
  readonly amount: number | null;
  readonly performed: boolean;
  readonly confirmed: boolean;
}

/** The line of an accepted case; undefined before it is accepted: what was not taken is not counted as taken. */
export function registerRow(
  one: MediationCase,
  committee: { readonly name: string; readonly body: Body },
): RegisterRow | undefined {
  if (!one.acceptedOn || !one.number) return undefined;
  const agreement = agreementInForce(one);
  const refused = one.parties.some((party) => party.consent === "refuses");
  return {
    number: caseNumber(one.number),
    committee: committee.name,
    body: committee.body,
    kind: one.kind,
    origin: one.origin,
    from: one.referral?.from ?? null,
    acceptedOn: one.acceptedOn,
    ended: agreement ? "agreed" : refused ? "refused" : one.ending ? "failed" : "open",
    form: agreement?.form ?? null,
    amount: agreement?.amount ?? null,
    performed: agreement?.duties.every((duty) => duty.done) ?? false,
    confirmed: one.confirmation?.ruling?.outcome === "valid",
  };
}
