import fc from "fast-check";
import type { Actor } from "../../../foundation/db/actor.ts";
import { newId } from "../../../foundation/ids.ts";
import { stateAfter } from "../../../foundation/lifecycle.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { TestCounty } from "../../../tests/builders/county.ts";
import { CENTRE, unitId } from "../../../tests/builders/matter.ts";
import type { ReadLine } from "../../ledger/index.ts";
import { KINDS, MATTER_STATES, type MatterAct, type MatterState, matterLifecycle, URGENCIES } from "../rules/lifecycle.ts";
import type { Books } from "../store/books.ts";
import type { AssignmentRow, ClockRow, ForAct, MatterRow } from "../store/row.ts";
import { type ClocksTold, clocksAfter, type Recount } from "../views/verify/clocks-told.ts";
import { clocksOfAnAct } from "./clocks-of-an-act.ts";
import { dueOfAMatter } from "./due-of-a-matter.ts";
import type { ActInput } from "./effects/shape.ts";
import { effectsOf } from "./effects.ts";
import { clocksOfAReceipt } from "./intake/clocks-of-a-receipt.ts";

/** The county in which histories are lived; filled by the test. */
export const world = {} as {
  county: TestCounty;
  books: Books;
  recount: Recount;
  people: Record<"clerk" | "township" | "housing" | "water", Actor>;
};

/** A matter in memory, moved by the same functions that the server writes with. */
export interface Lived {
  found: ForAct;
  told: ClocksTold;
  all: Map<string, ClockRow>;
}

export function receivedAt(
  now: Date,
  kind: MatterRow["kind"],
  urgency: MatterRow["urgency"],
  external: MatterRow["external"],
): Lived {
  const unit = unitId(world.county, CENTRE);
  const due = dueOfAMatter(world.books, now, kind, urgency, external);
  const clocks = clocksOfAReceipt(world.books, {
    due,
    kind,
    urgency,
    unit,
    receivedAt: now,
    settledAtOnce: undefined,
    closedAt: null,
  });
  const matter = {
    id: newId(),
    version: 1,
    state: "received",
    open: true,
    kind,
    urgency,
    external,
    category_code: "city.rubbish",
    received_at: now.toISOString(),
    received_by: unit,
    due_at: due.dueAt.toISOString(),
    due_provisional: due.provisional,
    term: due.term,
    term_version: due.termVersion,
    clock_id: clocks.overall,
    lead_unit: null,
    support_units: [],
    involved_units: [],
    asked: null,
    handed_back_by: [],
    closed_at: null,
    similar_count: 0,
    number: "n",
    title: "t",
    body: "b",
    updated_at: now.toISOString(),
  } as unknown as MatterRow;
  const found: ForAct = { matter, lane: null, assignments: [], clocks: clocks.rows, reporters: [], answered_by: null };
  return {
    found,
    told: clocksAfter({}, line(clocks.started, now), world.recount),
    all: new Map(clocks.rows.map((one) => [one.id, one])),
  };
}

export const line = (facts: object, at: Date) => ({ public: { at: at.toISOString(), facts } }) as unknown as ReadLine;

export function settle(
  lived: Lived,
  after: MatterRow,
  touched: ReturnType<typeof clocksOfAnAct>,
  assignments: readonly AssignmentRow[],
  now: Date,
): void {
  const parts = new Map(lived.found.assignments.map((one) => [one.id, one]));
  for (const one of assignments) parts.set(one.id, one);
  for (const row of touched.rows) {
    const event = touched.events.find((one) => one.running_id === row.id)!;
    const events = [...(lived.all.get(row.id)?.events ?? [])];
    if (["paused", "resumed", "extended"].includes(event.what)) events.push({ what: event.what, at: now, facts: event.facts });
    lived.all.set(row.id, { ...row, events });
  }
  const overall = lived.all.get(after.clock_id)!;
  lived.told = clocksAfter(lived.told, line(touched.facts, now), world.recount);
  lived.found = {
    ...lived.found,
    matter: { ...after, due_at: overall.due_at, due_provisional: overall.provisional, version: after.version },
    assignments: [...parts.values()].filter((one) => one.ended_at === null),
    clocks: [...lived.all.values()].filter(
      (one) => ["running", "paused"].includes(one.state) || ["answer", "handle"].includes(one.clock),
    ),
  };
}

