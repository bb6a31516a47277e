import { stateAfter } from "../../../foundation/lifecycle.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { agreeAnew, agreeByWord, allPerformed, notePerformance, signAgreement, writeAgreement } from "./agreement.ts";
import type { MediationCase } from "./case.ts";
import { applyForConfirmation, end, file, noteRuling, visitAgain } from "./confirmation.ts";
import type { Context } from "./context.ts";
import {
  chooseMediators,
  discloseTie,
  endAppraisal,
  giveNotice,
  goOn,
  holdSession,
  investigate,
  refuseMediator,
  reportDanger,
  startAppraisal,
} from "./hearing.ts";
import { type MediationAct, type MediationState, mediationLifecycle } from "./lifecycle.ts";
import { accept, addParty, agreeToMediation, noteRepresentative, refuseMediation } from "./opening.ts";

/** What each act does to the record; the table in lifecycle.ts says from where to where. */
export const ACTS = {
  accept,
  "not-take": end,
  "add-party": addParty,
  "note-representative": noteRepresentative,
  "choose-mediators": chooseMediators,
  "disclose-tie": discloseTie,
  "refuse-mediator": refuseMediator,
  "give-notice": giveNotice,
  "refuse-mediation": refuseMediation,
  "agree-to-mediation": agreeToMediation,
  investigate,
  "start-appraisal": startAppraisal,
  "end-appraisal": endAppraisal,
  "hold-session": holdSession,
  "go-on": goOn,
  "report-danger": reportDanger,
  "agree-by-word": agreeByWord,
  "write-agreement": writeAgreement,
  "sign-agreement": signAgreement,
  "agree-anew": agreeAnew,
  "note-performance": notePerformance,
  "all-performed": allPerformed,
  "visit-again": visitAgain,
  "apply-for-confirmation": applyForConfirmation,
  "note-ruling": noteRuling,
  fail: end,
  file,
} as const satisfies Record<
  Exclude<MediationAct, "register">,
  // biome-ignore lint/suspicious/noExplicitAny: each act has an input of its own; contract.ts checks it
  (one: MediationCase, input: any, context: Context) => MediationCase
>;

export type LaterAct = keyof typeof ACTS;
export type InputOf<A extends LaterAct> = Parameters<(typeof ACTS)[A]>[1] extends undefined
  ? object
  : Parameters<(typeof ACTS)[A]>[1];

/** Takes an act, or refuses: `mediation.not-from-here` where the table does not allow it in this state. */
export function takeAct<A extends LaterAct>(one: MediationCase, act: A, input: InputOf<A>, context: Context): MediationCase {
  const state = stateAfter<MediationState, MediationAct>(mediationLifecycle, one.state, act);
  if (!state) throw new Refusal("mediation.not-from-here", { act, state: one.state }, { status: 409 });
  return {
    ...(ACTS[act] as (one: MediationCase, input: InputOf<A>, context: Context) => MediationCase)(one, input, context),
    state,
  };
}
