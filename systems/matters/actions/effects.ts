import type { MatterAct } from "../rules/lifecycle.ts";
import { close, rate, reopen, rework, withdraw } from "./effects/closing.ts";
import { assign, callDepartment, dispatch, escalate, redirect, reportIn, sign, supportAnswer } from "./effects/handing.ts";
import { alsoMet, answer, ask, note, reportProgress, resume, shelve, supplement, urge } from "./effects/handling.ts";
import { allowHandBack, handBack, refuseHandBack } from "./effects/objection.ts";
import type { ActInput, Effects, InputOf, Setting } from "./effects/shape.ts";
import { askForTime, grantTime, refuseTime, resumeClock } from "./effects/time.ts";
import { answerOnSpot, decline, joinParent, merge, settle } from "./effects/triage.ts";

/** What each act does to a matter: one line an act, as in the lifecycle table. */
const EFFECTS: { readonly [Act in ActInput["act"] & MatterAct]: (setting: Setting, input: InputOf<Act>) => Effects } = {
  accept: settle,
  correct: settle,
  decline,
  "answer-on-spot": answerOnSpot,
  dispatch,
  assign,
  sign,
  "hand-back": handBack,
  "allow-hand-back": allowHandBack,
  "refuse-hand-back": refuseHandBack,
  escalate,
  redirect,
  "report-progress": reportProgress,
  "call-department": callDepartment,
  "report-in": reportIn,
  "support-answer": supportAnswer,
  ask,
  answer,
  rework,
  close,
  shelve,
  "ask-for-time": askForTime,
  "grant-time": grantTime,
  "refuse-time": refuseTime,
  "resume-clock": resumeClock,
  resume,
  merge,
  "join-parent": joinParent,
  withdraw,
  reopen,
  rate,
  supplement,
  "also-met": alsoMet,
  note,
  urge,
};

/** What this act does. Pure but for new ids; throws the rule that refuses. */
export const effectsOf = (setting: Setting, input: ActInput): Effects & { readonly files: readonly string[] } => ({
  ...(EFFECTS[input.act] as (setting: Setting, input: ActInput) => Effects)(setting, input),
  files: "files" in input ? input.files : [],
});
