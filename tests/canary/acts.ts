import { LONGSHAN, unitId } from "../builders/matter.ts";
import { CANARIES } from "./canaries.ts";
import { CATEGORY, type Cast, LEAD, type Part, SUPPORT } from "./cast.ts";
import { type History, say, shutTo } from "./history.ts";
import type { Step } from "./step-names.ts";

interface Spine {
  readonly act: string;
  /** Who takes it, and what they say. */
  readonly by: Part | ((history: History) => Part);
  readonly fields: (cast: Cast, history: History, beside: History) => object;
  /** States in which it must be done; in all others it must be refused. By hand, from the county's rules. */
  readonly from: readonly string[];
  /** Refusals that are right in such a state for a reason of this one history. */
  readonly mayBe?: readonly string[];
  /** The one refusal that must come now, where the county's rules forbid it to this history. */
  readonly mustNot?: (history: History) => string | undefined;
  readonly then?: (history: History) => void;
}
export const MERGE_REFUSED = ["matters.would-open-a-sealed-matter", "matters.merge-target-gone"];
const OPEN = ["received", "accepted", "dispatched", "handling", "objected", "answered", "shelved"];
const UNDER_WAY = ["dispatched", "handling"];
const leading = (history: History): Part => history.lead ?? "lead";
const led =
  (lead: Part, ...others: Part[]) =>
  (history: History) => {
    history.lead = lead;
    for (const part of [lead, ...others]) history.involved.add(part);
  };

const dispatchTo =
  (lead: string, support: string, more: object = {}) =>
  ({ county }: Cast, history: History) => ({
    leadUnit: unitId(county, lead),
    supports: [unitId(county, support)],
    note: say(history, "dispatch note"),
    ...more,
  });

/** Nothing goes to whom it is kept from. */
const notToThem = (history: History) => (shutTo(history).includes("in the unit") ? "matters.unit-complained-of" : undefined);