/** Does the act where the table and its rules allow it; false where they refuse. */
export function tryAct(lived: Lived, actor: Actor, input: ActInput, now: Date): boolean {
  const row = lived.found.matter;
  const to = stateAfter(matterLifecycle, row.state, input.act as MatterAct) as MatterState | undefined;
  if (!to) return false;
  const setting = { books: world.books, actor, found: lived.found, to, now };
  try {
    const effects = effectsOf(setting, input);
    const after: MatterRow = {
      ...row,
      ...effects.row,
      state: to,
      open: MATTER_STATES[to].open,
      version: row.version + 1,
      updated_at: now.toISOString(),
      ...(to !== "handling" && { asked: null }),
    };
    settle(lived, after, clocksOfAnAct(setting, input.act as MatterAct, effects, after), effects.assignments, now);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

export interface Step {
  readonly act: string;
  readonly hours: number;
  readonly pick: number;
  readonly more: number;
}
export const STEPS = [
  "accept",
  "correct",
  "dispatch",
  "sign",
  "sign",
  "hand-back",
  "allow-hand-back",
  "refuse-hand-back",
  "redirect",
  "escalate",
  "call-department",
  "report-in",
  "support-answer",
  "ask-for-time",
  "grant-time",
  "refuse-time",
  "resume-clock",
  "answer",
  "rework",
  "close",
  "reopen",
  "shelve",
  "resume",
  "take-in",
  "withdraw",
  "decline",
  "answer-on-spot",
] as const;

/** Ends that would cut most histories short; they come up now and then. */
export const ENDS: readonly string[] = ["decline", "answer-on-spot", "withdraw", "escalate"];

/** Mostly an act that the state allows, so that histories go deep; sometimes one that it does not. */
export function actOf(step: Step, lived: Lived): string {
  if (step.pick % 9 === 0) return step.act;
  const { state, asked } = lived.found.matter;
  const standing = lived.found.clocks.some((one) => one.state === "paused");
  if (standing && state === "handling" && step.pick % 2) return "resume-clock";
  const onwards: Partial<Record<MatterState, string>> = { received: "accept", accepted: "dispatch", dispatched: "sign" };
  if (onwards[state] && step.pick % 4) return onwards[state];
  const allowed = STEPS.filter(
    (name) => !ENDS.includes(name) && (matterLifecycle.acts[name].from as readonly string[]).includes(state),
  );
  if (asked && step.pick % 3) return step.pick % 5 ? "grant-time" : "refuse-time";
  return allowed[step.pick % Math.max(1, allowed.length)] ?? step.act;
}

export function inputFor(step: Step, lived: Lived): [Actor, ActInput] {
  const { clerk, township, housing, water } = world.people;
  const leads = [housing, township, water];
  const lead = leads.find((one) => one.unit === lived.found.matter.lead_unit) ?? housing;
  const next = leads[step.more % leads.length]!;
  const text = "示例理由";
  const fields: Record<string, object> = {
    accept: {
      kind: KINDS[step.more % KINDS.length],
      categoryCode: "city.rubbish",
      urgency: URGENCIES[step.more % 3],
      place: undefined,
    },
    correct: { kind: KINDS[(step.more + 1) % KINDS.length], urgency: URGENCIES[(step.more + 1) % 3] },
    dispatch: { leadUnit: next.unit, supports: step.more % 2 ? [leads[(step.more + 1) % 3]!.unit] : [], lane: "service" },
    redirect: { leadUnit: next.unit, supports: [], reason: text },
    "call-department": { units: [(step.more % 2 ? water : housing).unit], reason: text },
    "support-answer": { note: text, files: [] },
    "ask-for-time": {
      clock: (["answer", "handle", "support"] as const)[Math.floor(step.more / 2) % 3],
      what: step.more % 2 ? "pause" : "extend",
      ground: ["appraisal", "resident-material", "holiday"][step.more % 3],
      by: 1 + (step.more % 6),
      reason: text,
    },
    "grant-time": { note: text },
    answer: { reply: text, outcome: "solved", files: [], withoutOpinions: text },
    shelve: { reason: text, reviewOn: "2199-01-01" },
    decline: { ground: "court", reply: text },
    "answer-on-spot": { reply: text, files: [] },
  };
  const who = [
    "sign",
    "hand-back",
    "escalate",
    "call-department",
    "ask-for-time",
    "answer",
    "shelve",
    "resume",
    "resume-clock",
  ].includes(step.act)
    ? lead
    : ["report-in", "support-answer"].includes(step.act)
      ? next
      : clerk;
  return [
    who,
    {
      v: 1,
      commandId: newId(),
      baseVersion: lived.found.matter.version,
      act: step.act,
      reason: text,
      ...fields[step.act],
    } as never,
  ];
}

export const step = fc.record({
  act: fc.constantFrom(...STEPS),
  hours: fc.integer({ min: -30, max: 200 }),
  pick: fc.nat(1000),
  more: fc.nat(1000),
});
export const history = fc.record({
  kind: fc.constantFrom(null, ...KINDS),
  urgency: fc.constantFrom(null, ...URGENCIES),
  outside: fc.boolean(),
  start: fc.date({ min: new Date("2024-12-01T00:00:00Z"), max: new Date("2026-10-31T00:00:00Z"), noInvalidDate: true }),
  steps: fc.array(step, { minLength: 5, maxLength: 40 }),
});
