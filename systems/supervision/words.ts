import type { RefusalWords } from "../../foundation/http/refusals.ts";
import type { Body, Measure } from "./rules/measures.ts";

type Both = Readonly<Record<"zh-CN" | "en", string>>;
const both = (zh: string, en: string): Both => ({ "zh-CN": zh, en });

export const BODY_WORDS: Readonly<Record<Body, Both>> = {
  centre: both("县综治中心", "county centre"),
  "petition-department": both("信访部门", "petition department"),
  "joint-meeting": both("信访工作联席会议", "joint meeting on petitions"),
  "government-supervision": both("政府督查机构", "government supervision body"),
};
export const MEASURE_WORDS: Readonly<Record<Measure, Both>> = {
  urge: both("催办", "Urging"),
  supervise: both("督办", "Supervision"),
  "listed-supervision": both("挂牌督办", "Listed supervision"),
  talk: both("约谈", "Admonitory talk"),
  circular: both("通报", "Circular"),
  rectify: both("限期整改", "Rectification by a date"),
  "recommend-improvement": both("改进工作建议", "Recommendation: improve the work"),
  "recommend-policy": both("完善政策建议", "Recommendation: improve the policy"),
  "recommend-accountability": both("追究责任建议", "Recommendation: hold to account"),
};
export const KIND_WORDS: Readonly<Record<string, Both>> = {
  consultation: both("咨询", "Consultation"),
  help: both("求助", "Help"),
  complaint: both("投诉", "Complaint"),
  report: both("举报", "Report"),
  suggestion: both("建议", "Suggestion"),
  dispute: both("矛盾纠纷", "Dispute"),
  hazard: both("隐患", "Hazard"),
};
export const ORDER_NOTICES: Readonly<Record<string, Both>> = {
  "order-issued": both("收到督办，请答复", "An order to answer"),
  "order-returned": both("督办答复被退回", "Your answer was returned"),
  "order-closed": both("督办已办结", "Order closed"),
  "order-answered": both("督办有答复，待审核", "An answer to check"),
  "order-proposed": both("有督办建议，待决定", "A proposed order to decide"),
  "order-not-issued": both("督办建议未采纳", "Your proposal was not issued"),
  overdue: both("已超期", "Overdue"),
  today: both("今日到期", "Due today"),
  soon: both("将到期", "Due soon"),
};
const body = (f: Record<string, unknown>, locale: keyof Both) => BODY_WORDS[f.body as Body]?.[locale] ?? "";
const measure = (f: Record<string, unknown>, locale: keyof Both) => MEASURE_WORDS[f.measure as Measure]?.[locale] ?? "";

/** Why supervision says no, and what to do next. */
export const supervisionRefusals = {
  "supervision.not-this-bodys-measure": {
    "zh-CN": (f) => `${body(f, "zh-CN")}不能作出「${measure(f, "zh-CN")}」。可以改用催办，或者建议有权机关作出。`,
    en: (f) =>
      `The ${body(f, "en")} may not issue “${measure(f, "en")}”${f.article ? ` (${String(f.article)})` : ""}. Urge instead, or propose it to the body entitled.`,
  },
  "supervision.needs-the-governments-decision": {
    "zh-CN": () => "政府督查要有本级人民政府的决定或行政首长的指令。请写明是哪一份（名称、文号或日期）。",
    en: () => "Government supervision rests on a decision of the government or an instruction of its head. Say which one.",
  },
  "supervision.body-has-no-unit": {
    "zh-CN": (f) => `县里还没有设定哪个单位是${body(f, "zh-CN")}。请规则与目录岗在「督办设置」里设好。`,
    en: (f) => `The county has not said which unit is the ${body(f, "en")}. Ask the rules post to set it.`,
  },
  "supervision.not-your-body": {
    "zh-CN": (f) => `您的岗位不属于${body(f, "zh-CN")}（${String(f.unit ?? "")}），不能直接下发。可以改为「提出建议」。`,
    en: (f) => `Your post is not of the ${body(f, "en")} (${String(f.unit ?? "")}). Propose it instead.`,
  },
  "supervision.no-such-unit": {
    "zh-CN": () => "没有这个承办单位，可能刚变动过。请重新选择。",
    en: () => "No such unit; it may have changed. Choose again.",
  },
  "supervision.would-reach-the-unit-complained-of": {
    "zh-CN": () => "所选事项里有举报或要求保密的，不能发给被反映的单位。请去掉这些事项，或改发其上级单位。",
    en: () => "The list holds a sealed matter about this very unit. Take it off, or address the unit above.",
  },
  "supervision.not-found": {
    "zh-CN": () => "没有这份督办，或不归您的岗位看。",
    en: () => "No such order, or it is not for your post.",
  },
  "supervision.changed-meanwhile": {
    "zh-CN": () => "这份督办刚被别人处理过，您这一步没有执行。请看过现在的情况再定。",
    en: () => "Somebody acted on this order first; yours was not done. Look at it as it is now, then decide.",
  },
  "supervision.not-from-this-state": {
    "zh-CN": () => "这份督办现在的状态不能做这一步。请刷新看看。",
    en: () => "The order's state does not allow this step. Refresh and look.",
  },
  "supervision.say-what-was-done": {
    "zh-CN": () => "请写明办了什么、结果怎样。",
    en: () => "Say what was done and what came of it.",
  },
  "supervision.say-whether-adopted": {
    "zh-CN": () => "对这类建议要书面反馈采纳情况。请选择采纳、部分采纳或未采纳。",
    en: () => "Say in writing whether the recommendation is adopted, in part, or not.",
  },
  "supervision.say-why": { "zh-CN": () => "请写明原因。", en: () => "Say why." },
  "supervision.evidence-of-another-matter": {
    "zh-CN": () => "所选附件不属于这份督办所列事项。请先把附件传到事项里再选。",
    en: () => "An attachment belongs to none of the matters listed. Add it to the matter first.",
  },
  "supervision.may-not-edit-the-ladder": {
    "zh-CN": () => "预警阶梯和督办主体由县里的规则与目录岗设定。",
    en: () => "The ladder and the bodies are set by the county's rules post.",
  },
  "supervision.settings-changed-meanwhile": {
    "zh-CN": () => "刚刚有人改过设置，您这次没有存。请刷新看过再改。",
    en: () => "Somebody just changed the settings; yours were not kept. Refresh and change again.",
  },
  "supervision.steps-out-of-order": {
    "zh-CN": (f) => `「${String(f.step)}」应当晚于「${String(f.before)}」。请调整先后或时点。`,
    en: (f) => `“${String(f.step)}” must come later than “${String(f.before)}”. Change the order or the moment.`,
  },
  "supervision.step-named-twice": {
    "zh-CN": (f) => `「${String(f.step)}」的代码写了两遍。请改一个。`,
    en: (f) => `The code of “${String(f.step)}” stands twice. Change one.`,
  },
} satisfies RefusalWords;
