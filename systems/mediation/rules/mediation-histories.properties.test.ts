import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../../../foundation/refusal.ts";
import { addDays, type Day, daysBetween } from "../../../foundation/time/index.ts";
import { agreementInForce, type MediationCase, SIDES, type Trade } from "./case.ts";
import { agreed, atTheTable, NUMBER, on, party, registration, SESSION, START, TERMS } from "./cases.fixture.ts";
import { mediationLifecycle } from "./lifecycle.ts";
import { register } from "./opening.ts";
import { ACTS, type LaterAct, takeAct } from "./take-act.ts";

const RUNS = Number(process.env.LINLI_HISTORIES ?? 500);
const ids = ["a", "b", "c", "d"];
const anyId = fc.constantFrom(...ids);
const some = fc.subarray(ids, { minLength: 0 });
const shift = fc.integer({ min: -3, max: 40 });

/** Inputs of each act, lawful or not, on days around today. */
const inputOf = (act: LaterAct, today: Day): fc.Arbitrary<object> => {
  const day = fc.integer({ min: -5, max: 2 }).map((by) => addDays(today, by));
  const signature = fc.record({
    on: day,
    by: fc.constantFrom("signature", "seal", "finger"),
    through: fc.constantFrom(null, "w"),
  });
  const signing = fc.record({
    signatures: fc.dictionary(anyId, signature, { minKeys: 1 }),
    mediatorSignedOn: day,
    sealedOn: day,
  });
  const everyone = fc.constant(ids);
  const lawful = fc.constant({
    signatures: Object.fromEntries(ids.map((id) => [id, { on: today, by: "finger", through: "w" }])),
    mediatorSignedOn: today,
    sealedOn: today,
  });
  const inputs: Partial<Record<LaterAct, fc.Arbitrary<object>>> = {
    accept: fc.record({ number: fc.constant(NUMBER), elsewhere: fc.constantFrom("nowhere", "nowhere", "court") }),
    "not-take": fc.record({ why: fc.constant("不属于"), ways: fc.constantFrom([], ["court"]) }),
    "add-party": fc
      .record({ id: anyId, side: fc.constantFrom(...SIDES), minor: fc.boolean() })
      .map(({ id, side, minor }) => party(id, side, { minor })),
    "note-representative": fc.record({
      party: anyId,
      representative: fc.record({
        id: fc.constant("r"),
        by: fc.constantFrom("guardian", "agent"),
        authority: fc.constantFrom("ordinary", "special"),
        paper: fc.constantFrom(null, "paper"),
      }),
    }),
    "choose-mediators": fc.record({
      mediators: fc.array(
        fc.record({ id: fc.constantFrom("m", "n"), chosenBy: fc.constant("parties"), tie: fc.constant(null) }),
        { maxLength: 2 },
      ),
    }),
    "disclose-tie": fc.record({ mediator: fc.constantFrom("m", "n"), tie: fc.constant("亲属") }),
    "refuse-mediator": fc.record({ mediator: fc.constantFrom("m", "n"), party: anyId }),
    "give-notice": fc.record({ inPublic: fc.boolean() }),
    "refuse-mediation": fc.record({ party: anyId, words: fc.constant("不调"), ways: fc.constant(["court"]) }),
    "agree-to-mediation": fc.record({ party: anyId }),
    investigate: fc.record({ place: fc.constant("村口"), text: fc.constant("看过"), of: fc.option(anyId) }),
    "start-appraisal": fc.constant({ by: "医学会" }),
    "hold-session": fc.oneof(everyone, some).map((present) => ({ ...SESSION, present })),
    "go-on": fc.record({ until: shift.map((by) => addDays(today, by)), agreedBy: fc.oneof(everyone, some) }),
    "report-danger": fc.constant({ to: "派出所", why: "激化" }),
    "agree-by-word": fc.constant(TERMS),
    "write-agreement": fc.constantFrom(TERMS, { ...TERMS, terms: [] }),
    "sign-agreement": fc.oneof(lawful, signing),
    "agree-anew": fc.oneof(lawful, signing).map((signed) => ({ terms: { ...TERMS, terms: ["改"] }, signing: signed })),
    "note-performance": fc.record({ duty: fc.integer({ min: 0, max: 2 }), on: day, proof: fc.constant(null) }),
    "visit-again": fc.constant({ how: "in person", performed: "yes", words: "好", newDispute: false }),
    "apply-for-confirmation": fc.record({
      court: fc.constant("法院"),
      basis: fc.constantFrom("domicile", "inviting court"),
      jointly: fc.oneof(everyone, some),
    }),
    "note-ruling": fc.oneof(
      fc.record({ taken: fc.record({ on: day, number: fc.constant("1") }) }),
      fc.record({ ruling: fc.record({ on: day, outcome: fc.constantFrom("valid", "rejected", "withdrawn") }) }),
    ),
    fail: fc.record({ why: fc.constant("不成"), ways: fc.constantFrom([], ["court"]) }),
  };
  return inputs[act] ?? fc.constant({});
};

