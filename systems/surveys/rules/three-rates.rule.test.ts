import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONTACTED, SATISFIED, SOLVED } from "./lifecycle.ts";
import { Formulas } from "./survey-data.ts";
import { type CaseCount, threeRates } from "./three-rates.rule.ts";

const both = { zh: "说明", en: "words" };
const formulas = (more: { fewest?: number; over?: "valid" | "all" } = {}) =>
  Formulas.parse({
    fewest: more.fewest ?? 1,
    response: {
      name: both,
      sentence: both,
      weights: { yes: 1, no: 0 },
      over: more.over ?? "valid",
      excludes: [{ kind: "consultation", reason: both }],
    },
    solved: {
      name: both,
      sentence: both,
      weights: { solved: 1, "partly-solved": 0.5, "not-solved": 0 },
      over: "valid",
      excludes: [{ kind: "consultation", reason: both }],
    },
    satisfied: {
      name: both,
      sentence: both,
      weights: { "very-satisfied": 1, satisfied: 1, fair: 0.6, dissatisfied: 0, "very-dissatisfied": 0 },
      over: "valid",
      excludes: [],
    },
    trust: "example",
  });
const some = (n: number, kind: string, contacted: string | null, solved: string | null, satisfied: string | null): CaseCount => ({
  n,
  kind,
  contacted,
  solved,
  satisfied,
});

// 20 closings: 4 + 3 + 2 + 1 answered, 2 rated at the portal alone, 5 silent, 3 consultations of which 1 was asked
const MONTH = [
  some(4, "complaint", "yes", "solved", "very-satisfied"),
  some(3, "help", "yes", "partly-solved", "fair"),
  some(2, "complaint", "no", "not-solved", "very-dissatisfied"),
  some(1, "dispute", "cannot-say", "solved", "satisfied"),
  some(2, "complaint", null, null, "dissatisfied"),
  some(5, "complaint", null, null, null),
  some(2, "consultation", null, null, null),
  some(1, "consultation", "yes", "solved", "satisfied"),
];

describe("the month counted by hand", () => {
  const found = threeRates(MONTH, formulas());
  test("response: 7 of 9 who could say; 3 consultations left out", () =>
    expect(found.response).toEqual({ value: 7 / 9, n: 20, valid: 9, excluded: 3, withheld: false }));
  test("solved: 4 + 3 × 0.5 + 0 × 2 + 1 = 6.5 of 10", () =>
    expect(found.solved).toEqual({ value: 0.65, n: 20, valid: 10, excluded: 3, withheld: false }));
  test("satisfied: 4 + 3 × 0.6 + 1 + 1 = 7.8 of 13, ratings at the portal and consultations counted", () =>
    expect(found.satisfied).toEqual({ value: expect.closeTo(0.6, 12), n: 20, valid: 13, excluded: 0, withheld: false }));
  test("over all: silence counts nothing, 7 of the 17 that are not excluded", () =>
    expect(threeRates(MONTH, formulas({ over: "all" })).response.value).toBeCloseTo(7 / 17, 12));
  test("too few valid answers are withheld, with their numbers told", () =>
    expect(threeRates(MONTH, formulas({ fewest: 10 })).response).toEqual({
      value: null,
      n: 20,
      valid: 9,
      excluded: 3,
      withheld: true,
    }));
});
test("nothing closed has no rate, and is not called withheld", () =>
  expect(threeRates([], formulas({ fewest: 10 })).solved).toEqual({ value: null, n: 0, valid: 0, excluded: 0, withheld: false }));

const answer = (all: readonly string[]) => fc.constantFrom(null, ...all);
const cases = fc.array(
  fc.record({
    n: fc.integer({ min: 1, max: 50 }),
    kind: fc.constantFrom("complaint", "help", "consultation", "none"),
    contacted: answer(CONTACTED),
    solved: answer(SOLVED),
    satisfied: answer(SATISFIED),
  }),
  { maxLength: 30 },
);
test("every rate lies between 0 and 1, its parts never exceed n, and the order of the cases changes nothing", () => {
  fc.assert(
    fc.property(cases, fc.constantFrom("valid" as const, "all" as const), (list, over) => {
      const [found, turned] = [threeRates(list, formulas({ over })), threeRates([...list].reverse(), formulas({ over }))];
      for (const name of ["response", "solved", "satisfied"] as const) {
        const { value, n, valid, excluded } = found[name];
        expect(valid + excluded).toBeLessThanOrEqual(n);
        expect(value === null).toBe(valid === 0);
        if (value !== null) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(turned[name].value).toBeCloseTo(value, 9);
        }
      }
    }),
    { numRuns: 500 },
  );
});
