import { isWorkday } from "chinese-days";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, endOfDay } from "../../../foundation/time/index.ts";
import { makeCalendar, spanOf, workingDaysBetween } from "./calendar.ts";
import { notice2025, notice2026 } from "./notices.fixture.ts";
import { remaining } from "./remaining.rule.ts";

const calendar = makeCalendar(410425, [notice2025, notice2026]);
const at = (text: string): Date => new Date(`${text}+08:00`);
const left = (due: string, now: string) => remaining({ due: endOfDay(due), now: at(now), calendar });

describe("remaining working days", () => {
  it("counts from tomorrow to the last day", () => {
    expect(left("2026-10-19", "2026-09-21T11:00:00")).toMatchObject({ state: "running", workingDays: 15, overdueWorkingDays: 0 });
    expect(left("2026-11-26", "2026-11-23T11:00:00")).toMatchObject({ state: "running", workingDays: 3 });
    expect(left("2026-11-25", "2026-11-23T11:00:00")).toMatchObject({ state: "soon", workingDays: 2 });
  });
  it("says today on the last day, to its last second", () => {
    expect(left("2026-11-23", "2026-11-23T23:59:59")).toMatchObject({ state: "today", workingDays: 0 });
    expect(left("2026-11-23", "2026-11-24T00:00:00")).toMatchObject({ state: "overdue", workingDays: -1, overdueWorkingDays: 1 });
  });
  it("does not add free days to what is overdue", () => {
    expect(left("2026-11-27", "2026-11-29T10:00:00")).toMatchObject({ state: "overdue", workingDays: 0, overdueWorkingDays: 0 });
    expect(left("2026-09-30", "2026-10-10T10:00:00")).toMatchObject({ state: "overdue", workingDays: -3, overdueWorkingDays: 3 });
  });
  it("shows hours for what is due by the hour", () => {
    expect(remaining({ due: at("2026-11-23T15:00:00"), now: at("2026-11-23T13:30:00"), calendar })).toMatchObject({
      state: "today",
      hours: 1.5,
    });
    expect(remaining({ due: at("2026-11-23T13:00:00"), now: at("2026-11-23T13:30:00"), calendar })).toMatchObject({
      state: "overdue",
      workingDays: 0,
      hours: -0.5,
    });
  });
});

it("the count by weeks is the count day by day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 729 }), fc.integer({ min: 0, max: 729 }), (a, b) => {
      const [from, to] = [addDays("2025-01-01", Math.min(a, b)), addDays("2025-01-01", Math.max(a, b))];
      let count = 0;
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day)) count += 1;
      expect(workingDaysBetween(calendar, from, to)).toBe(count);
      expect(workingDaysBetween(calendar, to, from)).toBe(0 - count);
    }),
    { numRuns: 300 },
  );
});

it("reads office hours, and refuses what is none", () => {
  expect(spanOf("08:30-12:00")).toEqual({ from: 510, to: 720 });
  for (const text of ["12:00-08:30", "8:30-12:00", "08:30-24:30", "08:30"])
    expect(() => spanOf(text)).toThrow("clocks.office-hours-unfit");
});
