type Both = Readonly<Record<"zh-CN" | "en", string>>;
const say = (zh: string, en: string): Both => ({ "zh-CN": zh, en });

/** What an act is called on a timeline. */
export const ACT_TITLES: Readonly<Record<string, Both>> = {
  receive: say("收下", "Received"),
  accept: say("受理，确认类别与地点", "Accepted, category and place confirmed"),
  correct: say("更正", "Corrected"),
  decline: say("不予受理", "Not accepted"),
  "answer-on-spot": say("当场答复", "Answered on the spot"),
  dispatch: say("交办", "Dispatched"),
  sign: say("签收", "Signed for"),
  "hand-back": say("退回", "Handed back"),
  escalate: say("上报", "Escalated"),
  redirect: say("转办", "Redirected"),
  "report-progress": say("报进展", "Progress"),
  "support-answer": say("协办意见", "Support's answer"),
  ask: say("向居民提问", "Question to the resident"),
  answer: say("答复", "Answered"),
  rework: say("退回重办", "Sent back to be redone"),
  close: say("办结", "Closed"),
  shelve: say("挂账", "Shelved"),
  resume: say("恢复办理", "Resumed"),
  merge: say("并案", "Merged"),
  "join-parent": say("归入上级事项", "Joined to a parent"),
  withdraw: say("撤回", "Withdrawn"),
  reopen: say("重新办理", "Reopened"),
  rate: say("评价", "Rated"),
  supplement: say("居民补充", "Resident added"),
  "also-met": say("我也遇到", "Another reporter"),
  note: say("内部记录", "Internal note"),
  urge: say("催办", "Urged"),
  "recompute-due": say("期限重算", "Due date recomputed"),
  "open-identity": say("查看身份信息", "Identity opened"),
  "new-code": say("换发编号", "New code given"),
  erase: say("依法清除身份信息", "Identities erased"),
};

const FIELDS: Readonly<Record<string, Both>> = {
  kind: say("事项种类", "Kind"),
  category: say("类别", "Category"),
  urgency: say("缓急", "Urgency"),
  place: say("地点", "Place"),
  title: say("标题", "Title"),
  "urgency.ordinary": say("一般", "Ordinary"),
  "urgency.pressing": say("较急", "Pressing"),
  "urgency.danger": say("有危险", "Danger"),
  "kind.consultation": say("咨询", "Consultation"),
  "kind.help": say("求助", "Help"),
  "kind.complaint": say("投诉", "Complaint"),
  "kind.report": say("举报", "Report"),
  "kind.suggestion": say("建议", "Suggestion"),
  "kind.dispute": say("矛盾纠纷", "Dispute"),
  "kind.hazard": say("隐患", "Hazard"),
};
/** The word for a field or for a field's value. */
export const fieldWords = (name: string, locale: "zh-CN" | "en", otherwise = name): string => FIELDS[name]?.[locale] ?? otherwise;
