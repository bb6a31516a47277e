import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../../foundation/db/actor.ts";
import { newId } from "../../../foundation/ids.ts";
import { stateAfter } from "../../../foundation/lifecycle.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { aCounty } from "../../../tests/builders/county.ts";
import { CENTRE, clerkOf, handlerOf, unitId, ZHONGTOU } from "../../../tests/builders/matter.ts";
import { loadCalendarHistory } from "../../clocks/index.ts";
import type { ReadLine } from "../../ledger/index.ts";
import { KINDS, MATTER_STATES, type MatterAct, type MatterState, matterLifecycle, URGENCIES } from "../rules/lifecycle.ts";
import type { Books } from "../store/books.ts";
import type { AssignmentRow, ClockRow, ForAct, MatterRow } from "../store/row.ts";
import { type ClocksTold, clocksAfter, clocksStand, type Recount } from "../views/verify/clocks-told.ts";
import { calendarOf, clockFact, clocksOfAnAct } from "./clocks-of-an-act.ts";
import { dueOfAMatter } from "./due-of-a-matter.ts";
import type { ActInput } from "./effects/shape.ts";
import { effectsOf } from "./effects.ts";
import { clocksOfAReceipt } from "./intake/clocks-of-a-receipt.ts";
import { takenIn } from "./take-in.ts";

/** 500 in the suite; LINLI_HISTORIES=20000 for the long form. */
const RUNS = Number(process.env.LINLI_HISTORIES ?? 500);
const county = aCounty();
let books: Books;
let recount: Recount;
let people: Record<"clerk" | "township" | "housing" | "water", Actor>;

beforeAll(async () => {
  books = await county.services.books(county.code);
  recount = { terms: books.terms, calendarOf: await loadCalendarHistory(county.services.db, county.job) };
  people = {
    clerk: await clerkOf(county),
    township: await handlerOf(county, ZHONGTOU),
    housing: await handlerOf(county, "housing"),
    water: await handlerOf(county, "water"),
  };
});

/** A matter in memory, moved by the same functions that the server writes with. */
interface Lived {
  found: ForAct;
  told: ClocksTold;
  all: Map<string, ClockRow>;
}

function receivedAt(now: Date, kind: MatterRow["kind"], urgency: MatterRow["urgency"], external: MatterRow["external"]): Lived {
  const unit = unitId(county, CENTRE);
  const due = dueOfAMatter(books, now, kind, urgency, external);
  const clocks = clocksOfAReceipt(books, { due, kind, urgency, unit, receivedAt: now, settledAtOnce: undefined, closedAt: null });
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
    told: clocksAfter({}, line(clocks.started, now), recount),
    all: new Map(clocks.rows.map((one) => [one.id, one])),
  };
}

const line = (facts: object, at: Date) => ({ public: { at: at.toISOString(), facts } }) as unknown as ReadLine;

