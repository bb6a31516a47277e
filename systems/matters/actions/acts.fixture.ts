import type { Actor } from "../../../foundation/db/actor.ts";
import { residentActor } from "../../../foundation/db/actor.ts";
import type { TestCounty } from "../../../tests/builders/county.ts";
import {
  act,
  aMatter,
  CENTRE,
  clerkOf,
  handlerOf,
  LONGSHAN,
  officerOf,
  receive,
  type Standing,
  type Story,
  unitId,
  ZHONGTOU,
} from "../../../tests/builders/matter.ts";
import { postIdOf } from "../../teams/index.ts";
import type { MatterActInput } from "../contract.ts";

type ActName = (typeof MatterActInput)["options"][number]["shape"]["act"]["value"];

/** Everyone who might try an act on a matter of 冢头镇 that housing leads and water supports. */
export const PEOPLE: Readonly<Record<string, (county: TestCounty, on: Pick<Standing, "id">) => Promise<Actor>>> = {
  "intake clerk": (county) => officerOf(county, CENTRE, ["matters.read", "matters.receive"], "intake"),
  "triage clerk": (county) => officerOf(county, CENTRE, ["matters.read", "matters.triage"], "triage"),
  "dispatch clerk": (county) => officerOf(county, CENTRE, ["matters.read", "matters.dispatch"], "dispatch"),
  verifier: (county) => officerOf(county, CENTRE, ["matters.read", "matters.verify"], "verifier"),
  supervisor: (county) => officerOf(county, CENTRE, ["matters.read", "matters.supervise"], "supervisor"),
  lead: (county) => officerOf(county, "housing", ["matters.read", "matters.handle"]),
  "lead township": (county) => officerOf(county, ZHONGTOU, ["matters.read", "matters.handle"]),
  support: (county) => officerOf(county, "water", ["matters.read", "matters.handle"]),
  "another department": (county) => officerOf(county, "labour", ["matters.read", "matters.handle", "matters.verify"]),
  "another township, with every right": (county) =>
    officerOf(county, LONGSHAN, [
      "matters.read",
      "matters.receive",
      "matters.triage",
      "matters.dispatch",
      "matters.handle",
      "matters.verify",
      "matters.supervise",
    ]),
  "an administrator": (county) => officerOf(county, CENTRE, ["teams.manage", "territory.manage"], "admin"),
  resident: async (county, on) => residentActor(county.code, [on.id]),
  "the bearer of another code": async (county) => residentActor(county.code, ["00000000-0000-7000-8000-000000000000"]),
};

export interface Case {
  readonly act: ActName;
  readonly from: (county: TestCounty) => Story | Promise<Standing>;
  readonly fields?: object | ((county: TestCounty) => Promise<object>);
  readonly to: string;
  /** Who may; everyone else of PEOPLE may not. */
  readonly may: readonly (keyof typeof PEOPLE)[];
  /** Columns of the row afterwards. */
  readonly row?: object;
}

const received = (county: TestCounty) => receive(county);
const accepted = (county: TestCounty) => aMatter(county).accepted();
const dispatched = (county: TestCounty) => accepted(county).dispatchedTo("housing", ["water"]);
const signed = (county: TestCounty) => dispatched(county).signed();
const answered = (county: TestCounty) => signed(county).answered();
const closed = (county: TestCounty) => answered(county).closed();
const objected = async (county: TestCounty) =>
  act(county, await handlerOf(county, "housing"), await dispatched(county), "hand-back", { reason: "不归我们办（示例）。" });
const called = async (county: TestCounty) => {
  const on = await aMatter(county, { category: "city.rubbish" }).accepted().dispatchedTo(ZHONGTOU).signed();
  return act(county, await handlerOf(county, ZHONGTOU), on, "call-department", {
    units: [unitId(county, "water")],
    reason: "请到场（示例）。",
  });
};
const askedForTime = async (county: TestCounty) =>
  act(county, await handlerOf(county, "housing"), await signed(county), "ask-for-time", {
    clock: "handle",
    what: "pause",
    ground: "appraisal",
    reason: "要做鉴定（示例）。",
  });
const standing = async (county: TestCounty) => act(county, await clerkOf(county), await askedForTime(county), "grant-time", {});
const reply = { reply: "已经看过了（示例）。" };
const reason = { reason: "不归我们办（示例）。" };
const note = { note: "情况如下（示例）。" };