/** The acts of the spine as the histories take them. */
export const ACTS: Partial<Record<Step, Spine>> = {
  accept: {
    act: "accept",
    by: "centre",
    from: ["received"],
    fields: ({ place }, history) => ({
      kind: history.kind ?? "complaint",
      categoryCode: CATEGORY,
      urgency: "ordinary",
      place: { placeId: place },
    }),
    then: (history) => {
      history.kind ??= "complaint";
    },
  },
  correct: {
    act: "correct",
    by: "centre",
    from: ["received", "accepted", "dispatched", "handling"],
    fields: () => ({ kind: "report" }),
    then: (history) => {
      history.kind = "report";
    },
  },
  dispatch: {
    act: "dispatch",
    by: "centre",
    from: ["accepted"],
    fields: dispatchTo(LEAD, SUPPORT!),
    then: led("lead", "support"),
  },
  "dispatch to the accused unit": {
    act: "dispatch",
    by: "centre",
    from: ["accepted"],
    mustNot: notToThem,
    fields: dispatchTo(LONGSHAN, SUPPORT!),
    then: led("in the unit", "support"),
  },
  "dispatch by referral": {
    act: "dispatch",
    by: "centre",
    from: ["accepted"],
    fields: dispatchTo(LEAD, SUPPORT!, { supports: [], lane: "referral", destination: "other-department" }),
    then: led("lead"),
  },
  sign: { act: "sign", by: leading, from: ["dispatched"], fields: () => ({}) },
  "hand-back": {
    act: "hand-back",
    by: leading,
    mayBe: ["matters.handed-back-already"],
    from: UNDER_WAY,
    fields: (_, history) => ({ reason: say(history, "hand-back") }),
  },
  "allow-hand-back": {
    act: "allow-hand-back",
    by: "centre",
    from: ["objected"],
    fields: (_, history) => ({ reason: say(history, "ruling") }),
    then: (history) => {
      history.lead = null;
    },
  },
  "refuse-hand-back": {
    act: "refuse-hand-back",
    by: "centre",
    from: ["objected"],
    fields: (_, history) => ({ reason: say(history, "ruling") }),
  },
  redirect: {
    act: "redirect",
    by: "centre",
    from: UNDER_WAY,
    fields: ({ county }, history) => ({ leadUnit: unitId(county, LEAD), supports: [], reason: say(history, "ruling") }),
    then: led("lead"),
  },
  escalate: {
    act: "escalate",
    by: leading,
    from: UNDER_WAY,
    fields: (_, history) => ({ reason: say(history, "hand-back") }),
    then: (history) => {
      history.lead = null;
    },
  },
  "call-department": {
    act: "call-department",
    by: leading,
    from: ["handling"],
    mustNot: (history) => (leading(history) === "lead" ? "access.not-yours" : undefined),
    mayBe: ["matters.called-already"],
    then: (history) => {
      history.involved.add("support");
    },
    fields: ({ county }, history) => ({ units: [unitId(county, SUPPORT!)], reason: say(history, "request for time") }),
  },
  "report-in": {
    act: "report-in",
    by: "support",
    from: ["handling"],
    mayBe: ["matters.nobody-called-this-unit", "access.not-yours"],
    fields: (_, history) => ({ note: say(history, "opinion") }),
  },
  assign: {
    act: "assign",
    by: leading,
    from: UNDER_WAY,
    mayBe: ["matters.post-not-of-the-unit", "matters.post-complained-of", "matters.nobody-at-work", "matters.parties-not-asked"],
    fields: (cast, history) => ({
      post: history.lead === "in the unit" ? cast.unitPost : cast.handlingPost,
      note: say(history, "dispatch note"),
    }),
  },
  note: {
    act: "note",
    by: "centre",
    from: [...OPEN, "closed", "not-accepted"],
    fields: (_, history) => ({ note: say(history, "note"), files: [] }),
  },
  "quote the resident": {
    act: "report-progress",
    by: leading,
    from: ["handling", "answered"],
    fields: (_, history) => ({
      reply: `您说「${CANARIES.text(history.n)}」，留的电话是${CANARIES["telephone with spaces"](history.n)}，车牌${CANARIES.plate(history.n)}（示例）。`,
      files: [],
    }),
  },
  "report-progress": {
    act: "report-progress",
    by: leading,
    from: ["handling", "answered"],
    fields: (_, history) => ({ reply: say(history, "progress"), files: [] }),
  },
  ask: {
    act: "ask",
    by: leading,
    mayBe: ["access.not-yours"],
    from: ["received", "accepted", "handling"],
    fields: (_, history) => ({ reply: say(history, "question"), choices: [] }),
  },
  supplement: {
    act: "supplement",
    by: "centre",
    from: OPEN,
    fields: (_, history) => ({ note: say(history, "supplement"), files: [] }),
  },
  "ask-for-time": {
    act: "ask-for-time",
    by: leading,
    mayBe: ["matters.time-asked-already", "clocks.extended-already"],
    from: ["handling"],
    fields: (_, history) => ({
      clock: "handle",
      what: "extend",
      ground: "complex",
      by: 2,
      reason: say(history, "request for time"),
    }),
  },
  "grant-time": {
    act: "grant-time",
    by: "centre",
    from: ["handling"],
    mayBe: ["matters.no-time-asked"],
    fields: (_, history) => ({ note: say(history, "ruling") }),
  },
  "refuse-time": {
    act: "refuse-time",
    by: "centre",
    from: ["handling"],
    mayBe: ["matters.no-time-asked"],
    fields: (_, history) => ({ reason: say(history, "refused time") }),
  },
  "support-answer": {
    act: "support-answer",
    by: "support",
    mayBe: ["access.not-yours", "matters.no-part-of-mine"],
    from: UNDER_WAY,
    fields: (_, history) => ({ note: say(history, "opinion"), files: [] }),
  },
  answer: {
    act: "answer",
    by: leading,
    from: ["handling"],
    fields: (_, history) => ({
      reply: `${say(history, "reply")} 您说的「${CANARIES.text(history.n)}」已经看过。`,
      outcome: "solved",
      files: [],
      withoutOpinions: say(history, "opinion"),
    }),
  },
  rework: { act: "rework", by: "centre", from: ["answered"], fields: (_, history) => ({ reason: say(history, "rework") }) },
  close: { act: "close", by: "centre", from: ["answered"], fields: (_, history) => ({ note: say(history, "note") }) },
  reopen: {
    act: "reopen",
    by: "centre",
    from: ["closed", "not-accepted"],
    fields: (_, history) => ({ reason: say(history, "reopening") }),
    then: (history) => {
      history.lead = null;
    },
  },
  withdraw: { act: "withdraw", by: "centre", from: OPEN, fields: (_, history) => ({ reason: say(history, "withdrawal") }) },
  urge: { act: "urge", by: "centre", from: OPEN, fields: (_, history) => ({ note: say(history, "urging") }) },
  shelve: {
    act: "shelve",
    by: leading,
    from: ["handling"],
    fields: (_, history) => ({ reason: say(history, "shelving"), reviewOn: "2027-03-01" }),
  },
  resume: { act: "resume", by: leading, from: ["shelved"], fields: (_, history) => ({ note: say(history, "note") }) },
  "also-met": {
    act: "also-met",
    by: "centre",
    from: OPEN,
    fields: (_, history) => ({
      reporter: {
        name: CANARIES.name(history.n),
        phone: CANARIES["telephone of another"](history.n),
        wantsSecrecy: false,
      },
      door: "counter",
      note: say(history, "note"),
    }),
  },
  merge: {
    act: "merge",
    by: "centre",
    mayBe: MERGE_REFUSED,
    from: ["received", "accepted", "dispatched", "handling"],
    fields: (_cast, _history, beside) => ({ into: beside.id }),
  },
  "join-parent": { act: "join-parent", by: "centre", from: OPEN, fields: (_cast, _history, beside) => ({ parent: beside.id }) },
};
