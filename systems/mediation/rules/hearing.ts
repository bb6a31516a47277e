import { Refusal } from "../../../foundation/refusal.ts";
import type { Day } from "../../../foundation/time/index.ts";
import { type Inquiry, type MediationCase, type Mediator, mediatorsOf, type Session } from "./case.ts";
import type { Context } from "./context.ts";

/** 指定或者选择 one or several mediators (第十九条); one refused in this case is not named again. Throws `mediation.mediator-was-refused`, `mediation.a-mediator-needed`. */
export function chooseMediators(
  one: MediationCase,
  { mediators }: { readonly mediators: readonly Pick<Mediator, "id" | "chosenBy" | "tie">[] },
): MediationCase {
  if (mediators.length === 0) throw new Refusal("mediation.a-mediator-needed", {}, { article: "人民调解法 第十九条" });
  const refused = one.mediators.filter((there) => there.refusedBy);
  if (mediators.some(({ id }) => refused.some((there) => there.id === id)))
    throw new Refusal("mediation.mediator-was-refused", {}, { article: "人民调解法 第二十三条" });
  return { ...one, mediators: [...refused, ...mediators.map((mediator) => ({ ...mediator, refusedBy: null }))] };
}

/** 披露: what binds a mediator to a party is told; whether it disturbs them the parties say. */
export function discloseTie(
  one: MediationCase,
  { mediator, tie }: { readonly mediator: string; readonly tie: string },
): MediationCase {
  if (!mediatorsOf(one).some((there) => there.id === mediator))
    throw new Refusal("mediation.no-such-mediator", {}, { status: 404 });
  return { ...one, mediators: one.mediators.map((there) => (there.id === mediator ? { ...there, tie } : there)) };
}

/** 选择或者接受人民调解员: either party may refuse one, without a reason (第二十三条（一）). */
export function refuseMediator(
  one: MediationCase,
  { mediator, party }: { readonly mediator: string; readonly party: string },
): MediationCase {
  if (!mediatorsOf(one).some((there) => there.id === mediator))
    throw new Refusal("mediation.no-such-mediator", {}, { status: 404 });
  if (!one.parties.some((there) => there.id === party)) throw new Refusal("mediation.no-such-party", {}, { status: 404 });
  return {
    ...one,
    mediators: one.mediators.map((there) => (there.id === mediator ? { ...there, refusedBy: party } : there)),
  };
}

/** 权利义务告知: read to all parties before the first session, and again when a party joins (第二十三、二十四条). */
export const giveNotice = (
  one: MediationCase,
  { inPublic }: { readonly inPublic: boolean },
  { today }: Context,
): MediationCase => {
  if (inPublic && one.trade === "medical" && one.parties.some((party) => party.consent !== "agrees"))
    throw new Refusal("mediation.public-only-with-both", {}, { article: "医疗纠纷预防和处理条例 第四十二条" });
  return { ...one, notice: today, inPublic };
};

export const investigate = (one: MediationCase, inquiry: Omit<Inquiry, "on">, { today }: Context): MediationCase => ({
  ...one,
  inquiries: [...one.inquiries, { ...inquiry, on: today }],
});

/** 鉴定: in the medical trade its time does not count (第三十八条); one at a time. */
export function startAppraisal(one: MediationCase, { by }: { readonly by: string }, { today }: Context): MediationCase {
  if (one.appraisals.some((appraisal) => !appraisal.to)) throw new Refusal("mediation.appraisal-is-running");
  return { ...one, appraisals: [...one.appraisals, { from: today, to: null, by }] };
}
export function endAppraisal(one: MediationCase, _input: object, { today }: Context): MediationCase {
  if (!one.appraisals.some((appraisal) => !appraisal.to)) throw new Refusal("mediation.no-appraisal-runs");
  return { ...one, appraisals: one.appraisals.map((appraisal) => (appraisal.to ? appraisal : { ...appraisal, to: today })) };
}

/**
 * 调解: mediators whom both sides accept, rights and duties told, both sides there or represented. Throws
 * `mediation.a-mediator-needed`, `mediation.notice-comes-first`, `mediation.both-sides-needed`, `mediation.guardian-needed`.
 */
export function holdSession(one: MediationCase, session: Omit<Session, "on">, { today }: Context): MediationCase {
  if (mediatorsOf(one).length === 0) throw new Refusal("mediation.a-mediator-needed", {}, { article: "人民调解法 第十九条" });
  if (!one.notice) throw new Refusal("mediation.notice-comes-first", {}, { article: "人民调解法 第二十三条" });
  const there = one.parties.filter((party) => session.present.includes(party.id));
  for (const side of ["applicant", "respondent"])
    if (!there.some((party) => party.side === side)) throw new Refusal("mediation.both-sides-needed", { side });
  if (there.some((party) => party.minor && party.representative?.by !== "guardian"))
    throw new Refusal("mediation.guardian-needed");
  return { ...one, sessions: [...one.sessions, { ...session, on: today }] };
}

/** 经双方同意可以继续调解: all parties agree to a later day. Throws `mediation.all-must-agree-to-go-on`, `mediation.day-has-passed`. */
export function goOn(
  one: MediationCase,
  { until, agreedBy }: { readonly until: Day; readonly agreedBy: readonly string[] },
  { today }: Context,
): MediationCase {
  const article = one.trade === "medical" ? "医疗纠纷预防和处理条例 第三十八条" : "人民调解工作若干规定 第三十六条";
  if (!one.parties.every((party) => agreedBy.includes(party.id)))
    throw new Refusal("mediation.all-must-agree-to-go-on", {}, { article });
  if (until < today || (one.goesOnUntil && until <= one.goesOnUntil)) throw new Refusal("mediation.day-has-passed");
  return { ...one, goesOnUntil: until };
}

/** 可能激化: told to the police or another body at once; a line of the case, never a mark on a person (第二十五条). */
export const reportDanger = (
  one: MediationCase,
  { to, why }: { readonly to: string; readonly why: string },
  { today }: Context,
): MediationCase => ({ ...one, dangers: [...one.dangers, { on: today, to, why }] });
