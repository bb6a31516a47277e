import type { RefusalWords } from "../../foundation/http/refusals.ts";

/** Words of the exported sheet. */
export const exportWords = {
  "zh-CN": {
    sheet: "回访三率",
    about: "算法说明",
    what: "项目",
    means: "说明",
    period: "办结时间",
    formulas: "公式版本",
    calculated: "算于",
    total: "合计",
    valid: "有效",
    excluded: "剔除",
    none: "没有有效回访",
    withheld: (n: number) => `有效不足 ${n} 件，不给比例`,
    by: { unit: "承办单位", township: "乡镇", kind: "类别", month: "月份" },
  },
  en: {
    sheet: "Return calls",
    about: "How it is counted",
    what: "Item",
    means: "Meaning",
    period: "Closed",
    formulas: "Version of formulas",
    calculated: "Calculated",
    total: "Together",
    valid: "valid",
    excluded: "excluded",
    none: "no valid answer",
    withheld: (n: number) => `fewer than ${n} valid, not told`,
    by: { unit: "Unit", township: "Township", kind: "Kind", month: "Month" },
  },
} as const;

/** Why a return call says no, and what to do next. */
export const surveysRefusals = {
  "surveys.no-such-call": {
    "zh-CN": () => "没有这个回访，或它不在您的辖区内。请取下一个。",
    en: () => "There is no such return call, or it lies outside your area. Take the next one.",
  },
  "surveys.own-unit": {
    "zh-CN": () => "这件事是您所在的单位办的，不能由本单位自己回访。请取下一个。",
    en: () => "Your own unit handled this matter, so it does not make this call. Take the next one.",
  },
  "surveys.changed-meanwhile": {
    "zh-CN": () => "刚刚有人记过这个回访。您写的都还在，请看过现在的情况再记。",
    en: () => "Someone recorded this call meanwhile. What you wrote is kept; see how it stands and record again.",
  },
  "surveys.call-is-over": {
    "zh-CN": () => "这个回访已经结束，不用再打。请取下一个。",
    en: () => "This call is over and needs no further attempt. Take the next one.",
  },
  "surveys.later-lies-ahead": {
    "zh-CN": (f) => `约定再打的时间要在现在以后，最晚 ${String(f.until)}。请改时间。`,
    en: (f) => `The time to call again must lie ahead, ${String(f.until)} at the latest. Change it.`,
  },
  "surveys.consent-needed": {
    "zh-CN": () => "要重新办理，请先问过居民并得到同意，再勾选同意。",
    en: () => "Ask the resident first and tick their consent before the matter is opened again.",
  },
  "surveys.words-needed": {
    "zh-CN": () => "请用居民自己的话写下还有什么没办好，再提交。",
    en: () => "Write down in the resident's words what is not right yet, then send.",
  },
  "surveys.rated-already": {
    "zh-CN": () => "居民已在网上评价过满意度，不再问。请去掉这一项再记。",
    en: () => "The resident rated it at the portal; this is not asked again. Leave it out and record.",
  },
  "surveys.satisfied-missing": {
    "zh-CN": () => "还没选满意度，请选一项再记。",
    en: () => "How satisfied the resident is has not been chosen. Choose one and record.",
  },
  "surveys.period-backwards": {
    "zh-CN": () => "结束日期早于开始日期，请改一下。",
    en: () => "The last day lies before the first. Change one of them.",
  },
  "surveys.period-too-long": {
    "zh-CN": () => "最多看十年，请缩短一些。",
    en: () => "At most ten years; choose a shorter period.",
  },
  "surveys.no-such-version": {
    "zh-CN": (f) => `没有第 ${String(f.version)} 版公式，请从列表里选。`,
    en: (f) => `There is no version ${String(f.version)} of the formulas. Choose one of the list.`,
  },
  "surveys.not-backwards": {
    "zh-CN": (f) => `新版本最早从今天（${String(f.today)}）起用；以前的数字按当时的版本算。`,
    en: (f) => `A new version begins today (${String(f.today)}) at the earliest; past figures keep the version of then.`,
  },
  "surveys.data-changed-meanwhile": {
    "zh-CN": (f) => `别人刚存了第 ${String(f.version)} 版。您改的都还在，请刷新看过再存。`,
    en: (f) => `Someone saved version ${String(f.version)} meanwhile. What you changed is kept; refresh, look and save again.`,
  },
  "surveys.data-not-understood": {
    "zh-CN": (f) => `有一项没填对（${String(f.field)}），请改了再存。`,
    en: (f) => `One part is not right (${String(f.field)}). Correct it and save again.`,
  },
} satisfies RefusalWords;
