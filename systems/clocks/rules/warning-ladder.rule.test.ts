import { describe, expect, it } from "vitest";
import { makeCalendar } from "./calendar.ts";
import { momentsOf, nextWarning, type WarnedClock, type WarningLadder, whenQuietEnds } from "./warning-ladder.rule.ts";

const calendar = makeCalendar(410425, [
  {
    year: 2026,
    version: 1,
    source: "test",
    days: [
      { day: "2026-10-01", kind: "holiday", name: "国庆节" },
      { day: "2026-10-02", kind: "holiday", name: "国庆节" },
      { day: "2026-10-10", kind: "make-up workday", name: "国庆节" },
    ],
  },
]);
const ladder: WarningLadder = {
  steps: [
    { code: "half", moment: { share: 0.5 } },
    { code: "soon", moment: { share: 0.8 } },
    { code: "today", moment: { lastWorkingDay: true } },
    { code: "overdue", moment: { workingDaysOverdue: 0 } },
    { code: "overdue-3", moment: { workingDaysOverdue: 3 } },
  ],
  quietFrom: 20 * 60,
  quietUntil: 8 * 60,
};
const at = (text: string) => new Date(`${text}:00+08:00`);
/** 10 working days from Monday 2026-11-02: due with Monday 2026-11-16. */
const clock: WarnedClock = {
  startedAt: at("2026-11-02T09:00"),
  dueAt: new Date("2026-11-16T23:59:59+08:00"),
  unit: "working days",
  warned: null,
  warnedFor: null,
};
const given = (step: string): WarnedClock => ({ ...clock, warned: step, warnedFor: clock.dueAt });
const say = (one: WarnedClock, now: string) => nextWarning(one, ladder, calendar, at(now));
const spoken = (one: WarnedClock) =>
  momentsOf(one, ladder, calendar).map(
    ({ code, at: when }) => `${code} ${new Date(when.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)}`,
  );

describe("the moments of a clock", () => {
  it("lie on the mornings of working days", () =>
    expect(spoken(clock)).toEqual([
      "half 2026-11-09T08:00",
      "soon 2026-11-12T08:00",
      "today 2026-11-16T08:00",
      "overdue 2026-11-17T08:00",
      "overdue-3 2026-11-19T08:00",
    ]));
  it("go by the hour, at night too, where the term is one of urgent hours", () =>
    expect(spoken({ ...clock, unit: "urgent hours", startedAt: at("2026-11-02T22:00"), dueAt: at("2026-11-03T00:00") })).toEqual([
      "half 2026-11-02T23:00",
      "soon 2026-11-02T23:36",
      "overdue 2026-11-03T00:00",
      "overdue-3 2026-11-06T08:00",
    ]));
  it("leave steps out that a short term does not have, and keep the ladder's order", () =>
    expect(spoken({ ...clock, dueAt: new Date("2026-11-03T23:59:59+08:00") }).map((one) => one.split(" ")[0])).toEqual([
      "today",
      "overdue",
      "overdue-3",
    ]));
});

describe("quiet time", () => {
  it.each([
    ["2026-11-02T12:00", "2026-11-02T12:00"],
    ["2026-11-02T21:00", "2026-11-03T08:00"],
    ["2026-11-03T03:00", "2026-11-03T08:00"],
    ["2026-11-06T20:00", "2026-11-09T08:00"],
    ["2026-10-01T12:00", "2026-10-05T08:00"],
    ["2026-10-10T12:00", "2026-10-10T12:00"],
  ])("%s → %s", (now, until) => expect(whenQuietEnds(at(now), ladder, calendar)).toEqual(at(until)));
});

describe("what is said now", () => {
  it("is nothing before the first moment, and the job looks again at it", () =>
    expect(say(clock, "2026-11-03T10:00")).toEqual({ step: undefined, again: at("2026-11-09T08:00") }));
  it("is only the highest step that applies after a week switched off", () => {
    expect(say(clock, "2026-11-16T10:00")).toEqual({ step: "today", again: at("2026-11-17T08:00") });
    expect(say(given("half"), "2026-11-25T10:00")).toEqual({ step: "overdue-3", again: undefined });
  });
  it("waits for the morning where the machine comes back at night", () =>
    expect(say(clock, "2026-11-18T02:00")).toEqual({ step: undefined, again: at("2026-11-18T08:00") }));
  it("is nothing again when the machine's clock jumps back", () =>
    expect(say(given("overdue"), "2026-11-12T10:00")).toEqual({ step: undefined, again: at("2026-11-19T08:00") }));
  it("begins anew when the date moved", () =>
    expect(say({ ...given("overdue"), dueAt: new Date("2026-12-07T23:59:59+08:00") }, "2026-11-24T10:00").step).toBe("half"));
  it("never comes twice, whenever the job runs", () => {
    let one: WarnedClock = clock;
    const told: string[] = [];
    for (let hour = 0; hour < 24 * 30; hour += 1) {
      const now = new Date(at("2026-11-02T09:00").getTime() + (hour % 7 === 3 ? hour - 40 : hour) * 3_600_000);
      const { step } = nextWarning(one, ladder, calendar, now);
      if (!step) continue;
      told.push(step);
      one = { ...one, warned: step, warnedFor: one.dueAt };
    }
    expect(told).toEqual(["half", "soon", "today", "overdue", "overdue-3"]);
  });
});
