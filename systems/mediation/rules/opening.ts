import { Refusal } from "../../../foundation/refusal.ts";
import type { CaseNumber, MediationCase, Party, Representative } from "./case.ts";
import type { Context } from "./context.ts";

export type Registration = Pick<
  MediationCase,
  "id" | "trade" | "kind" | "status" | "origin" | "referral" | "facts" | "request" | "inPublic"
> & { readonly parties: readonly Omit<Party, "joinedOn" | "consent">[] };

/** 受理登记, on application, on the committee's own motion or handed over (第十七、十八条). Throws `mediation.two-sides-needed`, `mediation.referral-number-needed`. */
export function register(input: Registration, { today }: Context): MediationCase {
  if (!input.parties.some((party) => party.side === "applicant") || !input.parties.some((party) => party.side === "respondent"))
    throw new Refusal("mediation.two-sides-needed");
  if (input.origin === "referral" && !input.referral?.number) throw new Refusal("mediation.referral-number-needed");
  return {
    ...input,
    state: "registered",
    number: null,
    registeredOn: today,
    acceptedOn: null,
    parties: input.parties.map((party) => ({ ...party, consent: "not-asked", joinedOn: today })),
    mediators: [],
    notice: null,
    inquiries: [],
    appraisals: [],
    sessions: [],
    goesOnUntil: null,
    agreements: [],
    visits: [],
    confirmation: null,
    dangers: [],
    ending: null,
    filedOn: null,
  };
}

/**
 * Taken. No consent is asked beforehand (第十七条) except in a medical dispute that one side brought (医疗纠纷预防和处理条例 第三十一条); nor is that
 * one taken where a court or the health office has accepted it. Throws `mediation.other-side-must-agree`, `mediation.already-elsewhere`.
 */
export function accept(
  one: MediationCase,
  { number, elsewhere }: { readonly number: CaseNumber; readonly elsewhere: "nowhere" | "court" | "health office" },
  { today }: Context,
): MediationCase {
  if (one.trade === "medical") {
    const article = "医疗纠纷预防和处理条例 第三十一条" as const;
    if (elsewhere !== "nowhere") throw new Refusal("mediation.already-elsewhere", { where: elsewhere }, { article });
    if (one.parties.some((party) => party.side === "respondent" && party.consent !== "agrees"))
      throw new Refusal("mediation.other-side-must-agree", {}, { article });
  }
  return { ...one, number, acceptedOn: today };
}

/** A party more on a side, also midway: notice and choice of mediators are open to them as to the others. Throws `mediation.party-is-there`. */
export function addParty(one: MediationCase, party: Omit<Party, "joinedOn" | "consent">, { today }: Context): MediationCase {
  if (one.parties.some((there) => there.id === party.id)) throw new Refusal("mediation.party-is-there");
  return { ...one, parties: [...one.parties, { ...party, consent: "not-asked", joinedOn: today }], notice: null };
}

const partyOf = (one: MediationCase, id: string): Party => {
  const found = one.parties.find((party) => party.id === id);
  if (!found) throw new Refusal("mediation.no-such-party", {}, { status: 404 });
  return found;
};

export const changeParty = (one: MediationCase, id: string, change: Partial<Party>): MediationCase => {
  partyOf(one, id);
  return { ...one, parties: one.parties.map((party) => (party.id === id ? { ...party, ...change } : party)) };
};

/** 代理: an agent shows a power of attorney; a minor is spoken for by a guardian. Throws `mediation.power-of-attorney-needed`, `mediation.guardian-needed`. */
export function noteRepresentative(
  one: MediationCase,
  { party, representative }: { readonly party: string; readonly representative: Representative },
): MediationCase {
  if (representative.by === "agent" && !representative.paper) throw new Refusal("mediation.power-of-attorney-needed");
  if (partyOf(one, party).minor && representative.by !== "guardian") throw new Refusal("mediation.guardian-needed");
  return changeParty(one, party, { representative });
}

/** One tap records the word: yes. */
export const agreeToMediation = (one: MediationCase, { party }: { readonly party: string }): MediationCase =>
  changeParty(one, party, { consent: "agrees" });

/** 明确拒绝、要求终止: any party's word ends it, at any time before an agreement (第十七条, 第二十三条（二）). */
export const refuseMediation = (
  one: MediationCase,
  { party, words, ways }: { readonly party: string; readonly words: string; readonly ways: readonly string[] },
  { today }: Context,
): MediationCase => ({ ...changeParty(one, party, { consent: "refuses" }), ending: { on: today, why: words, ways } });
