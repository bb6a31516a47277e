import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dayOf,
  daysBetween,
  endOfDay,
  fixedClock,
  formatDate,
  formatDateTime,
  formatDateWithWeekday,
  formatShortDate,
  formatWeekday,
  isDay,
  minuteOfDay,
  mondayOf,
  parseDay,
  parseInstant,
  startOfDay,
  timeOf,
  weekdayOf,
  weekOf,
} from "./index.ts";

describe("days of Shanghai", () => {
  it("turns at 16:00 UTC", () => {
    expect(dayOf(new Date("2026-11-23T15:59:59.999Z"))).toBe("2026-11-23");
    expect(dayOf(new Date("2026-11-23T16:00:00Z"))).toBe("2026-11-24");
    expect(startOfDay("2026-11-24").toISOString()).toBe("2026-11-23T16:00:00.000Z");
    expect(endOfDay("2026-11-24").toISOString()).toBe("2026-11-24T15:59:59.000Z");
    expect(minuteOfDay(new Date("2026-11-23T16:05:00Z"))).toBe(5);
  });
  it("agrees with the platform's own zone data since 1992", () => {
    const outside = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });
    fc.assert(
      fc.property(fc.date({ min: new Date("1992-01-01Z"), max: new Date("2100-01-01Z"), noInvalidDate: true }), (at) => {
        expect(`${dayOf(at)} ${timeOf(at)}`).toBe(outside.format(at));
        expect(dayOf(startOfDay(dayOf(at)))).toBe(dayOf(at));
      }),
      { numRuns: 300 },
    );
  });
  it("knows which days exist", () => {
    expect([isDay("2028-02-29"), isDay("2026-02-29"), isDay("2026-13-01"), isDay("2026-1-1")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(() => startOfDay("2026-02-30")).toThrow(RangeError);
    expect([addDays("2026-12-31", 1), addDays("2026-03-01", -1), daysBetween("2026-02-28", "2026-03-01")]).toEqual([
      "2027-01-01",
      "2026-02-28",
      1,
    ]);
  });
  it("counts ISO weeks from Monday, also at the turn of the year", () => {
    expect(weekOf("2026-11-23")).toEqual({ year: 2026, week: 48, monday: "2026-11-23", sunday: "2026-11-29" });
    expect(weekOf("2027-01-03")).toMatchObject({ year: 2026, week: 53 });
    expect(weekOf("2024-12-30")).toMatchObject({ year: 2025, week: 1 });
    expect([weekdayOf("2026-11-23"), weekdayOf("2026-11-29")]).toEqual([1, 7]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
        const week = weekOf(addDays("2000-01-01", offset));
        expect(mondayOf(week.year, week.week)).toBe(week.monday);
      }),
      { numRuns: 300 },
    );
  });
});

describe("as people write it", () => {
  it("formats for both languages", () => {
    const at = new Date("2026-11-23T06:30:00Z");
    expect([formatDate(at, "zh-CN"), formatDate(at, "en"), formatDate("2026-01-02", "en")]).toEqual([
      "2026年11月23日",
      "23 Nov 2026",
      "2 Jan 2026",
    ]);
    expect([formatDateTime(at, "zh-CN"), formatDateTime(at, "en")]).toEqual(["2026年11月23日 14:30", "23 Nov 2026, 14:30"]);
    expect([formatWeekday(at, "zh-CN"), formatWeekday("2026-11-29", "en")]).toEqual(["周一", "Sun"]);
    expect([formatDateWithWeekday(at, "zh-CN"), formatDateWithWeekday(at, "en")]).toEqual([
      "2026年11月23日（周一）",
      "Mon 23 Nov 2026",
    ]);
    expect([formatShortDate(at, "zh-CN"), formatShortDate(at, "en")]).toEqual(["11月23日", "23 Nov"]);
  });
  it("reads days as they come, and none that do not exist", () => {
    for (const text of [
      "2026-11-03",
      "2026/11/3",
      "2026.11.03",
      "20261103",
      "2026年11月3日",
      "2026 年 11 月 3 日",
      "3 Nov 2026",
      "3 November 2026",
      "2026-11-03 14:30",
    ])
      expect([text, parseDay(text)]).toEqual([text, "2026-11-03"]);
    for (const text of ["", "2026-02-30", "2026-13-01", "昨天", "3 Foo 2026", "11/3/2026", "2026-11-034"])
      expect([text, parseDay(text)]).toEqual([text, undefined]);
  });
  it("reads instants in Shanghai unless they carry a zone", () => {
    const read = (text: string) => parseInstant(text)?.toISOString();
    for (const text of [
      "2026-11-23 14:30",
      "2026/11/23 14:30:00",
      "2026年11月23日14时30分",
      "2026-11-23T14:30",
      "2026-11-23T06:30:00Z",
      "2026-11-23T14:30:00+08:00",
      "23 Nov 2026 14:30",
    ])
      expect([text, read(text)]).toEqual([text, "2026-11-23T06:30:00.000Z"]);
    expect(read("2026-11-23")).toBe("2026-11-22T16:00:00.000Z");
    expect(read("2026-11-23 14:30:05")).toBe("2026-11-23T06:30:05.000Z");
    for (const text of ["2026-11-23 25:00", "2026-11-23 14:75", "14:30"]) expect([text, read(text)]).toEqual([text, undefined]);
  });
  it("reads back what it formats", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
        const day = addDays("2000-01-01", offset);
        expect([parseDay(formatDate(day, "zh-CN")), parseDay(formatDate(day, "en"))]).toEqual([day, day]);
      }),
      { numRuns: 300 },
    );
  });
});

it("a fixed clock moves only when told", () => {
  const clock = fixedClock("2026-11-23T08:00:00+08:00");
  clock.advance(90_000);
  expect(clock.now().toISOString()).toBe("2026-11-23T00:01:30.000Z");
});
