import { addDays } from "../../../foundation/time/index.ts";
import type { CalendarDay, YearCalendar } from "../contract.ts";

const free = (name: string, from: string, to: string): CalendarDay[] => {
  const days: CalendarDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push({ day, kind: "holiday", name });
  return days;
};
const worked = (name: string, ...days: string[]): CalendarDay[] => days.map((day) => ({ day, kind: "make-up workday", name }));

/** For tests: 国办发明电〔2024〕12号. */
export const notice2025: YearCalendar = {
  year: 2025,
  version: 1,
  source: "国办发明电〔2024〕12号",
  days: [
    ...free("元旦", "2025-01-01", "2025-01-01"),
    ...free("春节", "2025-01-28", "2025-02-04"),
    ...worked("春节", "2025-01-26", "2025-02-08"),
    ...free("清明节", "2025-04-04", "2025-04-06"),
    ...free("劳动节", "2025-05-01", "2025-05-05"),
    ...worked("劳动节", "2025-04-27"),
    ...free("端午节", "2025-05-31", "2025-06-02"),
    ...free("国庆节、中秋节", "2025-10-01", "2025-10-08"),
    ...worked("国庆节、中秋节", "2025-09-28", "2025-10-11"),
  ],
};

/** For tests: 国办发明电〔2025〕7号. */
export const notice2026: YearCalendar = {
  year: 2026,
  version: 1,
  source: "国办发明电〔2025〕7号",
  days: [
    ...free("元旦", "2026-01-01", "2026-01-03"),
    ...worked("元旦", "2026-01-04"),
    ...free("春节", "2026-02-15", "2026-02-23"),
    ...worked("春节", "2026-02-14", "2026-02-28"),
    ...free("清明节", "2026-04-04", "2026-04-06"),
    ...free("劳动节", "2026-05-01", "2026-05-05"),
    ...worked("劳动节", "2026-05-09"),
    ...free("端午节", "2026-06-19", "2026-06-21"),
    ...free("中秋节", "2026-09-25", "2026-09-27"),
    ...free("国庆节", "2026-10-01", "2026-10-07"),
    ...worked("国庆节", "2026-09-20", "2026-10-10"),
  ],
};

export const officeHours = [{ validFrom: "2000-01-01", spans: ["08:30-12:00", "14:30-18:00"] }];
