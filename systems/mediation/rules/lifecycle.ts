import type { Lifecycle } from "../../../foundation/lifecycle.ts";

export const MEDIATION_STATES = {
  registered: { open: true },
  accepted: { open: true },
  mediating: { open: true },
  agreed: { open: true },
  performed: { open: true },
  "not-taken": { open: true },
  refused: { open: true },
  failed: { open: true },
  filed: { open: false, final: true },
} as const;
export type MediationState = keyof typeof MEDIATION_STATES;

const BEFORE_AN_AGREEMENT = ["registered", "accepted", "mediating"] as const;
const ALIVE = ["accepted", "mediating"] as const;
const AGREED = ["agreed", "performed"] as const;
const MEDIATOR = ["mediator of the case"] as const;

/** 人民调解: from application to a file that is bound. One table for server, screens, clocks, papers, docs and tests. */
export const mediationLifecycle = {
  procedure: "mediation",
  start: { act: "register", state: "registered" },
  states: MEDIATION_STATES,
  acts: {
    register: { from: [], to: "registered", who: ["mediator of the committee"], cites: ["人民调解法 第十七条"] },
    accept: { from: ["registered"], to: "accepted", who: ["mediator of the committee"], cites: ["人民调解法 第二十七条"] },
    "not-take": {
      from: ["registered"],
      to: "not-taken",
      who: ["mediator of the committee"],
      needs: ["why", "ways"],
      cites: ["人民调解法 第二十六条"],
    },
    "add-party": { from: [...BEFORE_AN_AGREEMENT], to: "same", who: [...MEDIATOR] },
    "note-representative": { from: [...BEFORE_AN_AGREEMENT], to: "same", who: [...MEDIATOR] },
    "choose-mediators": {
      from: [...ALIVE],
      to: "same",
      who: ["mediator of the committee"],
      cites: ["人民调解法 第十九条", "人民调解法 第二十三条"],
    },
    "disclose-tie": { from: [...ALIVE], to: "same", who: [...MEDIATOR], cites: ["人民调解法 第二十三条"] },
    "refuse-mediator": { from: [...ALIVE], to: "same", who: [...MEDIATOR], cites: ["人民调解法 第二十三条"] },
    "give-notice": {
      from: [...ALIVE],
      to: "same",
      who: [...MEDIATOR],
      cites: ["人民调解法 第二十三条", "人民调解法 第二十四条"],
    },
    "refuse-mediation": {
      from: [...BEFORE_AN_AGREEMENT],
      to: "refused",
      who: [...MEDIATOR],
      needs: ["party", "words"],
      cites: ["人民调解法 第十七条", "人民调解法 第二十三条"],
    },
    "agree-to-mediation": {
      from: [...BEFORE_AN_AGREEMENT],
      to: "same",
      who: [...MEDIATOR],
      cites: ["医疗纠纷预防和处理条例 第三十一条"],
    },
    investigate: { from: [...ALIVE], to: "same", who: [...MEDIATOR], cites: ["人民调解法 第二十七条"] },
    "start-appraisal": { from: ["mediating"], to: "same", who: [...MEDIATOR], cites: ["医疗纠纷预防和处理条例 第三十八条"] },
    "end-appraisal": { from: ["mediating"], to: "same", who: [...MEDIATOR], cites: ["医疗纠纷预防和处理条例 第三十八条"] },
    "hold-session": { from: [...ALIVE], to: "mediating", who: [...MEDIATOR], cites: ["人民调解法 第二十七条"] },
    "go-on": {
      from: ["mediating"],
      to: "same",
      who: [...MEDIATOR],
      needs: ["until"],
      cites: ["人民调解工作若干规定 第三十六条"],
    },
    "report-danger": {
      from: [...BEFORE_AN_AGREEMENT, ...AGREED],
      to: "same",
      who: [...MEDIATOR],
      needs: ["why"],
      cites: ["人民调解法 第二十五条"],
    },
    "agree-by-word": {
      from: ["mediating"],
      to: "agreed",
      who: [...MEDIATOR],
      cites: ["人民调解法 第二十八条", "人民调解法 第三十条"],
    },
    "write-agreement": {
      from: ["mediating"],
      to: "same",
      who: [...MEDIATOR],
      cites: ["人民调解法 第二十八条", "人民调解法 第二十九条"],
    },
    "sign-agreement": { from: ["mediating"], to: "agreed", who: [...MEDIATOR], cites: ["人民调解法 第二十九条"] },
    "agree-anew": { from: [...AGREED], to: "agreed", who: [...MEDIATOR], cites: ["人民调解法 第三十三条"] },
    "note-performance": { from: ["agreed"], to: "same", who: [...MEDIATOR], cites: ["人民调解法 第三十一条"] },
    "all-performed": { from: ["agreed"], to: "performed", who: [...MEDIATOR], cites: ["人民调解法 第三十一条"] },
    "visit-again": { from: [...AGREED], to: "same", who: [...MEDIATOR], cites: ["人民调解工作若干规定 第三十九条"] },
    "apply-for-confirmation": {
      from: [...AGREED],
      to: "same",
      who: [...MEDIATOR],
      cites: ["人民调解法 第三十三条", "民事诉讼法 第二百零五条"],
    },
    "note-ruling": { from: [...AGREED], to: "same", who: [...MEDIATOR], cites: ["民事诉讼法 第二百零六条"] },
    fail: { from: [...ALIVE], to: "failed", who: [...MEDIATOR], needs: ["why", "ways"], cites: ["人民调解法 第二十六条"] },
    file: {
      from: [...AGREED, "not-taken", "refused", "failed"],
      to: "filed",
      who: ["mediator of the committee"],
      cites: ["人民调解法 第二十七条"],
    },
  },
} as const satisfies Lifecycle<MediationState, string>;

export type MediationAct = keyof typeof mediationLifecycle.acts;