/** Acts that carry a case forward come more often, so that half of the walks reach an agreement. */
const FORWARD: LaterAct[] = [
  "accept",
  "agree-to-mediation",
  "choose-mediators",
  "give-notice",
  "hold-session",
  "write-agreement",
  "sign-agreement",
  "note-performance",
];
const step = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...FORWARD) },
      { weight: 2, arbitrary: fc.constantFrom(...(Object.keys(ACTS) as LaterAct[])) },
    ),
    fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 0, max: 3 }) },
      { weight: 1, arbitrary: fc.integer({ min: 20, max: 45 }) },
    ),
  )
  .chain(([act, days]) => inputOf(act, "2026-10-10").map((input) => ({ act, days, input })));

/** Days in an input were made around one day; they move with the walk. */
const moved = (value: unknown, by: number): unknown => {
  if (typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)) return addDays(value, by);
  if (Array.isArray(value)) return value.map((one) => moved(one, by));
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one, by)]));
  return value;
};

/** What must hold after an act, whichever way led there. */
function holds(before: MediationCase, act: LaterAct, after: MediationCase, today: Day): void {
  const edge = mediationLifecycle.acts[act];
  expect(edge.from as readonly string[]).toContain(before.state);
  expect(after.state).toBe(edge.to === "same" ? before.state : edge.to);
  // no party is lost
  expect(after.parties.map((one) => one.id).slice(0, before.parties.length)).toEqual(before.parties.map((one) => one.id));
  // nothing is decided at a table without mediator, notice and session
  if (after.sessions.length > before.sessions.length) {
    expect(after.notice).not.toBeNull();
    expect(after.mediators.some((one) => !one.refusedBy)).toBe(true);
  }
  // what took effect stays as it was, but for what is performed
  for (const [index, agreement] of before.agreements.entries())
    if (agreement.effectiveOn) {
      const { duties: _then, ...then } = agreement;
      const { duties: _now, ...now } = after.agreements[index]!;
      expect(now).toEqual(then);
    }
  for (const agreement of after.agreements) {
    if (!agreement.effectiveOn) continue;
    expect(agreement.effectiveOn <= today).toBe(true);
    const days = [
      ...Object.values(agreement.signatures).map((one) => one.on),
      agreement.mediatorSignedOn,
      agreement.sealedOn,
    ].filter((one) => one !== null);
    if (agreement.form === "written") expect(agreement.effectiveOn).toBe(days.toSorted().at(-1));
    expect(after.trade === "medical" && agreement.form === "oral").toBe(false);
  }
  if (act === "apply-for-confirmation") expect(daysBetween(agreementInForce(after)!.effectiveOn!, today)).toBeLessThanOrEqual(30);
  if (["refused", "failed", "not-taken"].includes(after.state)) expect(after.ending?.ways.length).toBeGreaterThan(0);
  if (["agreed", "performed"].includes(after.state)) expect(agreementInForce(after)).toBeDefined();
  if (["registered", "accepted", "mediating"].includes(after.state)) {
    const speaks = after.parties[0]!.id;
    expect(takeAct(after, "refuse-mediation", { party: speaks, words: "不调", ways: ["court"] }, on(today)).state).toBe(
      "refused",
    );
  }
}

test(`${RUNS} histories: no illegal order, no lost party, no agreement on a wrong day, a way out for whoever refuses`, () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom<Trade>("ordinary", "ordinary", "medical", "family"),
      fc.constantFrom("none" as const, "none" as const, "marriage" as const),
      fc.constantFrom("the door", "the table", "the agreement"),
      fc.array(step, { minLength: 10, maxLength: 45 }),
      (trade, status, from, steps) => {
        let today = START;
        const walked = { "the table": atTheTable, "the agreement": agreed };
        let one =
          from === "the door" || trade === "medical"
            ? register(registration({ trade, status }), on(today))
            : walked[from as keyof typeof walked]({ trade, status }).one;
        for (const { act, days, input } of steps) {
          today = addDays(today, days);
          const before = one;
          try {
            one = takeAct(one, act, moved(input, daysBetween("2026-10-10", today)) as never, on(today));
          } catch (no) {
            if (!(no instanceof Refusal)) throw no;
            expect(no.code).toMatch(/^mediation\./);
            continue;
          }
          holds(before, act, one, today);
          reached.add(one.state).add(act);
        }
      },
    ),
    { numRuns: RUNS, seed: 20261124 },
  );
  // the walks must really go everywhere, or the test could not fail there
  const everywhere = [...Object.keys(mediationLifecycle.states), ...Object.keys(ACTS)].filter((name) => name !== "registered");
  expect(everywhere.filter((name) => !reached.has(name))).toEqual([]);
});
