import { expect, test } from "vitest";
import { beijingDay, dateTime, fullDate, shortDate, weekday } from "./dates.ts";

test("an instant late in the UTC day is already tomorrow in Beijing", () => {
  const at = "2026-11-22T16:30:00Z";
  expect(beijingDay(at)).toBe("2026-11-23");
  expect(fullDate(at, "zh-CN")).toBe("2026年11月23日");
  expect(fullDate(at, "en")).toBe("23 Nov 2026");
  expect(weekday(at, "zh-CN")).toBe("周一");
});

test("the year stands only where it is another one", () => {
  const now = new Date("2026-12-01T00:00:00Z");
  expect(shortDate("2026-11-05T05:18:00Z", "zh-CN", now)).toBe("11月5日");
  expect(shortDate("2025-11-05T05:18:00Z", "en", now)).toBe("5 Nov 2025");
  expect(dateTime("2026-11-05T05:18:00Z", "zh-CN", now)).toBe("11月5日 13:18");
  expect(dateTime("2025-12-31T16:00:00Z", "zh-CN", now)).toBe("1月1日 00:00");
});
