type Facts = Readonly<Record<string, string | number>>;
type Words = Readonly<Record<"zh-CN" | "en", (facts: Facts) => string>>;

/** Why the machine proposes what it proposes, in the reader's words. */
const REASONS: Readonly<Record<string, Words>> = {
  "triage.category-words": {
    "zh-CN": (f) => `说到“${f.words}”，多半是“${f.category}”`,
    en: (f) => `The words “${f.words}” speak for “${f.categoryEn ?? f.category}”`,
  },
  "triage.category-learned": {
    "zh-CN": (f) => `已确认的同类事项也这样说：${f.words}`,
    en: (f) => `Confirmed matters of this category use the same words: ${f.words}`,
  },
  "triage.no-category": { "zh-CN": () => "没有看出是哪一类，请您定", en: () => "No category stands out; please choose" },
  "triage.kind-words": { "zh-CN": (f) => `从“${f.words}”看`, en: (f) => `From “${f.words}”` },
  "triage.kind-usual": {
    "zh-CN": (f) => (f.category ? `“${f.category}”通常是这样` : "通常是这样"),
    en: (f) => (f.category ? `Usual for “${f.categoryEn ?? f.category}”` : "The usual kind"),
  },
  "triage.danger": {
    "zh-CN": (f) => `说到“${f.words}”，有人身危险，先打 ${f.call}`,
    en: (f) => `“${f.words}”: danger to life, call ${f.call} first`,
  },
  "triage.pressing": { "zh-CN": (f) => `说到“${f.words}”，宜抓紧`, en: (f) => `“${f.words}”: better soon` },
  "triage.urgency-usual": { "zh-CN": () => "没有看出紧急", en: () => "Nothing urgent stands out" },
  "triage.same-text": { "zh-CN": () => "一字不差", en: () => "Word for word the same" },
  "triage.same-probably": { "zh-CN": (f) => `都说到“${f.words}”`, en: (f) => `Both say “${f.words}”` },
  "triage.similar": { "zh-CN": (f) => `有些相近：${f.words}`, en: (f) => `Somewhat alike: ${f.words}` },
  "triage.not-seen": { "zh-CN": () => "没有看到相近的", en: () => "Nothing like it was found" },
  "dispatch.by-rule": { "zh-CN": (f) => `规则“${f.rule}”：${f.reason}`, en: (f) => `Rule “${f.rule}”: ${f.reason}` },
  "dispatch.by-catalogue": { "zh-CN": (f) => `派单目录（${f.basis}）`, en: (f) => `Dispatch catalogue (${f.basis})` },
  "dispatch.no-category": { "zh-CN": () => "类别未定，先由县中心处理", en: () => "No category yet: the county centre takes it" },
  "dispatch.place-unknown": {
    "zh-CN": () => "地点不明，先由县中心核实",
    en: () => "Place unknown: the county centre checks first",
  },
  "dispatch.unit-above": {
    "zh-CN": () => "被反映的单位回避，交上级单位",
    en: () => "The unit complained of stands aside: the one above takes it",
  },
  "dispatch.refused-report": {
    "zh-CN": (f) => `${f.unit}是被举报单位，不能交给它`,
    en: (f) => `${f.unit} is the unit reported and may not be given it`,
  },
  "dispatch.refused-secrecy": {
    "zh-CN": (f) => `反映人要求保密，不能交给${f.unit}`,
    en: (f) => `The reporter asked for secrecy: not to ${f.unit}`,
  },
  "dispatch.not-on-duty-list": {
    "zh-CN": (f) => `不在${f.unit}的履职事项清单上，不能由它主办${f.instead ? `，交${f.instead}` : ""}`,
    en: (f) => `Not on the duty list of ${f.unit}, which may not lead it${f.instead ? `: to ${f.instead}` : ""}`,
  },
  "dispatch.support-not-on-duty-list": {
    "zh-CN": (f) => `不在${f.unit}的履职事项清单上，不能由它协办`,
    en: (f) => `Not on the duty list of ${f.unit}, which may not support`,
  },
  "place.certain": { "zh-CN": (f) => `文中写明“${f.words}”`, en: (f) => `The text says “${f.words}”` },
  "place.likely": { "zh-CN": (f) => `从“${f.words}”推断，请确认`, en: (f) => `Inferred from “${f.words}”; please confirm` },
};

/** A reason with its sentence. */
export const reasonOf = (reason: { readonly key: string; readonly facts: Facts }, locale: "zh-CN" | "en") => ({
  key: reason.key,
  facts: { ...reason.facts } as Record<string, unknown>,
  sentence: REASONS[reason.key]?.[locale](reason.facts) ?? reason.key,
});
