import type { RefusalWords } from "../../foundation/http/refusals.ts";
import type { Locale } from "../../foundation/time/index.ts";
import type { CountedDay, Term } from "./contract.ts";

/** Why clocks say no, and what to do next. */
export const clocksRefusals = {
  "clocks.no-such-term": {
    "zh-CN": (f) => `县里没有「${String(f.term)}」这个期限。请规则与目录岗补上。`,
    en: (f) => `The county has no term “${String(f.term)}”. Ask the rules post to add it.`,
  },
  "clocks.no-office-hours": {
    "zh-CN": () => "县里还没有设上下班时间，工作小时算不出来。请先设好。",
    en: () => "The county has not set its office hours, so working hours cannot be counted. Set them first.",
  },
  "clocks.office-hours-unfit": {
    "zh-CN": (f) => `上下班时间写得不对：${String(f.text)}。请写成 08:30-12:00 这样。`,
    en: (f) => `Office hours are not right: ${String(f.text)}. Write them like 08:30-12:00.`,
  },
  "clocks.term-too-long": {
    "zh-CN": () => "这个期限长得算不到头，请检查期限和日历。",
    en: () => "This term has no end in sight. Check the term and the calendar.",
  },
  "clocks.may-not-keep-the-calendar": {
    "zh-CN": () => "放假安排由县里管日历的岗位录入。",
    en: () => "Holidays are entered by the county post that keeps the calendar.",
  },
  "clocks.changed-meanwhile": {
    "zh-CN": () => "刚刚有人改过日历，这次没有存。请刷新看过再录。",
    en: () => "Someone just changed the calendar; this was not saved. Refresh, look, and enter again.",
  },
  "clocks.day-outside-the-year": {
    "zh-CN": (f) => `${String(f.day)} 不在 ${String(f.year)} 年的放假安排里。请改日期。`,
    en: (f) => `${String(f.day)} lies outside the notice for ${String(f.year)}. Correct the date.`,
  },
  "clocks.day-named-twice": {
    "zh-CN": (f) => `${String(f.day)} 写了两遍。请留一条。`,
    en: (f) => `${String(f.day)} is named twice. Keep one.`,
  },
  "clocks.make-up-workday-is-no-weekend": {
    "zh-CN": (f) => `${String(f.day)} 不是周末，不用写成调休上班。`,
    en: (f) => `${String(f.day)} is no weekend day and cannot be a make-up workday.`,
  },
  "clocks.office-hours-in-the-past": {
    "zh-CN": (f) => `${String(f.day)} 不晚于今天。已算过的时间照当时的作息，新作息请从明天或以后起。`,
    en: (f) =>
      `${String(f.day)} is not after today. What was counted keeps its hours; let the new ones hold from tomorrow or later.`,
  },
  "clocks.ground-named-twice": {
    "zh-CN": (f) => `暂停情形「${String(f.ground)}」写了两遍。请留一条。`,
    en: (f) => `The ground “${String(f.ground)}” is named twice. Keep one.`,
  },
  "clocks.no-file": {
    "zh-CN": () => "没有收到文件。请选一个 XLSX 或 CSV 文件再传。",
    en: () => "No file arrived. Choose an XLSX or CSV file and send it again.",
  },
  "clocks.no-pause-for-this-term": {
    "zh-CN": (f) => `「${String(f.term)}」没有可以暂停的法定情形，计时不能停。请继续办理，按期答复。`,
    en: (f) => `No law lets the term “${String(f.englishTerm)}” stand still. Go on, and answer in time.`,
  },
  "clocks.ground-does-not-pause": {
    "zh-CN": (f) => `这个理由不能让「${String(f.term)}」暂停；可以暂停的只有：${String(f.grounds)}。请选其中一项，或继续办理。`,
    en: (f) =>
      `“${String(f.englishTerm)}” does not stand still on this ground, only for: ${String(f.englishGrounds)}. Choose one of them, or go on.`,
  },
  "clocks.no-extension-for-this-term": {
    "zh-CN": (f) => `「${String(f.term)}」不能延长。请按期办完。`,
    en: (f) => `The term “${String(f.englishTerm)}” cannot be extended. Finish in time.`,
  },
  "clocks.extension-is-no-length": {
    "zh-CN": () => "延长多少要写成 1 以上的整数。请改。",
    en: () => "An extension is a whole number of 1 or more. Correct it.",
  },
  "clocks.extended-already": {
    "zh-CN": (f) => `「${String(f.term)}」只能延长一次，已经延长过了。请按延长后的日期办完。`,
    en: (f) => `The term “${String(f.englishTerm)}” may be extended once, and was. Finish by the extended date.`,
  },
  "clocks.extension-too-long": {
    "zh-CN": (f) =>
      `「${String(f.term)}」一共最多延长 ${String(f.most)}${unitWords(f.unit, "zh-CN")}，还能延长 ${String(f.left)}${unitWords(f.unit, "zh-CN")}。请改短。`,
    en: (f) =>
      `“${String(f.englishTerm)}” may be extended by ${String(f.most)} ${unitWords(f.unit, "en")} altogether; ${String(f.left)} are left. Make it shorter.`,
  },
} satisfies RefusalWords;

function unitWords(unit: unknown, locale: Locale): string {
  return UNITS[unit as Term["unit"]]?.[locale] ?? "";
}
/** Units as they stand behind a number. */
export const UNITS: Record<Term["unit"], Record<Locale, string>> = {
  "working days": { "zh-CN": "个工作日", en: "working days" },
  "natural days": { "zh-CN": "个自然日", en: "calendar days" },
  "working hours": { "zh-CN": "个工作小时", en: "working hours" },
  "urgent hours": { "zh-CN": "小时（不分昼夜）", en: "hours round the clock" },
};
/** 15个工作日 or 15 working days. */
export const termWords = (term: Pick<Term, "length" | "unit">, locale: Locale): string =>
  `${term.length}${locale === "en" ? " " : ""}${UNITS[term.unit][locale]}`;

const REASONS: Record<CountedDay["why"], Record<Locale, string>> = {
  "starting day": { "zh-CN": "开始当日不计", en: "the day it starts is not counted" },
  "working day": { "zh-CN": "工作日", en: "working day" },
  "make-up workday": { "zh-CN": "调休上班", en: "make-up workday" },
  "natural day": { "zh-CN": "自然日", en: "calendar day" },
  weekend: { "zh-CN": "周末", en: "weekend" },
  holiday: { "zh-CN": "放假", en: "holiday" },
  paused: { "zh-CN": "计时暂停", en: "clock paused" },
  "last day moved here": { "zh-CN": "最后一日顺延至此", en: "last day moved here" },
  "round the clock": { "zh-CN": "连续计时", en: "round the clock" },
  "outside office hours": { "zh-CN": "已下班", en: "after hours" },
};

/** Why a day was or was not counted, e.g. 国庆节放假, 调休上班, 周末（放假安排未公布）. */
export function dayWords(day: CountedDay, locale: Locale): string {
  const reason = REASONS[day.why][locale];
  const named = day.name
    ? locale === "en"
      ? `${reason} (${day.name})`
      : day.why === "holiday"
        ? `${day.name}${reason}`
        : `${reason}（${day.name}）`
    : reason;
  if (!day.assumed) return named;
  return locale === "en" ? `${named}, the year's holidays are not published` : `${named}（当年放假安排未公布）`;
}
