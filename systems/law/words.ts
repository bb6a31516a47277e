import type { RefusalWords } from "../../foundation/http/refusals.ts";

/** Why the register says no, and what to do next. */
export const lawRefusals = {
  "law.may-not-keep-the-register": {
    "zh-CN": () => "依据由县里的规则与目录岗录入。需要新增请找他们。",
    en: () => "Articles are entered by the county's rules post. Ask them to add it.",
  },
  "law.already-in-the-register": {
    "zh-CN": (f) => `「${String(f.id)}」已经在依据库里。先查一查；内容变了，就先把旧的写明截止日期。`,
    en: (f) => `“${String(f.id)}” is in the register already. Look it up; if its text has changed, close the old one first.`,
  },
  "law.no-such-article": {
    "zh-CN": (f) => `依据库里没有「${String(f.id)}」。请刷新后从列表里选。`,
    en: (f) => `The register has no “${String(f.id)}”. Refresh and choose from the list.`,
  },
  "law.closed-already": {
    "zh-CN": (f) => `「${String(f.id)}」已经写明截止日期（${String(f.to)}）。`,
    en: (f) => `“${String(f.id)}” has its last day already (${String(f.to)}).`,
  },
  "law.ends-before-it-begins": {
    "zh-CN": (f) => `截止日期不能早于施行日期（${String(f.from)}）。请改日期。`,
    en: (f) => `The last day cannot be before the day it came into force (${String(f.from)}). Correct the date.`,
  },
  "law.changed-meanwhile": {
    "zh-CN": () => "刚刚有人改过这一条，这次没有存。请刷新看过再录。",
    en: () => "Someone just changed this article; nothing was saved. Refresh, look, and enter again.",
  },
} satisfies RefusalWords;
