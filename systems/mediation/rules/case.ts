import type { Day } from "../../../foundation/time/index.ts";
import type { MediationState } from "./lifecycle.ts";

/** 专业: an ordinary committee, or one of the six trades (人民调解法 第三十四条 by analogy). The medical one has rules of its own. */
export const TRADES = ["ordinary", "medical", "traffic", "labour", "environment", "family", "land"] as const;
export type Trade = (typeof TRADES)[number];

/** Where the case came from: 当事人申请, 主动调解, or handed over with a number that wants an answer back. */
export const ORIGINS = ["application", "own-motion", "referral"] as const;
export const REFERRERS = ["court", "police", "procuratorate", "petition-office", "hotline", "other"] as const;

/** 纠纷类别, as the statistics count them. */
export const KINDS = [
  "family",
  "neighbours",
  "housing",
  "contract",
  "business",
  "damages",
  "land",
  "expropriation",
  "pollution",
  "labour",
  "consumer",
  "medical",
  "traffic",
  "estate",
  "village-affairs",
  "intellectual-property",
  "internet",
  "other",
] as const;
export type Kind = (typeof KINDS)[number];

/**
 * What a mediation has on record. Names, telephones and addresses are never here: a party is a handle, sealed by `residents` under the
 * matter's own key. Days are Shanghai's, `yyyy-mm-dd`; money is in fen (分).
 */
export interface MediationCase {
  readonly id: string;
  readonly state: MediationState;
  readonly trade: Trade;
  readonly kind: Kind;
  /** Concerns who is whose spouse, parent or child: such an agreement no court confirms. */
  readonly status: "none" | "identity" | "adoption" | "marriage";
  readonly origin: (typeof ORIGINS)[number];
  readonly referral: { readonly from: (typeof REFERRERS)[number]; readonly number: string } | null;
  readonly number: CaseNumber | null;
  readonly registeredOn: Day;
  readonly acceptedOn: Day | null;
  readonly facts: string;
  readonly request: string;
  /** 公开: a party may ask that it is held in public, or not (第二十三条（三）). */
  readonly inPublic: boolean;
  readonly parties: readonly Party[];
  readonly mediators: readonly Mediator[];
  readonly notice: Day | null;
  readonly inquiries: readonly Inquiry[];
  readonly appraisals: readonly Appraisal[];
  readonly sessions: readonly Session[];
  /** Both sides let it go on to this day. */
  readonly goesOnUntil: Day | null;
  readonly agreements: readonly Agreement[];
  readonly visits: readonly Visit[];
  readonly confirmation: Confirmation | null;
  readonly dangers: readonly Danger[];
  readonly ending: Ending | null;
  readonly filedOn: Day | null;
}

/** （2026）东街人调字第3号. */
export interface CaseNumber {
  readonly year: number;
  readonly word: string;
  readonly serial: number;
}

export const SIDES = ["applicant", "respondent"] as const;
export type Side = (typeof SIDES)[number];

export interface Party {
  /** The sealed handle. */
  readonly id: string;
  readonly side: Side;
  readonly standing: "person" | "organisation";
  readonly minor: boolean;
  /** Cannot read or write: a witness reads the paper out and signs beside the 指印. */
  readonly cannotSign: boolean;
  /** What was said of mediation itself. Nobody is asked beforehand; a refusal ends it. */
  readonly consent: "not-asked" | "agrees" | "refuses";
  readonly representative: Representative | null;
  readonly joinedOn: Day;
}

/** 代理人: a guardian by law, or an agent by a power of attorney; only one with special authority may agree in the party's name. */
export interface Representative {
  readonly id: string;
  readonly by: "guardian" | "agent";
  readonly authority: "ordinary" | "special";
  readonly paper: string | null;
}

export interface Mediator {
  /** The post or the mediator's entry in the committee's register. */
  readonly id: string;
  readonly chosenBy: "committee" | "parties";
  /** 与当事人的关系, told to the parties; they decide. */
  readonly tie: string | null;
  readonly refusedBy: string | null;
}

export interface Inquiry {
  readonly on: Day;
  readonly place: string;
  readonly text: string;
  /** Handle of the party that spoke; null for others. Only that party sees it. */
  readonly of: string | null;
}

export interface Appraisal {
  readonly from: Day;
  readonly to: Day | null;
  readonly by: string;
}

export interface Session {
  readonly on: Day;
  readonly place: string;
  readonly present: readonly string[];
  readonly invited: readonly string[];
  readonly minutes: string;
  readonly outcome: "agreed" | "not-agreed" | "goes-on";
}

export interface Agreement {
  readonly form: "written" | "oral";
  readonly facts: string;
  readonly terms: readonly string[];
  readonly amount: number | null;
  readonly duties: readonly Duty[];
  readonly writtenOn: Day;
  /** Day of each signature by handle, of the mediator, of the seal; the last of them is the day of effect (第二十九条). */
  readonly signatures: Readonly<Record<string, Signature>>;
  readonly mediatorSignedOn: Day | null;
  readonly sealedOn: Day | null;
  readonly effectiveOn: Day | null;
}

export interface Signature {
  readonly on: Day;
  readonly by: "signature" | "seal" | "finger";
  /** Handle of the representative or the witness beside it. */
  readonly through: string | null;
}

/** One promise of an agreement: who does what, until when; money by instalments is one duty each. */
export interface Duty {
  readonly who: string;
  readonly what: string;
  readonly amount: number | null;
  readonly due: Day | null;
  readonly done: { readonly on: Day; readonly proof: string | null } | null;
}

export interface Visit {
  readonly on: Day;
  readonly how: "in person" | "by telephone";
  readonly performed: "yes" | "partly" | "no";
  readonly words: string;
  readonly newDispute: boolean;
}

export interface Confirmation {
  readonly appliedOn: Day;
  readonly court: string;
  readonly basis: "inviting court" | "domicile" | "subject matter" | "seat of the committee";
  readonly taken: { readonly on: Day; readonly number: string } | null;
  readonly ruling: { readonly on: Day; readonly outcome: "valid" | "rejected" | "withdrawn" } | null;
}

export interface Danger {
  readonly on: Day;
  readonly to: string;
  readonly why: string;
}

export interface Ending {
  readonly on: Day;
  readonly why: string;
  /** The ways that remain, as told to the parties (第二十六条). */
  readonly ways: readonly string[];
}

/** The agreement that stands: the newest that took effect. */
export const agreementInForce = (one: MediationCase): Agreement | undefined =>
  one.agreements.findLast((agreement) => agreement.effectiveOn !== null);

/** The agreement being signed, if one is. */
export const agreementOnTheTable = (one: MediationCase): Agreement | undefined => {
  const last = one.agreements.at(-1);
  return last?.effectiveOn === null ? last : undefined;
};

/** Mediators whom no party has refused. */
export const mediatorsOf = (one: MediationCase): readonly Mediator[] => one.mediators.filter((mediator) => !mediator.refusedBy);

/** （2026）东街人调字第3号. */
export const caseNumber = ({ year, word, serial }: CaseNumber): string => `（${year}）${word}人调字第${serial}号`;
