import type { Citation } from "../../../foundation/citation.ts";

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A ground that may be chosen from the list of a kind. */
export interface Purpose {
  readonly code: string;
  readonly words: Words;
  readonly cites?: readonly Citation[];
}

/** What may be asked of a second person: who asks, who decides, how long it holds. */
export interface ApprovalKind {
  readonly name: Words;
  /** One sentence: what is asked, and what follows. */
  readonly says: Words;
  /** Any of these rights asks; any of those decides. */
  readonly asks: readonly string[];
  readonly decides: readonly string[];
  /** How long an asking waits for its answer, and how long the answer holds at most. */
  readonly waitsHours: number;
  readonly holdsHours: number;
  /** Used up by its first use, or good for as many as happen while it holds. */
  readonly uses: "once" | "many";
  readonly about: "matter" | "other";
  readonly purposes: readonly Purpose[];
  /** For these purposes one person acts at once and a second one reviews within so many hours. */
  readonly atOnce?: { readonly purposes: readonly string[]; readonly reviewWithinHours: number };
}

const purpose = (code: string, zh: string, en: string, ...cites: Citation[]): Purpose => ({
  code,
  words: { zh, en },
  ...(cites.length > 0 && { cites }),
});

const WORKS_ON_MATTERS = ["matters.handle", "matters.receive", "matters.triage", "matters.verify", "matters.supervise"];

/** Every kind of approval by two persons. Server, screens and docs read this one table. */
export const APPROVAL_KINDS = {
  "identity.sealed": {
    name: { zh: "查看保密件的来件人身份", en: "Open an identity of a sealed class" },
    says: {
      zh: "举报、检举控告和要求保密的，看来件人是谁要另一个人同意；看过会告知来件人。",
      en: "Reports, accusations and matters under secrecy: who stands behind them is opened only with another person's consent, and they are told.",
    },
    asks: ["identities.open"],
    decides: ["identities.approve"],
    waitsHours: 72,
    holdsHours: 24,
    uses: "many",
    about: "matter",
    purposes: [
      purpose("reach-for-facts", "核实情况必须联系本人", "facts can only be had from the person"),
      purpose("protect-the-person", "保护来件人", "to protect the person who reported"),
      purpose("deliver-the-outcome", "送达处理结果", "to deliver the outcome"),
      purpose("answer-a-legal-demand", "依法须提供", "the law demands it", "个人信息保护法 第十三条"),
    ],
  },
  "identity.after-closing": {
    name: { zh: "办结后查看来件人身份", en: "Open an identity after closing" },
    says: {
      zh: "事情办结以后再看来件人是谁，要另一个人同意；看过会告知来件人。",
      en: "Once a matter is closed, who stands behind it is opened only with another person's consent, and they are told.",
    },
    asks: WORKS_ON_MATTERS,
    decides: ["identities.approve"],
    waitsHours: 72,
    holdsHours: 24,
    uses: "many",
    about: "matter",
    purposes: [
      purpose("promise-to-keep", "兑现承诺、跟进落实", "to keep a promise that was made"),
      purpose("same-trouble-again", "同一问题又发生", "the same trouble came back"),
      purpose("answer-a-legal-demand", "依法须提供", "the law demands it", "个人信息保护法 第十三条"),
    ],
  },
  "break-glass": {
    name: { zh: "紧急查看", en: "Break glass" },
    says: {
      zh: "人命关天时查看一件保密的事，最多 60 分钟，只看不改；二十四小时内告知来件人，按月公布次数。",
      en: "When a life is in danger one sealed matter is opened for at most 60 minutes, to read only; the resident is told within 24 hours, the count is public each month.",
    },
    asks: ["identities.open", "matters.dispatch", "identities.approve"],
    decides: ["identities.approve"],
    waitsHours: 4,
    holdsHours: 1,
    uses: "many",
    about: "matter",
    purposes: [
      purpose("danger-to-life", "有人有生命危险", "someone's life is in danger", "个人信息保护法 第十三条"),
      purpose("public-emergency", "突发公共事件", "a public emergency", "个人信息保护法 第十三条"),
      purpose("child-or-helpless-person", "未成年人或无自理能力的人受害", "a child or helpless person is being harmed"),
    ],
    atOnce: { purposes: ["danger-to-life"], reviewWithinHours: 24 },
  },
  erasure: {
    name: { zh: "清除来件人身份", en: "Erase who stands behind a matter" },
    says: {
      zh: "把一件事的来件人身份永久清除：事情和办理过程留着，是谁来的再也看不到。",
      en: "Erases for good who stands behind a matter: what was said and done stays, who said it cannot be seen any more.",
    },
    asks: ["residents.erase"],
    decides: ["erasures.approve"],
    waitsHours: 24 * 15,
    holdsHours: 72,
    uses: "once",
    about: "matter",
    purposes: [
      purpose("retention-expired", "保管期限届满", "the term of keeping has ended", "个人信息保护法 第四十七条"),
      purpose("request-of-the-person", "本人要求删除", "the person asked for it", "个人信息保护法 第四十七条"),
      purpose("unlawfully-collected", "违法收集的", "it was collected unlawfully", "个人信息保护法 第四十七条"),
    ],
  },
  "inspection-plan": {
    name: { zh: "检查计划", en: "Inspection plan" },
    says: {
      zh: "让一位检查人员在写明的日子里只读查看写明的单位或地方的事项；看不到来件人身份和保密件，到期自动停。",
      en: "Lets an inspector read the matters of named units or places on named days; no identities, nothing sealed; it ends by itself.",
    },
    asks: ["teams.secure", "matters.supervise"],
    decides: ["inspections.approve"],
    waitsHours: 24 * 15,
    holdsHours: 24 * 30,
    uses: "once",
    about: "other",
    purposes: [
      purpose("supervision-by-law", "依法督查", "supervision by law", "政府督查工作条例 第十一条"),
      purpose("yearly-check", "年度检查", "the yearly check"),
      purpose("complaint-about-handling", "群众反映办理不公", "a complaint about how matters were handled"),
    ],
  },
} as const satisfies Record<string, ApprovalKind>;

export type ApprovalKindName = keyof typeof APPROVAL_KINDS;

/** The declared kind, or nothing where there is no such kind. */
export const findKind = (kind: string): ApprovalKind | undefined => (APPROVAL_KINDS as Record<string, ApprovalKind>)[kind];
