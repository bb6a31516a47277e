import type { TestField } from "./expression.ts";

/** Every keyword in Chinese and English, equals; the first of each language is the one that is printed. */
export const KEYWORDS = {
  rule: ["规则", "rule"],
  id: ["编号", "id"],
  owner: ["主管", "owner"],
  reason: ["理由", "reason"],
  when: ["当", "when"],
  send: ["派", "send to", "派给"],
  byCatalogue: ["按派单目录", "by the catalogue"],
  support: ["协办", "with"],
  and: ["且", "and"],
  or: ["或", "or"],
  not: ["非", "not"],
  anything: ["不论什么", "anything"],
  to: ["至", "to", "到"],
  nextDay: ["次日", "next day"],
  township: ["所在乡镇", "township of the place"],
  village: ["所在村", "village of the place"],
} as const satisfies Record<string, readonly [string, string, ...string[]]>;
export type Keyword = keyof typeof KEYWORDS;

/** How each test begins; the second part may be any of the joining words. */
export const TESTS: Readonly<Record<TestField, readonly [zh: string, en: string, zhJoin: string, enJoin: string]>> = {
  kinds: ["种类", "kind", "为", "is"],
  categories: ["类别", "category", "属于", "in"],
  urgency: ["紧急程度", "urgency", "为", "is"],
  places: ["地点", "place", "在", "in"],
  doors: ["渠道", "door", "为", "is"],
  words: ["文中有", "text has", "", ""],
  hours: ["时间", "time", "在", "in"],
  weekdays: ["星期", "weekday", "为", "is"],
  dates: ["日期", "date", "在", "in"],
  catalogueLeads: ["目录主办", "catalogue lead", "为", "is"],
  catalogueLevels: ["目录层级", "catalogue level", "为", "is"],
};
export const JOINS = ["属于", "为", "是", "在", "is", "in"] as const;

export const WEEKDAYS = [
  ["周一", "monday"],
  ["周二", "tuesday"],
  ["周三", "wednesday"],
  ["周四", "thursday"],
  ["周五", "friday"],
  ["周六", "saturday"],
  ["周日", "sunday"],
] as const;
export const LEVEL_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  county: ["县级", "county"],
  township: ["乡镇级", "township"],
  village: ["村级", "village"],
};
