import { isWorkday } from "chinese-days";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayOf, formatDateTime, isWeekend, startOfDay } from "../../../foundation/time/index.ts";
import { DueExplanation, Term } from "../contract.ts";
import { makeCalendar } from "./calendar.ts";
import { dueDate } from "./due-date.rule.ts";
import { notice2025, notice2026, officeHours } from "./notices.fixture.ts";

const calendar = makeCalendar(410425, [notice2025, notice2026], officeHours);
const term = (length: number, unit: Term["unit"], more: Partial<Term> = {}): Term =>
  Term.parse({ term: "test", version: 1, name: "试", length, unit, basis: "试", ...more });
const at = (text: string): Date => new Date(`${text}+08:00`);
const shown = (date: Date): string => formatDateTime(date, "zh-CN");

describe("working days", () => {
  it("counts 15 working days from 21 September 2026 through 中秋, 国庆 and the worked Saturday", () => {
    const answer = dueDate({ term: term(15, "working days"), start: at("2026-09-21T10:20:00"), calendar });
    expect(answer.days.map((day) => `${day.date} ${day.n ?? "-"} ${day.why}${day.name ? ` ${day.name}` : ""}`)).toEqual([
      "2026-09-21 - starting day",
      "2026-09-22 1 working day",
      "2026-09-23 2 working day",
      "2026-09-24 3 working day",
      "2026-09-25 - holiday 中秋节",
      "2026-09-26 - holiday 中秋节",
      "2026-09-27 - holiday 中秋节",
      "2026-09-28 4 working day",
      "2026-09-29 5 working day",
      "2026-09-30 6 working day",
      "2026-10-01 - holiday 国庆节",
      "2026-10-02 - holiday 国庆节",
      "2026-10-03 - holiday 国庆节",
      "2026-10-04 - holiday 国庆节",
      "2026-10-05 - holiday 国庆节",
      "2026-10-06 - holiday 国庆节",
      "2026-10-07 - holiday 国庆节",
      "2026-10-08 7 working day",
      "2026-10-09 8 working day",
      "2026-10-10 9 make-up workday 国庆节",
      "2026-10-11 - weekend",
      "2026-10-12 10 working day",
      "2026-10-13 11 working day",
      "2026-10-14 12 working day",
      "2026-10-15 13 working day",
      "2026-10-16 14 working day",
      "2026-10-17 - weekend",
      "2026-10-18 - weekend",
      "2026-10-19 15 working day",
    ]);
    expect(answer.due.toISOString()).toBe("2026-10-19T15:59:59.000Z");
    expect(answer.provisional).toBe(false);
    expect(DueExplanation.safeParse({ ...answer, due: answer.due.toISOString() }).error).toBeUndefined();
  });

  it("takes the day in Shanghai, not in UTC, for the day it starts", () => {
    const late = dueDate({ term: term(1, "working days"), start: new Date("2026-11-23T15:59:59Z"), calendar });
    const after = dueDate({ term: term(1, "working days"), start: new Date("2026-11-23T16:00:00Z"), calendar });
    expect([late.lastDay, after.lastDay]).toEqual(["2026-11-24", "2026-11-25"]);
  });

  it("agrees with an outside calendar for every start in 2025 and 2026", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 640 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 1439 }),
        (offset, length, minute) => {
          const startDay = addDays("2025-01-01", offset);
          let expected = startDay;
          for (let n = 0; n < length; ) {
            expected = addDays(expected, 1);
            if (isWorkday(expected)) n += 1;
          }
          fc.pre(expected < "2027-01-01");
          const answer = dueDate({ term: term(length, "working days"), start: startOfDay(startDay, minute), calendar });
          expect(answer.lastDay).toBe(expected);
          expect(answer.days.filter((day) => day.counted)).toHaveLength(length);
          expect(answer.provisional).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("assumes weekdays in a year without a calendar, and says so", () => {
    const answer = dueDate({ term: term(10, "working days"), start: at("2026-12-24T09:00:00"), calendar });
    expect(answer).toMatchObject({ provisional: true, assumedYears: [2027], lastDay: "2027-01-07" });
    expect(answer.days.filter((day) => day.assumed).map((day) => day.date)[0]).toBe("2027-01-01");
    const inside = dueDate({ term: term(5, "working days"), start: at("2026-12-24T09:00:00"), calendar });
    expect(inside).toMatchObject({ provisional: false, assumedYears: [], lastDay: "2026-12-31" });
  });

  it("takes a day that next year's notice names in this December", () => {
    const next = makeCalendar(410425, [
      notice2026,
      { year: 2027, version: 1, source: "示例", days: [{ day: "2026-12-31", kind: "holiday", name: "元旦" }] },
    ]);
    expect(dueDate({ term: term(1, "working days"), start: at("2026-12-30T09:00:00"), calendar: next })).toMatchObject({
      lastDay: "2027-01-01",
      provisional: false,
    });
  });

  it("ends at close of business where the term says so", () => {
    const answer = dueDate({
      term: term(2, "working days", { ends: "close of business" }),
      start: at("2026-11-23T09:00:00"),
      calendar,
    });
    expect(shown(answer.due)).toBe("2026年11月25日 18:00");
  });

  it("does not count a day at whose end the clock stood paused", () => {
    const pauses = [{ from: at("2026-11-24T10:00:00"), to: at("2026-11-26T15:00:00") }];
    const answer = dueDate({ term: term(5, "working days"), start: at("2026-11-23T09:00:00"), calendar, pauses });
    expect(answer.days.filter((day) => day.why === "paused").map((day) => day.date)).toEqual(["2026-11-24", "2026-11-25"]);
    expect(answer.lastDay).toBe("2026-12-02");
    const sameDay = [{ from: at("2026-11-24T10:00:00"), to: at("2026-11-24T15:00:00") }];
    expect(dueDate({ term: term(5, "working days"), start: at("2026-11-23T09:00:00"), calendar, pauses: sameDay }).lastDay).toBe(
      "2026-11-30",
    );
  });
});

