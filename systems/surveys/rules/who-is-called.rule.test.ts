import { describe, expect, test } from "vitest";
import { surveys } from "../../../counties/jiaxian/surveys.table.ts";
import { afterAnAttempt, withinCallingHours } from "./next-attempt.rule.ts";
import { DATA } from "./survey-data.ts";
import { lotOf, whoIsCalled } from "./who-is-called.rule.ts";

const { sampling } = surveys;
const matter = {
  id: "0198a000-0000-7000-8000-000000000001",
  kind: "complaint",
  closing: 7,
  secrecy: false,
  handledUnits: ["housing"],
};
const reporter = { id: "0198a000-0000-7000-8000-00000000000a", quiet: false, wantsSecrecy: false, consent: null, sealed: true };

describe("who is called", () => {
  test("whoever complained", () => expect(whoIsCalled(matter, reporter, sampling, "centre")).toEqual({ call: true }));
  test.each([
    ["asked-not-to-be-called", {}, { quiet: true, wantsSecrecy: true }],
    ["asked-for-secrecy", {}, { wantsSecrecy: true }],
    ["asked-for-secrecy", { secrecy: true }, {}],
    ["no-consent", {}, { consent: false }],
    ["no-telephone", {}, { sealed: false }],
    ["handled-by-the-centre", { handledUnits: ["housing", "centre"] }, {}],
    ["not-sampled", { kind: "report" }, {}],
    ["not-sampled", { kind: null }, {}],
  ] as const)("%s", (reason, ofMatter, ofReporter) =>
    expect(whoIsCalled({ ...matter, ...ofMatter }, { ...reporter, ...ofReporter }, sampling, "centre")).toEqual({
      call: false,
      reason,
    }),
  );
  test("a county may call those who asked for secrecy, never those who asked for quiet", () => {
    const open = { ...sampling, callWhoAskedForSecrecy: true };
    expect(whoIsCalled(matter, { ...reporter, wantsSecrecy: true }, open, "centre").call).toBe(true);
    expect(whoIsCalled(matter, { ...reporter, quiet: true }, open, "centre").call).toBe(false);
  });
});

test("a sample of 20 in 100 is one, and the same closing draws the same lot", () => {
  const lots = Array.from({ length: 20_000 }, (_, n) =>
    lotOf(`0198a000-0000-7000-8000-${String(n).padStart(12, "0")}`, reporter.id, 3),
  );
  const drawn = lots.filter((lot) => lot < 20).length;
  // four standard deviations of a binomial of 20,000 at one in five: 226
  expect(Math.abs(drawn - 4000)).toBeLessThan(226);
  expect(lotOf(matter.id, reporter.id, 7)).toBe(lotOf(matter.id, reporter.id, 7));
});

describe("after an attempt", () => {
  const nine = new Date("2026-11-23T01:00:00Z");
  test("again after four hours", () =>
    expect(afterAnAttempt("busy", 1, nine, sampling)).toEqual({ act: "try", dueFrom: new Date("2026-11-23T05:00:00Z") }));
  test("never at night: after 20:00 it waits for 08:30", () =>
    expect(afterAnAttempt("no-answer", 2, new Date("2026-11-23T10:00:00Z"), sampling)).toEqual({
      act: "try",
      dueFrom: new Date("2026-11-24T00:30:00Z"),
    }));
  test("before 08:30 it waits for the morning of the same day", () =>
    expect(withinCallingHours(new Date("2026-11-22T22:00:00Z"), sampling)).toEqual(new Date("2026-11-23T00:30:00Z")));
  test("the third ends it", () => expect(afterAnAttempt("no-answer", 3, nine, sampling)).toEqual({ act: "give-up" }));
  test("a wrong number ends it at once", () =>
    expect(afterAnAttempt("wrong-number", 1, nine, sampling)).toEqual({ act: "give-up" }));
});

test("the county's own data fit their shapes", () => {
  for (const [name, shape] of Object.entries(DATA))
    expect(shape.parse(surveys[name as keyof typeof surveys])).toEqual(surveys[name as keyof typeof surveys]);
});
test("nothing of the matter is said before the resident has said who they are", () => {
  for (const step of ["greeting", "identityCheck", "wrongPerson"] as const)
    for (const text of Object.values(surveys.script[step])) expect(text).not.toMatch(/\{\{/);
});
