import type { RefusalWords } from "../../foundation/http/refusals.ts";

type Both = { readonly "zh-CN": string; readonly en: string };

/** What each figure counts, as it stands beside it. */
export const definitions = {
  received: {
    "zh-CN": "本周登记的事项，含后来撤回、合并的",
    en: "Matters received in the week, those withdrawn or merged later included",
  },
  closed: {
    "zh-CN": "本周办结的事项（当场答复也算）；重新办理的不再算",
    en: "Matters closed in the week, answers on the spot included; one that was reopened no longer counts",
  },
  open: { "zh-CN": "此刻还没办完的事项，含挂账", en: "Matters not finished at this moment, shelved ones included" },
  overdue: { "zh-CN": "此刻没办完、已过居民总期限的事项", en: "Open matters past the resident's term at this moment" },
  shelved: { "zh-CN": "此刻挂账、等复查日的事项", en: "Matters shelved at this moment until their review day" },
  onTime: {
    "zh-CN": "本周办结的事项中，在居民总期限内办结的比例；少于 10 件不作比较；区间为 95% Wilson 区间",
    en: "Share of the matters closed in the week that were closed within the resident's term; below ten not compared; Wilson's interval, 95 %",
  },
  satisfied: {
    "zh-CN": "本周办结且居民作了评价的事项中，满意和很满意的比例；少于 10 件不作比较；区间为 95% Wilson 区间",
    en: "Share of the rated matters closed in the week whose resident was satisfied or very satisfied; below ten not compared; Wilson's interval, 95 %",
  },
} as const satisfies Record<string, Both>;

/** Said after a definition where the reader does not see the whole place. */
export const onlyWhatYouSee: Both = { "zh-CN": "（只算您看得到的事项）", en: " (of the matters that you may see)" };

export const mapWords = {
  received: { "zh-CN": "本周收件", en: "Received in the week" },
  open: { "zh-CN": "正在办理", en: "Open now" },
  overdue: { "zh-CN": "已超期", en: "Overdue now" },
  unit: { "zh-CN": "件", en: "matters" },
} as const satisfies Record<string, Both>;

export const insightRefusals = {
  "insight.not-your-area": {
    "zh-CN": () => "这个地方不在您的辖区内，看不到它的数字。请选自己辖区里的乡镇或村。",
    en: () => "This place lies outside your area, so its figures are not shown. Choose a township or village of your own.",
  },
  "insight.no-figures-here": {
    "zh-CN": () => "数字只按县、乡镇、村统计。请选一个乡镇或村。",
    en: () => "Figures are counted for the county, a township or a village. Choose one of these.",
  },
} satisfies RefusalWords;
