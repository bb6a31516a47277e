import type { RefusalWords } from "../../foundation/http/refusals.ts";

const kind = (facts: Record<string, unknown>, locale: "zh" | "en") =>
  (facts.kind as { zh?: string; en?: string } | undefined)?.[locale] ?? "";

/** Why approvals say no, and what to do next. */
export const approvalsRefusals = {
  "approvals.no-such-kind": {
    "zh-CN": () => "没有这一类审批。请刷新页面再选。",
    en: () => "There is no such kind of approval. Refresh and choose again.",
  },
  "approvals.no-such-subject": {
    "zh-CN": () => "没有这件事，或者您看不到它。请从事项页上申请。",
    en: () => "There is no such matter, or you cannot see it. Ask from the page of the matter.",
  },
  "approvals.no-such-purpose": {
    "zh-CN": () => "请从列出的理由里选一个。",
    en: () => "Choose one of the grounds listed.",
  },
  "approvals.may-not-ask": {
    "zh-CN": (f) => `您现在的岗位不能申请「${kind(f, "zh")}」。需要的话请找单位负责人。`,
    en: (f) => `The post you act in may not ask for “${kind(f, "en")}”. Ask the head of your unit if you need it.`,
  },
  "approvals.not-at-once": {
    "zh-CN": () => "只有人命关天才能一个人先看后补批。别的情形请先申请，等另一个人同意。",
    en: () => "Only danger to life may be acted on at once by one person. Otherwise ask first and wait for another person.",
  },
  "approvals.asked-already": {
    "zh-CN": () => "同一件事您已经申请过，正等另一个人批。请到「审批」里看。",
    en: () => "You asked for this already and it waits for another person. See “Approvals”.",
  },
  "approvals.not-found": {
    "zh-CN": () => "没有这个申请，或者不由您来批。请回到「审批」看看。",
    en: () => "There is no such asking, or it is not yours to decide. Go back to “Approvals”.",
  },
  "approvals.not-for-oneself": {
    "zh-CN": () => "自己申请的不能自己批。请等另一个有权的人来批。",
    en: () => "Nobody approves what they asked for. Wait for another person who may.",
  },
  "approvals.not-for-a-stand-in": {
    "zh-CN": () => "您和申请人正在互相顶岗，等于替自己批，不行。请另一个有权的人来批。",
    en: () => "One of you stands in for the other: that would be approving for oneself. Another person must decide.",
  },
  "approvals.may-not-decide": {
    "zh-CN": (f) => `您现在的岗位不能批「${kind(f, "zh")}」。请有这项权限的人来批。`,
    en: (f) => `The post you act in may not decide “${kind(f, "en")}”. It takes a person whose post has this right.`,
  },
  "approvals.decided-already": {
    "zh-CN": () => "这个申请已经有结果了。请刷新看看。",
    en: () => "This was decided already. Refresh and look.",
  },
  "approvals.waited-too-long": {
    "zh-CN": () => "这个申请等得太久，已经失效。还需要的话请对方重新申请。",
    en: () => "This waited too long and lapsed. If it is still needed, it must be asked anew.",
  },
  "approvals.say-why": {
    "zh-CN": () => "不同意要写一句为什么。请写了再交。",
    en: () => "A no needs one sentence saying why. Write it and send again.",
  },
  "approvals.needed": {
    "zh-CN": (f) =>
      f.waits
        ? `「${kind(f, "zh")}」已经申请，还没有人批。批了以后再办这一步。`
        : `这一步要另一个人先同意（${kind(f, "zh")}）。请先申请。`,
    en: (f) =>
      f.waits
        ? `“${kind(f, "en")}” was asked for and waits for another person. Do this once it is approved.`
        : `This takes another person's consent first (${kind(f, "en")}). Ask for it.`,
  },
} satisfies RefusalWords;