/** Each act once: where it begins, what it needs, where it leads, and who may. Written by hand, not drawn from the lifecycle table. */
export const CASES: readonly Case[] = [
  {
    act: "accept",
    from: received,
    fields: { kind: "complaint", categoryCode: "roads.road-damage", urgency: "pressing", place: {} },
    to: "accepted",
    may: ["triage clerk"],
    row: { kind: "complaint", urgency: "pressing" },
  },
  {
    act: "correct",
    from: accepted,
    fields: { urgency: "danger", title: "改过的标题（示例）" },
    to: "accepted",
    may: ["triage clerk"],
    row: { urgency: "danger", title: "改过的标题（示例）" },
  },
  {
    act: "decline",
    from: received,
    fields: { ground: "court", ...reply },
    to: "not-accepted",
    may: ["triage clerk"],
    row: { open: false, closed_at: null },
  },
  {
    act: "answer-on-spot",
    from: received,
    fields: reply,
    to: "closed",
    may: ["intake clerk", "triage clerk"],
    row: { outcome: "explained", closed_in_time: true },
  },
  {
    act: "dispatch",
    from: accepted,
    fields: async (county: TestCounty) => ({ leadUnit: unitId(county, "housing") }),
    to: "dispatched",
    may: ["dispatch clerk"],
    row: { lane: "service" },
  },
  {
    act: "redirect",
    from: signed,
    fields: async (county: TestCounty) => ({ leadUnit: unitId(county, "transport"), ...reason }),
    to: "dispatched",
    may: ["dispatch clerk"],
  },
  { act: "sign", from: dispatched, to: "handling", may: ["lead"] },
  {
    act: "assign",
    from: dispatched,
    fields: async (county: TestCounty) => ({ post: postIdOf(county.code, "housing.handle") }),
    to: "dispatched",
    may: ["lead"],
  },
  { act: "hand-back", from: dispatched, fields: reason, to: "objected", may: ["lead"] },
  {
    act: "allow-hand-back",
    from: objected,
    fields: reason,
    to: "accepted",
    may: ["dispatch clerk"],
    row: { lead_unit: null, support_units: [] },
  },
  { act: "refuse-hand-back", from: objected, fields: reason, to: "dispatched", may: ["dispatch clerk"] },
  {
    act: "call-department",
    from: (county) => aMatter(county, { category: "city.rubbish" }).accepted().dispatchedTo(ZHONGTOU).signed(),
    fields: async (county: TestCounty) => ({ units: [unitId(county, "water")], ...reason }),
    to: "handling",
    may: ["lead township"],
  },
  { act: "report-in", from: called, fields: {}, to: "handling", may: ["support"] },
  {
    act: "ask-for-time",
    from: signed,
    fields: { clock: "handle", what: "pause", ground: "appraisal", ...reason },
    to: "handling",
    may: ["lead"],
  },
  { act: "grant-time", from: askedForTime, to: "handling", may: ["supervisor"], row: { asked: null } },
  { act: "refuse-time", from: askedForTime, fields: reason, to: "handling", may: ["supervisor"], row: { asked: null } },
  { act: "resume-clock", from: standing, to: "handling", may: ["lead", "supervisor"] },
  { act: "escalate", from: signed, fields: reason, to: "accepted", may: ["lead"], row: { lead_unit: null } },
  { act: "report-progress", from: signed, fields: reply, to: "handling", may: ["lead", "support"] },
  { act: "support-answer", from: signed, fields: note, to: "handling", may: ["support"] },
  {
    act: "ask",
    from: signed,
    fields: { ...reply, choices: ["东边", "西边"] },
    to: "handling",
    may: ["lead", "support", "triage clerk"],
    row: { waiting_for_resident: true },
  },
  {
    act: "answer",
    from: signed,
    fields: { ...reply, outcome: "partly-solved", withoutOpinions: "先答复（示例）" },
    to: "answered",
    may: ["lead"],
    row: { outcome: "partly-solved", verify_needed: true },
  },
  { act: "rework", from: answered, fields: reason, to: "handling", may: ["verifier"], row: { outcome: null } },
  { act: "close", from: answered, to: "closed", may: ["verifier"], row: { open: false, closed_in_time: true } },
  {
    act: "shelve",
    from: signed,
    fields: { ...reason, reviewOn: "2099-01-01" },
    to: "shelved",
    may: ["lead"],
    row: { review_on: "2099-01-01", open: true },
  },
  {
    act: "resume",
    from: (county) => signed(county).shelvedUntil("2099-01-01"),
    to: "handling",
    may: ["lead"],
    row: { review_on: null },
  },
  {
    act: "merge",
    from: received,
    fields: async (county: TestCounty) => ({ into: (await receive(county)).id }),
    to: "merged",
    may: ["triage clerk"],
    row: { open: false },
  },
  {
    act: "join-parent",
    from: signed,
    fields: async (county: TestCounty) => ({ parent: (await receive(county)).id }),
    to: "handling",
    may: ["triage clerk"],
  },
  { act: "withdraw", from: signed, fields: reason, to: "withdrawn", may: ["resident", "intake clerk"], row: { open: false } },
  {
    act: "reopen",
    from: closed,
    fields: reason,
    to: "accepted",
    may: ["resident", "triage clerk"],
    row: { open: true, closed_at: null, outcome: null },
  },
  {
    act: "rate",
    from: closed,
    fields: { rating: "satisfied" },
    to: "closed",
    may: ["resident", "intake clerk"],
    row: { rating: "satisfied" },
  },
  {
    act: "supplement",
    from: signed,
    fields: note,
    to: "handling",
    may: ["resident", "intake clerk"],
    row: { waiting_for_resident: false },
  },
  {
    act: "also-met",
    from: signed,
    fields: { reporter: { wantsSecrecy: false, quiet: false }, door: "counter" },
    to: "handling",
    may: ["resident", "intake clerk"],
    row: { similar_count: 1 },
  },
  { act: "note", from: signed, fields: note, to: "handling", may: ["lead", "support", "triage clerk", "supervisor"] },
  { act: "urge", from: signed, to: "handling", may: ["supervisor", "resident"] },
];