function settle(
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
  lived.told = clocksAfter(lived.told, line(touched.facts, now), recount);
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
function tryAct(lived: Lived, actor: Actor, input: ActInput, now: Date): boolean {
  const row = lived.found.matter;
  const to = stateAfter(matterLifecycle, row.state, input.act as MatterAct) as MatterState | undefined;
  if (!to) return false;
  const setting = { books, actor, found: lived.found, to, now };
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

interface Step {
  readonly act: string;
  readonly hours: number;
  readonly pick: number;
  readonly more: number;
}
const STEPS = [
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
const ENDS: readonly string[] = ["decline", "answer-on-spot", "withdraw", "escalate"];

/** Mostly an act that the state allows, so that histories go deep; sometimes one that it does not. */
function actOf(step: Step, lived: Lived): string {
  if (step.pick % 9 === 0) return step.act;
  const { state, asked } = lived.found.matter;
  const onwards: Partial<Record<MatterState, string>> = { received: "accept", accepted: "dispatch", dispatched: "sign" };
  if (onwards[state] && step.pick % 4) return onwards[state];
  const allowed = STEPS.filter(
    (name) => !ENDS.includes(name) && (matterLifecycle.acts[name].from as readonly string[]).includes(state),
  );
  if (asked && step.pick % 3) return step.pick % 5 ? "grant-time" : "refuse-time";
  return allowed[step.pick % Math.max(1, allowed.length)] ?? step.act;
}

function inputFor(step: Step, lived: Lived): [Actor, ActInput] {
  const { clerk, township, housing, water } = people;
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

const step = fc.record({
  act: fc.constantFrom(...STEPS),
  hours: fc.integer({ min: -30, max: 200 }),
  pick: fc.nat(1000),
  more: fc.nat(1000),
});
const history = fc.record({
  kind: fc.constantFrom(null, ...KINDS),
  urgency: fc.constantFrom(null, ...URGENCIES),
  outside: fc.boolean(),
  start: fc.date({ min: new Date("2024-12-01T00:00:00Z"), max: new Date("2026-10-31T00:00:00Z"), noInvalidDate: true }),
  steps: fc.array(step, { minLength: 5, maxLength: 40 }),
});

describe(`histories of clocks (${RUNS} of each)`, () => {
  test("the resident's date moves only by acceptance, a granted extension or pause, or an earlier matter; never later by anything else", () => {
    let granted = 0;
    let merged = 0;
    const reached = new Set<string>(["take-in"]);
    fc.assert(
      fc.property(history, ({ kind, urgency, outside, start, steps }) => {
        const external = outside
          ? { platform: "示例平台", number: "X1", dueAt: new Date(start.getTime() + 9 * 86_400_000).toISOString() }
          : null;
        const lived = receivedAt(start, kind, urgency, external);
        let now = start;
        for (const drawn of steps) {
          const one = { ...drawn, act: actOf(drawn, lived) };
          // the machine's clock may jump back
          now = new Date(now.getTime() + one.hours * 3_600_000);
          const before = lived.found.matter;
          const wasAsked = before.asked;
          if (one.act === "take-in") {
            if (!before.open) continue;
            const other = receivedAt(new Date(now.getTime() - (one.pick % 400) * 3_600_000), "help", "ordinary", null);
            const { effects, draft } = takenIn(other.found, lived.found, now);
            settle(
              lived,
              draft,
              clocksOfAnAct({ books, actor: people.clerk, found: lived.found, to: before.state, now }, "take-in", effects, draft),
              [],
              now,
            );
            const after = Date.parse(lived.found.matter.due_at);
            expect(after).toBe(Math.min(Date.parse(before.due_at), Date.parse(other.found.matter.due_at)));
            merged += 1;
            continue;
          }
          const [actor, input] = inputFor(one, lived);
          const done = tryAct(lived, actor, input, now);
          if (done) reached.add(one.act);
          if (!done) continue;
          const moved = lived.found.matter.due_at !== before.due_at;
          const onOverall = wasAsked?.clock === before.clock_id && one.act === "grant-time";
          if (onOverall) granted += 1;
          if (moved && !onOverall) expect(one.act).toBe("accept");
          if (external) expect(lived.found.matter.due_at <= external.dueAt).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
    expect(STEPS.filter((name) => !reached.has(name) && !ENDS.includes(name))).toEqual([]);
    expect(granted).toBeGreaterThan(0);
    expect(merged).toBeGreaterThan(RUNS / 10);
  });

  test("each unit has at most one of each clock, only while it has the part, and the journal's own facts give every clock again", () => {
    fc.assert(
      fc.property(history, ({ kind, urgency, start, steps }) => {
        const lived = receivedAt(start, kind, urgency, null);
        let now = start;
        for (const drawn of steps) {
          const one = { ...drawn, act: actOf(drawn, lived) };
          now = new Date(now.getTime() + one.hours * 3_600_000);
          if (one.act === "take-in") continue;
          const [actor, input] = inputFor(one, lived);
          tryAct(lived, actor, input, now);
          const { matter, assignments } = lived.found;
          const counting = [...lived.all.values()].filter((row) => row.state === "running" || row.state === "paused");
          const names = counting.map((row) => `${row.clock} ${row.unit_id}`);
          expect(names).toEqual([...new Set(names)]);
          for (const row of counting) {
            if (["sign", "handle"].includes(row.clock)) expect(row.unit_id).toBe(matter.lead_unit);
            if (row.clock === "support")
              expect(assignments.some((part) => part.role === "support" && part.unit_id === row.unit_id)).toBe(true);
            if (row.clock === "arrive")
              expect(assignments.some((part) => part.role === "called" && part.unit_id === row.unit_id)).toBe(true);
          }
          expect(counting.some((row) => row.clock === "answer")).toBe(matter.open);
          expect(clocksStand(lived.told, [...lived.all.values()], matter.clock_id)).toBe(true);
          expect(Object.values(lived.told).filter((clock) => clock.miscounted)).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("a unit hands a matter back once; a clock stands only on a ground of its term; someone must act in every open state", () => {
    fc.assert(
      fc.property(history, ({ kind, urgency, start, steps }) => {
        const lived = receivedAt(start, kind, urgency, null);
        const handedBack = new Map<string, number>();
        let now = start;
        for (const drawn of steps) {
          const one = { ...drawn, act: actOf(drawn, lived) };
          now = new Date(now.getTime() + one.hours * 3_600_000);
          if (one.act === "take-in") continue;
          const before = lived.found.matter;
          const [actor, input] = inputFor(one, lived);
          const done = tryAct(lived, actor, input, now);
          if (done && one.act === "hand-back") handedBack.set(before.lead_unit!, (handedBack.get(before.lead_unit!) ?? 0) + 1);
          for (const clock of lived.all.values())
            for (const event of clock.events ?? [])
              if (event.what === "paused")
                expect(books.terms.get(clock.term)!.flatMap((term) => term.pauses.map((pause) => pause.ground))).toContain(
                  event.facts!.ground,
                );
          if (lived.found.matter.open)
            expect(
              Object.values(matterLifecycle.acts).some(
                (act) => (act.from as readonly string[]).includes(lived.found.matter.state) && act.to !== "same",
              ),
            ).toBe(true);
        }
        expect(Math.max(0, ...handedBack.values())).toBeLessThanOrEqual(1);
      }),
      { numRuns: RUNS },
    );
  });

  test("a date in the journal that its term, start and calendar do not give is seen", () => {
    const start = new Date("2026-09-21T02:00:00Z");
    const { told, all } = receivedAt(start, "help", "ordinary", null);
    expect(Object.values(told).some((clock) => clock.miscounted)).toBe(false);
    const [row] = [...all.values()];
    const moved = { ...row!, due_at: new Date(Date.parse(row!.due_at) + 86_400_000).toISOString() };
    const facts = { "clock.0": clockFact(moved, "started", calendarOf(books, moved)) };
    expect(Object.values(clocksAfter({}, line(facts, start), recount))[0]!.miscounted).toBe(true);
  });
});
