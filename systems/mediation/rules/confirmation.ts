import { Refusal } from "../../../foundation/refusal.ts";
import type { Day } from "../../../foundation/time/index.ts";
import { agreementInForce, type Confirmation, type Ending, type MediationCase, type Visit } from "./case.ts";
import type { Context } from "./context.ts";

/** May the parties ask a court to confirm, and until which day; or why not, as a refusal's code. Pure; asked by the screen and by the act. */
export function confirmationOpen(
  one: MediationCase,
  { today, lastDay }: Context,
): { readonly until: Day } | { readonly closed: string; readonly until?: Day } {
  const agreement = agreementInForce(one);
  if (!agreement?.effectiveOn) return { closed: "mediation.no-agreement-in-force" };
  if (one.status !== "none") return { closed: "mediation.status-is-not-confirmed" };
  const until = lastDay("TJ-CONFIRM-REQ-30", agreement.effectiveOn);
  return today > until ? { closed: "mediation.thirty-days-are-over", until } : { until };
}

/** 共同申请司法确认, within thirty days of effect, by both sides, at a court that may (第三十三条; 民事诉讼法 第二百零五条). */
export function applyForConfirmation(
  one: MediationCase,
  {
    court,
    basis,
    jointly,
  }: { readonly court: string; readonly basis: Confirmation["basis"]; readonly jointly: readonly string[] },
  context: Context,
): MediationCase {
  const open = confirmationOpen(one, context);
  if ("closed" in open)
    throw new Refusal(open.closed, open.until ? { until: open.until } : {}, {
      article:
        open.closed === "mediation.status-is-not-confirmed"
          ? "最高人民法院关于人民调解协议司法确认程序的若干规定 第四条"
          : "人民调解法 第三十三条",
    });
  if (one.confirmation && one.confirmation.ruling?.outcome !== "withdrawn") throw new Refusal("mediation.already-applied");
  if (!one.parties.every((party) => jointly.includes(party.id)))
    throw new Refusal("mediation.both-must-apply", {}, { article: "民事诉讼法 第二百零五条" });
  if (basis === "inviting court" && one.referral?.from !== "court") throw new Refusal("mediation.no-court-invited");
  return { ...one, confirmation: { appliedOn: context.today, court, basis, taken: null, ruling: null } };
}

/** What the court said: taken with its number, or the ruling. A rejection leaves a new agreement or a suit (民事诉讼法 第二百零六条). */
export function noteRuling(
  one: MediationCase,
  input:
    | { readonly taken: { readonly on: Day; readonly number: string } }
    | { readonly ruling: NonNullable<Confirmation["ruling"]> },
  { today }: Context,
): MediationCase {
  const { confirmation } = one;
  if (!confirmation || confirmation.ruling) throw new Refusal("mediation.nothing-before-the-court");
  const on = "taken" in input ? input.taken.on : input.ruling.on;
  if (on > today || on < confirmation.appliedOn) throw new Refusal("mediation.day-cannot-be", { day: on });
  return { ...one, confirmation: { ...confirmation, ...input } };
}

export const visitAgain = (one: MediationCase, visit: Omit<Visit, "on">, { today }: Context): MediationCase => ({
  ...one,
  visits: [...one.visits, { ...visit, on: today }],
});

/** 调解不成 or not taken: ended with the ways that remain told (第二十六条). Throws `mediation.ways-must-be-told`. */
export function end(one: MediationCase, { why, ways }: Omit<Ending, "on">, { today }: Context): MediationCase {
  if (ways.length === 0) throw new Refusal("mediation.ways-must-be-told", {}, { article: "人民调解法 第二十六条" });
  if (one.agreements.at(-1) && Object.keys(one.agreements.at(-1)!.signatures).length > 0)
    throw new Refusal("mediation.already-signed-by-some");
  const agreements = one.agreements.filter((agreement) => agreement.effectiveOn !== null);
  return { ...one, agreements, ending: { on: today, why, ways } };
}

/** 立卷归档. An agreement's file is bound when performance was looked after: all done, or a visit was made; nothing pending before a court. */
export function file(one: MediationCase, _input: object, { today }: Context): MediationCase {
  if (one.confirmation && !one.confirmation.ruling) throw new Refusal("mediation.court-is-deciding");
  if (one.state === "agreed" && one.visits.length === 0)
    throw new Refusal("mediation.look-after-it-first", {}, { article: "人民调解法 第三十一条" });
  return { ...one, filedOn: today };
}
