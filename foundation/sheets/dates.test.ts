import { describe, expect, it } from "vitest";
import { readDate } from "./dates.ts";
import { dateOfSerial, isDateFormat, numberText } from "./serials.ts";

describe("a date as people write it", () => {
  it.each([
    ["2026年1月5日", "2026-01-05T00:00:00", "day"],
    ["2026年01月05日 8时3分", "2026-01-05T08:03:00", "minute"],
    ["2026/1/5 8:03", "2026-01-05T08:03:00", "minute"],
    ["2026-01-05T08:03:00", "2026-01-05T08:03:00", "second"],
    ["2026-01-05 08:03:00.123", "2026-01-05T08:03:00", "second"],
    ["2026.1.5", "2026-01-05T00:00:00", "day"],
    ["２０２６年１月５日", "2026-01-05T00:00:00", "day"],
    ["2026年1月5日 星期一 下午3:20", "2026-01-05T15:20:00", "minute"],
    ["2026-1-5 12:00:00 AM", "2026-01-05T00:00:00", "second"],
    ["20260105", "2026-01-05T00:00:00", "day"],
    ["20260105080300", "2026-01-05T08:03:00", "second"],
    ["1/5/2026", "2026-01-05T00:00:00", "day"],
    ["1899-12-31", "1899-12-31T00:00:00", "day"],
    ["2099/12/31", "2099-12-31T00:00:00", "day"],
    ["2024-02-29", "2024-02-29T00:00:00", "day"],
  ])("%s", (text, local, precision) => {
    expect(readDate(text)).toMatchObject({ local, precision, year: Number(local.slice(0, 4)) });
  });

  it("keeps the offset the text itself gives", () => {
    expect(readDate("2026-01-05T08:03:00+08:00")?.offsetMinutes).toBe(480);
    expect(readDate("2026-01-05T08:03:00Z")?.offsetMinutes).toBe(0);
    expect(readDate("2026-01-05T08:03:00")?.offsetMinutes).toBeUndefined();
  });

  it.each(["2026-02-29", "2026-13-01", "2026年1月32日", "2026-01-05 25:00", "2026-01-05 大约", "410425", "昨天", "", "1.5"])(
    "%j is no date",
    (text) => {
      expect(readDate(text)).toBeUndefined();
    },
  );
});

describe("an Excel serial", () => {
  it.each([
    [46027, false, "2026-01-05"],
    [46027.335416667, false, "2026-01-05 08:03:00"],
    [1, false, "1900-01-01"],
    [59, false, "1900-02-28"],
    [60, false, undefined],
    [61, false, "1900-03-01"],
    [0, false, undefined],
    [0.5, false, "12:00:00"],
    [-1, false, undefined],
    [44565, true, "2026-01-05"],
    [0, true, "1904-01-01"],
    [2_958_465, false, "9999-12-31"],
    [2_958_466, false, undefined],
  ])("%d (1904: %s)", (serial, from1904, date) => {
    expect(dateOfSerial(serial, from1904)).toBe(date);
  });

  it.each([
    [14, undefined, true],
    [22, undefined, true],
    [31, undefined, true],
    [0, undefined, false],
    [2, undefined, false],
    [176, 'yyyy"年"m"月"d"日";@', true],
    [177, "[$-804]yyyy-mm-dd hh:mm", true],
    [178, '0.00"d"', false],
    [179, "[Red]#,##0;-#,##0", false],
    [180, "General", false],
    [181, "[h]:mm", false],
    [182, "_ * #,##0.00_ ;", false],
    [183, "0.00E+00", false],
  ])("number format %d %j is a date: %s", (id, code, expected) => {
    expect(isDateFormat(id, code)).toBe(expected);
  });

  it("shows numbers as Excel does", () => {
    expect(["0.30000000000000004", "1.38E10", "410425202601050000", "-2.50", "1E-3"].map(numberText)).toEqual([
      "0.3",
      "13800000000",
      "410425202601050000",
      "-2.5",
      "0.001",
    ]);
  });
});
