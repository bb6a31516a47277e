import type { PortalHelp } from "../../systems/matters/contract.ts";

/** 示例: telephone, address and hours are made up (no number in China begins so); the county's own replace them. */
export const help: PortalHelp = {
  example: true,
  name: { zh: "郏县", en: "Jiaxian" },
  centre: {
    name: { zh: "郏县综治中心", en: "Jiaxian County Centre" },
    phone: "0375-000 0000",
    phoneHours: { zh: "周一到周日 8:00–20:00，说郏县话就行", en: "Every day 8:00–20:00" },
    address: { zh: "郏县综治中心一楼大厅（示例地址）", en: "Ground floor hall, Jiaxian County Centre (example address)" },
    hours: { zh: "周一到周五 8:30–12:00、14:30–17:30", en: "Monday to Friday 8:30–12:00, 14:30–17:30" },
    access: { zh: "东门没有台阶，轮椅能进", en: "Step-free entrance on the east side" },
  },
};
