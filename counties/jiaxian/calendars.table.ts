import { notices } from "../template/notices.table.ts";
import type { YearCalendar } from "../template/shapes.ts";

/** 节假日安排: the State Council's notices. A year without a published notice is provisional. */
export const calendars: readonly YearCalendar[] = [
  ...notices,
  { year: 2027, published: false, days: [], source: "尚未公布，期限按周末推算，暂定" },
];
