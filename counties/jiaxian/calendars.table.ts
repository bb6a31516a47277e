import type { YearCalendar } from "../template/shapes.ts";

/** Weekday rest days and worked weekend days of a notice, written "MM-DD". */
const year = (
  of: number,
  source: string,
  rest: readonly (readonly [name: string, ...days: string[]])[],
  worked: readonly (readonly [name: string, ...days: string[]])[],
): YearCalendar => ({
  year: of,
  published: true,
  days: [
    ...rest.flatMap(([name, ...days]) => days.map((day) => ({ day: `${of}-${day}`, kind: "holiday" as const, name }))),
    ...worked.flatMap(([name, ...days]) => days.map((day) => ({ day: `${of}-${day}`, kind: "make-up workday" as const, name }))),
  ].sort((a, b) => a.day.localeCompare(b.day)),
  source,
});

/** 节假日安排: what the State Council's notices change in the week. A year without a published notice is provisional. */
export const calendars: readonly YearCalendar[] = [
  year(
    2025,
    "国务院办公厅关于2025年部分节假日安排的通知",
    [
      ["元旦", "01-01"],
      ["春节", "01-28", "01-29", "01-30", "01-31", "02-03", "02-04"],
      ["清明节", "04-04"],
      ["劳动节", "05-01", "05-02", "05-05"],
      ["端午节", "06-02"],
      ["国庆节、中秋节", "10-01", "10-02", "10-03", "10-06", "10-07", "10-08"],
    ],
    [
      ["春节调休", "01-26", "02-08"],
      ["劳动节调休", "04-27"],
      ["国庆节、中秋节调休", "09-28", "10-11"],
    ],
  ),
  year(
    2026,
    "国务院办公厅关于2026年部分节假日安排的通知",
    [
      ["元旦", "01-01", "01-02"],
      ["春节", "02-16", "02-17", "02-18", "02-19", "02-20", "02-23"],
      ["清明节", "04-06"],
      ["劳动节", "05-01", "05-04", "05-05"],
      ["端午节", "06-19"],
      ["中秋节", "09-25"],
      ["国庆节", "10-01", "10-02", "10-05", "10-06", "10-07"],
    ],
    [
      ["元旦调休", "01-04"],
      ["春节调休", "02-14", "02-28"],
      ["劳动节调休", "05-09"],
      ["国庆节调休", "09-20", "10-10"],
    ],
  ),
  { year: 2027, published: false, days: [], source: "尚未公布，期限按周末推算，暂定" },
];