describe("natural days", () => {
  it("moves a last day within 国庆 to the next working day (民法典 203)", () => {
    const answer = dueDate({ term: term(10, "natural days"), start: at("2026-09-23T09:00:00"), calendar });
    expect(answer).toMatchObject({ lastDay: "2026-10-08", rolledDays: 5, provisional: false });
    expect(answer.days.at(-1)).toEqual({ date: "2026-10-08", counted: false, n: null, why: "last day moved here" });
    expect(answer.days.filter((day) => day.counted).at(-1)).toMatchObject({ date: "2026-10-03", n: 10 });
  });

  it("ends on a worked Saturday, and moves off a plain one", () => {
    expect(dueDate({ term: term(3, "natural days"), start: at("2026-10-07T09:00:00"), calendar }).lastDay).toBe("2026-10-10");
    expect(dueDate({ term: term(3, "natural days"), start: at("2026-11-25T09:00:00"), calendar }).lastDay).toBe("2026-11-30");
  });

  it("stays on the free day where the term says so", () => {
    const answer = dueDate({ term: term(10, "natural days", { roll: "stays" }), start: at("2026-09-23T09:00:00"), calendar });
    expect(answer).toMatchObject({ lastDay: "2026-10-03", rolledDays: 0 });
  });

  it("is provisional only where the unpublished year could move its last day", () => {
    const start = at("2026-12-20T09:00:00");
    expect(dueDate({ term: term(30, "natural days"), start, calendar }).provisional).toBe(true);
    expect(dueDate({ term: term(30, "natural days", { roll: "stays" }), start, calendar }).provisional).toBe(false);
    expect(dueDate({ term: term(11, "natural days"), start, calendar }).provisional).toBe(false);
  });

  it("is the calendar day after n days, moved on only over free days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 90 }), (offset, length) => {
        const startDay = addDays("2025-01-01", offset);
        let expected = addDays(startDay, length);
        while (!isWorkday(expected)) expected = addDays(expected, 1);
        fc.pre(expected < "2027-01-01");
        expect(dueDate({ term: term(length, "natural days"), start: startOfDay(startDay, 600), calendar }).lastDay).toBe(
          expected,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("hours", () => {
  it("runs working hours from the moment, over lunch, night and weekend", () => {
    const due = (start: string, hours: number) =>
      shown(dueDate({ term: term(hours, "working hours"), start: at(start), calendar }).due);
    expect(due("2026-11-23T09:00:00", 2)).toBe("2026年11月23日 11:00");
    expect(due("2026-11-23T11:00:00", 4)).toBe("2026年11月23日 17:30");
    expect(due("2026-11-23T11:00:00", 1)).toBe("2026年11月23日 12:00");
    expect(due("2026-11-23T13:00:00", 1)).toBe("2026年11月23日 15:30");
    expect(due("2026-11-27T17:00:00", 4)).toBe("2026年11月30日 11:30");
    expect(due("2026-11-28T10:00:00", 4)).toBe("2026年11月30日 15:00");
    expect(due("2026-10-10T17:00:00", 2)).toBe("2026年10月12日 09:30");
  });

  it("runs urgent hours round the clock and never waits for a calendar", () => {
    const answer = dueDate({ term: term(24, "urgent hours"), start: at("2026-12-31T22:15:00"), calendar });
    expect(shown(answer.due)).toBe("2027年1月1日 22:15");
    expect(answer.provisional).toBe(false);
    expect(answer.days.map((day) => day.hours)).toEqual([1.75, 22.25]);
  });

  it("leaves out a pause exactly", () => {
    const pauses = [{ from: at("2026-11-23T10:00:00"), to: at("2026-11-23T15:30:00") }];
    expect(shown(dueDate({ term: term(4, "working hours"), start: at("2026-11-23T09:00:00"), calendar, pauses }).due)).toBe(
      "2026年11月24日 09:00",
    );
    expect(shown(dueDate({ term: term(4, "urgent hours"), start: at("2026-11-23T09:00:00"), calendar, pauses }).due)).toBe(
      "2026年11月23日 18:30",
    );
  });

  it("keeps the sum of its hours, and ends within office hours", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 * 1440 }), fc.integer({ min: 1, max: 80 }), (minutes, length) => {
        const start = startOfDay("2025-01-01", minutes);
        const answer = dueDate({ term: term(length, "working hours"), start, calendar });
        expect(answer.days.reduce((sum, day) => sum + (day.hours ?? 0), 0)).toBeCloseTo(length, 6);
        fc.pre(answer.lastDay < "2027-01-01");
        expect(isWorkday(dayOf(answer.due))).toBe(true);
        expect(answer.due.getTime() - start.getTime()).toBeGreaterThanOrEqual(length * 3_600_000);
      }),
      { numRuns: 300 },
    );
  });

  it("refuses where the county has set no office hours", () => {
    const none = makeCalendar(410425, [notice2026]);
    expect(() => dueDate({ term: term(4, "working hours"), start: at("2026-11-23T09:00:00"), calendar: none })).toThrow(
      "clocks.no-office-hours",
    );
  });
});

it("gives up on a term that never ends instead of running on", () => {
  expect(() => dueDate({ term: term(100_000, "working days"), start: at("2026-11-23T09:00:00"), calendar })).toThrow(
    "clocks.term-too-long",
  );
});

it("the notices of the fixture are those of the outside calendar, day by day", () => {
  for (let day = "2025-01-01"; day <= "2026-12-31"; day = addDays(day, 1)) {
    const special = calendar.days.get(day);
    const working = special ? special.kind === "make-up workday" : !isWeekend(day);
    expect([day, working]).toEqual([day, isWorkday(day)]);
  }
});
