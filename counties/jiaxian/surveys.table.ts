import type { DataOf } from "../../systems/surveys/rules/survey-data.ts";

/** 回访抽样: from memory; the county's own rule replaces it. */
const sampling: DataOf<"sampling"> = {
  percent: { consultation: 20, help: 100, complaint: 100, report: 0, suggestion: 30, dispute: 100, hazard: 100 },
  callWhoAskedForSecrecy: false,
  ratedAtPortal: "ask-the-rest",
  mostAttempts: 3,
  againAfterMinutes: 240,
  endsAtOnce: ["wrong-number", "no-number"],
  lapsesAfterDays: 30,
  from: 510,
  until: 1200,
  trust: "from-memory",
};

const script: DataOf<"script"> = {
  greeting: {
    zh: "您好，这里是郏县综治中心，想做一个简短的回访，大约一分钟。现在方便吗？",
    en: "Hello, this is the Jiaxian county centre with a short follow-up, about one minute. Is this a good time?",
  },
  identityCheck: {
    zh: "请问您是怎么称呼的？最近有没有向我们反映过事情？（对方自己说出姓氏和大概的事，才算核对上。核对上以前，不说编号，不说是什么事，也不说是谁反映的。）",
    en: "May I ask your name, and did you bring something to us lately? (Only when they give surname and subject themselves is it them. Before that: no number, no subject, no word of who reported.)",
  },
  wrongPerson: {
    zh: "不好意思，打扰了，我们改时间再联系。（不说来意。）",
    en: "Sorry to have troubled you; we shall call another time. (Say nothing of why.)",
  },
  contacted: {
    zh: "您反映的“{{title}}”由{{unit}}办理。在期限内，他们有没有和您联系过？",
    en: "“{{title}}” was handled by {{unit}}. Did they get in touch with you within the limit?",
  },
  solved: { zh: "您反映的问题，现在解决了没有？", en: "Is what you reported solved now?" },
  satisfied: { zh: "对办理的结果和过程，您满意吗？", en: "How satisfied are you with what was done and how?" },
  words: {
    zh: "还有什么没办好的，或者要说的？（照原话记，不记姓名电话。）",
    en: "Is anything not right yet, or is there something to add? (In their words; no names, no telephones.)",
  },
  consent: { zh: "您愿意让我们按您说的，把这件事重新交办吗？", en: "Shall we have the matter looked at again, as you put it?" },
  goodbye: {
    zh: "谢谢您。再有事，随时可以打中心电话或凭查询码上网看。",
    en: "Thank you. You can call the centre or use your code online at any time.",
  },
  trust: "example",
};

const consultations = {
  kind: "consultation" as const,
  reason: {
    zh: "咨询当场答复，没有要解决的问题，不计入。",
    en: "Consultations are answered, there is nothing to solve; not counted.",
  },
};

/** 三率: built from the usual public descriptions; weights and exclusions change by year and place. */
const formulas: DataOf<"formulas"> = {
  fewest: 10,
  response: {
    name: { zh: "响应率", en: "Response" },
    sentence: {
      zh: "回访时居民说承办单位在期限内联系过的，占回答了这一问的比例；说不清的不算。",
      en: "Share of those asked who said that the unit contacted them within the limit; who cannot say is not counted.",
    },
    weights: { yes: 1, no: 0 },
    over: "valid",
    excludes: [consultations],
  },
  solved: {
    name: { zh: "解决率", en: "Solved" },
    sentence: {
      zh: "回访时居民说已解决的，占回答了这一问的比例；部分解决按 0.5 计。",
      en: "Share of those asked who said that it is solved; partly solved counts one half.",
    },
    weights: { solved: 1, "partly-solved": 0.5, "not-solved": 0 },
    over: "valid",
    excludes: [consultations],
  },
  satisfied: {
    name: { zh: "满意率", en: "Satisfied" },
    sentence: {
      zh: "非常满意和满意的，占作了评价的比例；一般（基本满意）按 0.6 计。网上评价过的算在内，不再问。",
      en: "Share of those who rated, very satisfied or satisfied; fair counts 0.6. Ratings at the portal are counted and not asked again.",
    },
    weights: { "very-satisfied": 1, satisfied: 1, fair: 0.6, dissatisfied: 0, "very-dissatisfied": 0 },
    over: "valid",
    excludes: [],
  },
  trust: "from-memory",
};

export const surveys = { sampling, script, formulas };
