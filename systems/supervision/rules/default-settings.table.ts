import type { Settings } from "../contract.ts";

/** Where the county has set nothing yet; example values that its editor replaces. */
export const defaultSettings: Settings = {
  steps: [
    { code: "half-used", name: "时间过半", englishName: "Half the time is used", moment: { share: 0.5 }, tells: ["holder"] },
    { code: "due-soon", name: "将到期", englishName: "Due soon", moment: { share: 0.8 }, tells: ["holder"] },
    {
      code: "due-today",
      name: "今日到期",
      englishName: "Due today",
      moment: { lastWorkingDay: true },
      tells: ["holder", "unit"],
    },
    { code: "overdue", name: "已超期", englishName: "Overdue", moment: { workingDaysOverdue: 0 }, tells: ["holder", "unit"] },
    {
      code: "overdue-3",
      name: "超期 3 个工作日",
      englishName: "Overdue by 3 working days",
      moment: { workingDaysOverdue: 3 },
      tells: ["unit", "above"],
    },
  ],
  quietFrom: 20 * 60,
  quietUntil: 8 * 60,
  bodies: { centre: "county-centre" },
  daysToAnswer: 5,
  documentWord: "督",
};
