import { Refusal } from "../../../foundation/refusal.ts";
import type { Day } from "../../../foundation/time/index.ts";
import {
  type Agreement,
  agreementInForce,
  agreementOnTheTable,
  type Duty,
  type MediationCase,
  type Party,
  type Signature,
} from "./case.ts";
import type { Context } from "./context.ts";

export type Terms = Pick<Agreement, "facts" | "terms" | "amount"> & { readonly duties: readonly Omit<Duty, "done">[] };

const article = "人民调解法 第二十九条" as const;

function drawn(one: MediationCase, { facts, terms, amount, duties }: Terms, form: Agreement["form"], on: Day): Agreement {
  if (terms.length === 0) throw new Refusal("mediation.agreement-says-nothing", {}, { article });
  if (one.sessions.length === 0) throw new Refusal("mediation.session-comes-first");
  if (duties.some((duty) => !one.parties.some((party) => party.id === duty.who)))
    throw new Refusal("mediation.no-such-party", {}, { status: 404 });
  return {
    form,
    facts,
    terms,
    amount,
    duties: duties.map((duty) => ({ ...duty, done: null })),
    writtenOn: on,
    signatures: {},
    mediatorSignedOn: null,
    sealedOn: null,
    effectiveOn: null,
  };
}

/** Who must agree in person or through whom: a minor through a guardian, an agent only with special authority. */
function maySpeakFor(party: Party): void {
  if (party.minor && party.representative?.by !== "guardian") throw new Refusal("mediation.guardian-needed");
  if (party.representative?.by === "agent" && party.representative.authority !== "special")
    throw new Refusal("mediation.agent-may-not-agree");
}

/** 口头协议: effective on the day it is agreed (第三十条). Not in a medical dispute (条例 第三十九条). */
export function agreeByWord(one: MediationCase, terms: Terms, { today }: Context): MediationCase {
  if (one.trade === "medical")
    throw new Refusal("mediation.must-be-written", {}, { article: "医疗纠纷预防和处理条例 第三十九条" });
  for (const party of one.parties) maySpeakFor(party);
  const agreement = { ...drawn(one, terms, "oral", today), effectiveOn: today };
  return { ...one, agreements: [...one.agreements, agreement], ending: null };
}

/** 调解协议书, to be signed. What lies on the table unsigned is replaced; what anyone has signed is not. Throws `mediation.already-signed-by-some`. */
export function writeAgreement(one: MediationCase, terms: Terms, { today }: Context): MediationCase {
  const table = agreementOnTheTable(one);
  if (table && Object.keys(table.signatures).length > 0) throw new Refusal("mediation.already-signed-by-some");
  const before = table ? one.agreements.slice(0, -1) : one.agreements;
  return { ...one, agreements: [...before, drawn(one, terms, "written", today)] };
}

export interface Signing {
  readonly signatures: Readonly<Record<string, Signature>>;
  readonly mediatorSignedOn: Day;
  readonly sealedOn: Day;
}

/**
 * Signed on paper: every party by signature, seal or 指印, the mediator, the committee's seal. It takes effect on the last of these days
 * (第二十九条). Throws `mediation.not-all-have-signed` with the parties, `mediation.witness-needed`, `mediation.signed-in-the-future`,
 * `mediation.signed-before-written`.
 */
export function signAgreement(one: MediationCase, signing: Signing, { today }: Context): MediationCase {
  const table = agreementOnTheTable(one);
  if (!table) throw new Refusal("mediation.nothing-to-sign");
  const unsigned = one.parties.filter((party) => !signing.signatures[party.id]).map((party) => party.id);
  if (unsigned.length > 0) throw new Refusal("mediation.not-all-have-signed", { parties: unsigned }, { article });
  for (const party of one.parties) {
    maySpeakFor(party);
    const signature = signing.signatures[party.id]!;
    if (party.cannotSign && (signature.by !== "finger" || !signature.through)) throw new Refusal("mediation.witness-needed");
  }
  const days = [...one.parties.map((party) => signing.signatures[party.id]!.on), signing.mediatorSignedOn, signing.sealedOn];
  const last = days.toSorted().at(-1)!;
  if (last > today) throw new Refusal("mediation.signed-in-the-future", { day: last });
  if (days.some((day) => day < table.writtenOn)) throw new Refusal("mediation.signed-before-written", { day: table.writtenOn });
  const signatures = Object.fromEntries(one.parties.map((party) => [party.id, signing.signatures[party.id]!]));
  const agreement = { ...table, ...signing, signatures, effectiveOn: last };
  return { ...one, agreements: [...one.agreements.slice(0, -1), agreement], ending: null };
}

/** A new agreement over an old one; the old stays as it is (第三十三条). Signed in the same act. */
export function agreeAnew(
  one: MediationCase,
  { terms, signing }: { readonly terms: Terms; readonly signing: Signing },
  context: Context,
): MediationCase {
  if (!agreementInForce(one)) throw new Refusal("mediation.nothing-to-change");
  if (one.confirmation && !one.confirmation.ruling) throw new Refusal("mediation.court-is-deciding");
  const drafted = writeAgreement(one, { ...terms }, context);
  const earliest = [
    ...Object.values(signing.signatures).map(({ on }) => on),
    signing.mediatorSignedOn,
    signing.sealedOn,
  ].toSorted()[0];
  const table = { ...drafted.agreements.at(-1)!, writtenOn: earliest ?? context.today };
  const signed = signAgreement({ ...drafted, agreements: [...drafted.agreements.slice(0, -1), table] }, signing, context);
  return { ...signed, confirmation: null };
}

/** 履行: one duty done, with its proof. When the last is done the act `all-performed` follows. */
export function notePerformance(
  one: MediationCase,
  { duty, on, proof }: { readonly duty: number; readonly on: Day; readonly proof: string | null },
  { today }: Context,
): MediationCase {
  const agreement = agreementInForce(one);
  const promised = agreement?.duties[duty];
  if (!agreement || !promised) throw new Refusal("mediation.no-such-duty", {}, { status: 404 });
  if (promised.done) throw new Refusal("mediation.duty-is-done");
  if (on > today) throw new Refusal("mediation.signed-in-the-future", { day: on });
  const duties = agreement.duties.map((there, index) => (index === duty ? { ...there, done: { on, proof } } : there));
  return { ...one, agreements: one.agreements.map((there) => (there === agreement ? { ...there, duties } : there)) };
}

/** Throws `mediation.not-all-performed` while a duty is open. */
export function allPerformed(one: MediationCase): MediationCase {
  if (agreementInForce(one)?.duties.some((duty) => !duty.done))
    throw new Refusal("mediation.not-all-performed", {}, { article: "人民调解法 第三十一条" });
  return one;
}
