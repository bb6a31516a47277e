import type { Lifecycle } from "../../../foundation/lifecycle.ts";

export const MATTER_STATES = {
  received: { open: true },
  accepted: { open: true },
  dispatched: { open: true },
  handling: { open: true },
  objected: { open: true },
  answered: { open: true },
  shelved: { open: true },
  closed: { open: false },
  "not-accepted": { open: false },
  withdrawn: { open: false, final: true },
  merged: { open: false, final: true },
} as const;
export type MatterState = keyof typeof MATTER_STATES;

const OPEN = ["received", "accepted", "dispatched", "handling", "objected", "answered", "shelved"] as const;
const UNDER_WAY = ["dispatched", "handling"] as const;
const ANY = [...OPEN, "closed", "not-accepted"] as const;

/**
 * The spine: from received to closed and reopened. `who` names sentences of rules/access.ts.
 * 不予受理 leaves the right told; a withdrawn or merged matter keeps its number and its page.
 */
export const matterLifecycle = {
  procedure: "matter",
  start: { act: "receive", state: "received" },
  states: MATTER_STATES,
  acts: {
    receive: { from: [], to: "received", who: ["intake clerk", "resident", "import"], tells: "received" },
    accept: {
      from: ["received"],
      to: "accepted",
      who: ["triage clerk"],
      tells: "accepted",
      needs: ["kind", "categoryCode", "placeId", "urgency"],
    },
    correct: { from: ["received", "accepted", "dispatched", "handling"], to: "same", who: ["triage clerk"] },
    decline: {
      from: ["received", "accepted"],
      to: "not-accepted",
      who: ["triage clerk"],
      tells: "not-accepted",
      needs: ["ground", "reply"],
      basis: "信访工作条例 第十九条；不予受理须说明理由并告知权利",
    },
    "answer-on-spot": {
      from: ["received", "accepted"],
      to: "closed",
      who: ["intake clerk", "triage clerk"],
      tells: "answered",
      needs: ["reply"],
      basis: "咨询当场答复，抽样核实",
    },
    dispatch: { from: ["accepted"], to: "dispatched", who: ["dispatch clerk"], tells: "dispatched", needs: ["leadUnit"] },
    sign: { from: ["dispatched"], to: "handling", who: ["officer of the lead unit"] },
    assign: { from: [...UNDER_WAY], to: "same", who: ["officer of the lead unit"], needs: ["post"] },
    "hand-back": {
      from: [...UNDER_WAY],
      to: "objected",
      who: ["officer of the lead unit"],
      needs: ["reason"],
      basis: "派单异议：限期内提一次，由上一级裁定",
    },
    "allow-hand-back": { from: ["objected"], to: "accepted", who: ["whoever rules on an objection"], needs: ["reason"] },
    "refuse-hand-back": {
      from: ["objected"],
      to: "dispatched",
      who: ["whoever rules on an objection"],
      needs: ["reason"],
      basis: "裁定后不得再退",
    },
    escalate: {
      from: [...UNDER_WAY],
      to: "accepted",
      who: ["officer of the lead unit"],
      needs: ["reason"],
      basis: "村 → 乡镇 → 县，逐级上报",
    },
    redirect: {
      from: [...UNDER_WAY],
      to: "dispatched",
      who: ["dispatch clerk"],
      tells: "dispatched",
      needs: ["leadUnit", "reason"],
    },
    "report-progress": {
      from: ["handling", "answered"],
      to: "same",
      who: ["officer of a unit on it"],
      tells: "progress",
      needs: ["reply"],
    },
    "call-department": {
      from: ["handling"],
      to: "same",
      who: ["officer of a township's lead unit"],
      needs: ["units", "reason"],
      basis: "吹哨报到：乡镇吹哨，部门到场",
    },
    "report-in": { from: ["handling"], to: "same", who: ["officer of a unit called"] },
    "support-answer": { from: [...UNDER_WAY], to: "same", who: ["officer of a supporting unit"], needs: ["note"] },
    ask: {
      from: ["received", "accepted", "handling"],
      to: "same",
      who: ["officer of a unit on it", "triage clerk"],
      tells: "question",
      needs: ["reply"],
    },
    answer: {
      from: ["handling"],
      to: "answered",
      who: ["officer of the lead unit"],
      tells: "answered",
      needs: ["reply", "outcome"],
    },
    rework: { from: ["answered"], to: "handling", who: ["verifier"], needs: ["reason"] },
    close: { from: ["answered"], to: "closed", who: ["verifier"], tells: "closed" },
    shelve: {
      from: ["handling"],
      to: "shelved",
      who: ["officer of the lead unit"],
      tells: "shelved",
      needs: ["reason", "reviewOn"],
      basis: "挂账须有复查日期；居民的总期限不因此停走",
    },
    "ask-for-time": {
      from: ["handling"],
      to: "same",
      who: ["officer of the lead unit"],
      needs: ["clock", "what", "ground", "reason"],
      basis: "暂停和延期只在期限写明的事由内，经批准",
    },
    "grant-time": { from: ["handling"], to: "same", who: ["approver of time"], tells: "extended" },
    "refuse-time": { from: ["handling"], to: "same", who: ["approver of time"], needs: ["reason"] },
    "resume-clock": { from: ["handling"], to: "same", who: ["officer of the lead unit", "approver of time"] },
    resume: { from: ["shelved"], to: "handling", who: ["officer of the lead unit"], tells: "progress" },
    merge: {
      from: ["received", "accepted", "dispatched", "handling"],
      to: "merged",
      who: ["triage clerk"],
      tells: "merged",
      needs: ["into"],
    },
    "take-in": { from: [...OPEN], to: "same", who: ["the merge itself"], basis: "并案以最早的期限为准" },
    "join-parent": { from: [...OPEN], to: "same", who: ["triage clerk"], needs: ["parent"] },
    withdraw: { from: [...OPEN], to: "withdrawn", who: ["resident", "intake clerk", "import"], needs: ["reason"] },
    reopen: {
      from: ["closed", "not-accepted"],
      to: "accepted",
      who: ["resident", "triage clerk", "return caller"],
      tells: "reopened",
      needs: ["reason"],
    },
    rate: { from: ["closed"], to: "same", who: ["resident", "intake clerk"], needs: ["rating"] },
    supplement: { from: [...OPEN], to: "same", who: ["resident", "intake clerk"], needs: ["note"] },
    "also-met": { from: [...OPEN], to: "same", who: ["resident", "intake clerk"] },
    note: {
      from: [...ANY],
      to: "same",
      who: ["officer of a unit on it", "triage clerk", "supervisor", "return caller"],
      needs: ["note"],
    },
    urge: { from: [...OPEN], to: "same", who: ["supervisor", "resident"] },
    "recompute-due": { from: [...ANY], to: "same", who: ["calendar job"], basis: "放假安排公布后，暂定期限重算一次" },
  },
} as const satisfies Lifecycle<MatterState, string>;

export type MatterAct = keyof (typeof matterLifecycle)["acts"];
export const MATTER_ACTS = Object.keys(matterLifecycle.acts) as MatterAct[];

export const KINDS = ["consultation", "help", "complaint", "report", "suggestion", "dispute", "hazard"] as const;
export type Kind = (typeof KINDS)[number];
export const URGENCIES = ["ordinary", "pressing", "danger"] as const;
export type Urgency = (typeof URGENCIES)[number];
export const DOORS = ["portal", "counter", "hotline", "field", "reception", "deputies", "api", "spreadsheet"] as const;
export type Door = (typeof DOORS)[number];
export const OUTCOMES = ["solved", "partly-solved", "explained", "not-solved", "referred"] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const RATINGS = ["very-satisfied", "satisfied", "fair", "dissatisfied", "very-dissatisfied"] as const;
export type Rating = (typeof RATINGS)[number];
