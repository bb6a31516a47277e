import type { Use } from "./contract.ts";

// biome-ignore format: written by a script
/** Written by `scripts/laws-doc.ts` from the citations in the code and the county's data; do not edit by hand. */
export const USES: Readonly<Record<string, readonly Use[]>> = {
  "信访工作条例 第十九条": [
    { kind: "ground", name: "in-progress", file: "counties/jiaxian/replies.table.ts" },
    { kind: "transition", name: "decline", file: "systems/matters/rules/lifecycle.ts" },
  ],
  "信访工作条例 第二十二条": [
    { kind: "destination", name: "petitions", file: "counties/jiaxian/replies.table.ts" },
  ],
  "信访工作条例 第二十三条": [
    { kind: "destination", name: "petitions", file: "counties/jiaxian/replies.table.ts" },
  ],
  "信访工作条例 第二十八条": [
    { kind: "comment", name: "", file: "systems/matters/actions/promise/stand-aside.ts" },
    { kind: "refusal", name: "matters.post-complained-of", file: "systems/matters/actions/the-post-may-be-given.ts" },
    { kind: "comment", name: "", file: "systems/matters/contract/promise.ts" },
    { kind: "comment", name: "", file: "systems/matters/rules/person-choice.rule.ts" },
  ],
  "信访工作条例 第三十条": [
    { kind: "refusal", name: "matters.identity-is-sealed", file: "systems/matters/actions/identity.ts" },
    { kind: "comment", name: "", file: "systems/matters/rules/class-of-a-matter.ts" },
    { kind: "refusal", name: "matters.unit-complained-of", file: "systems/matters/rules/handing-over.rule.ts" },
    { kind: "comment", name: "", file: "systems/matters/rules/opening-an-identity.rule.ts" },
  ],
  "信访工作条例 第三十一条": [
    { kind: "ground", name: "court", file: "counties/jiaxian/replies.table.ts" },
    { kind: "transition", name: "refer", file: "systems/referral/rules/lifecycle.ts" },
  ],
  "信访工作条例 第三十四条": [
    { kind: "destination", name: "petitions", file: "counties/jiaxian/replies.table.ts" },
  ],
  "信访工作条例 第三十六条": [
    { kind: "ground", name: "finished", file: "counties/jiaxian/replies.table.ts" },
  ],
  "信访工作条例 第三十九条": [
    { kind: "text", name: "", file: "systems/supervision/rules/measures.ts" },
  ],
  "信访工作条例 第四十条": [
    { kind: "text", name: "", file: "systems/supervision/rules/measures.ts" },
  ],
  "信访工作条例 第四十六条": [
    { kind: "comment", name: "", file: "systems/matters/rules/class-of-a-matter.ts" },
    { kind: "comment", name: "", file: "systems/matters/rules/opening-an-identity.rule.ts" },
  ],
  "民法典 第二百零二条": [
    { kind: "comment", name: "", file: "systems/mediation/rules/ways-that-remain.rule.ts" },
  ],
  "民法典 第一百八十八条": [
    { kind: "text", name: "", file: "systems/mediation/rules/ways-that-remain.rule.ts" },
  ],
  "人民调解法 第九条": [
    { kind: "comment", name: "", file: "systems/mediation/rules/committee.rule.ts" },
  ],
  "人民调解法 第十七条": [
    { kind: "transition", name: "refuse-mediation", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "register", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "人民调解法 第十九条": [
    { kind: "refusal", name: "mediation.a-mediator-needed", file: "systems/mediation/rules/hearing.ts" },
    { kind: "transition", name: "choose-mediators", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "人民调解法 第二十三条": [
    { kind: "refusal", name: "matters.parties-not-asked", file: "systems/matters/actions/the-post-may-be-given.ts" },
    { kind: "text", name: "", file: "systems/matters/desk/matter/acts/assign-words.ts" },
    { kind: "comment", name: "", file: "systems/matters/rules/person-choice.rule.ts" },
    { kind: "refusal", name: "mediation.mediator-was-refused", file: "systems/mediation/rules/hearing.ts" },
    { kind: "refusal", name: "mediation.notice-comes-first", file: "systems/mediation/rules/hearing.ts" },
    { kind: "transition", name: "choose-mediators", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "disclose-tie", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "give-notice", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "refuse-mediation", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "refuse-mediator", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "人民调解法 第二十四条": [
    { kind: "transition", name: "give-notice", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "人民调解法 第二十五条": [
    { kind: "transition", name: "report-danger", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "人民调解法 第二十六条": [
    { kind: "refusal", name: "mediation.ways-must-be-told", file: "systems/mediation/rules/confirmation.ts" },
    { kind: "transition", name: "fail", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "not-take", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "人民调解法 第二十七条": [
    { kind: "transition", name: "accept", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "file", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "hold-session", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "investigate", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "人民调解法 第二十八条": [
    { kind: "transition", name: "agree-by-word", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "write-agreement", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "人民调解法 第二十九条": [
    { kind: "text", name: "", file: "systems/mediation/rules/agreement.ts" },
    { kind: "transition", name: "sign-agreement", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "write-agreement", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "人民调解法 第三十条": [
    { kind: "transition", name: "agree-by-word", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "人民调解法 第三十一条": [
    { kind: "refusal", name: "mediation.not-all-performed", file: "systems/mediation/rules/agreement.ts" },
    { kind: "refusal", name: "mediation.look-after-it-first", file: "systems/mediation/rules/confirmation.ts" },
    { kind: "transition", name: "all-performed", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "note-performance", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "人民调解法 第三十三条": [
    { kind: "text", name: "", file: "counties/template/statutory-terms.table.ts" },
    { kind: "comment", name: "", file: "systems/mediation/papers/agreement-papers.ts" },
    { kind: "text", name: "", file: "systems/mediation/rules/confirmation.ts" },
    { kind: "transition", name: "agree-anew", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "apply-for-confirmation", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "人民调解法 第三十四条": [
    { kind: "comment", name: "", file: "systems/mediation/rules/case.ts" },
  ],
  "民事诉讼法 第一百二十二条": [
    { kind: "destination", name: "court", file: "counties/jiaxian/replies.table.ts" },
    { kind: "text", name: "", file: "systems/mediation/rules/ways-that-remain.rule.ts" },
  ],
  "民事诉讼法 第二百零五条": [
    { kind: "comment", name: "", file: "systems/mediation/papers/agreement-papers.ts" },
    { kind: "refusal", name: "mediation.both-must-apply", file: "systems/mediation/rules/confirmation.ts" },
    { kind: "transition", name: "apply-for-confirmation", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "民事诉讼法 第二百零六条": [
    { kind: "comment", name: "", file: "systems/mediation/rules/confirmation.ts" },
    { kind: "transition", name: "note-ruling", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "最高人民法院关于人民调解协议司法确认程序的若干规定 第四条": [
    { kind: "text", name: "", file: "systems/mediation/rules/confirmation.ts" },
  ],
  "医疗纠纷预防和处理条例 第三十一条": [
    { kind: "transition", name: "agree-to-mediation", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "text", name: "", file: "systems/mediation/rules/opening.ts" },
  ],
  "医疗纠纷预防和处理条例 第三十八条": [
    { kind: "text", name: "", file: "counties/template/statutory-terms.table.ts" },
    { kind: "text", name: "", file: "systems/mediation/rules/hearing.ts" },
    { kind: "transition", name: "end-appraisal", file: "systems/mediation/rules/lifecycle.ts" },
    { kind: "transition", name: "start-appraisal", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "医疗纠纷预防和处理条例 第三十九条": [
    { kind: "refusal", name: "mediation.must-be-written", file: "systems/mediation/rules/agreement.ts" },
  ],
  "医疗纠纷预防和处理条例 第四十条": [
    { kind: "text", name: "", file: "systems/mediation/rules/ways-that-remain.rule.ts" },
  ],
  "医疗纠纷预防和处理条例 第四十二条": [
    { kind: "refusal", name: "mediation.public-only-with-both", file: "systems/mediation/rules/hearing.ts" },
  ],
  "政府督查工作条例 第十一条": [
    { kind: "text", name: "", file: "systems/approvals/rules/kinds.table.ts" },
    { kind: "text", name: "", file: "systems/supervision/rules/measures.ts" },
  ],
  "政府督查工作条例 第十二条": [
    { kind: "text", name: "", file: "systems/supervision/rules/measures.ts" },
  ],
  "政府督查工作条例 第十四条": [
    { kind: "text", name: "", file: "systems/supervision/rules/measures.ts" },
  ],
  "政府督查工作条例 第十八条": [
    { kind: "text", name: "", file: "systems/supervision/rules/measures.ts" },
  ],
  "个人信息保护法 第六条": [
    { kind: "text", name: "", file: "systems/matters/actions/identity.ts" },
    { kind: "comment", name: "", file: "systems/matters/rules/opening-an-identity.rule.ts" },
  ],
  "个人信息保护法 第十三条": [
    { kind: "text", name: "", file: "systems/approvals/rules/kinds.table.ts" },
  ],
  "个人信息保护法 第四十四条": [
    { kind: "text", name: "", file: "systems/matters/rules/person-requests.rule.ts" },
  ],
  "个人信息保护法 第四十七条": [
    { kind: "text", name: "", file: "systems/approvals/rules/kinds.table.ts" },
    { kind: "text", name: "", file: "systems/matters/rules/person-requests.rule.ts" },
  ],
  "个人信息保护法 第四十八条": [
    { kind: "text", name: "", file: "systems/matters/rules/person-requests.rule.ts" },
  ],
  "个人信息保护法 第五十条": [
    { kind: "text", name: "", file: "counties/jiaxian/local-terms.table.ts" },
    { kind: "text", name: "", file: "systems/matters/actions/own/person-requests.ts" },
    { kind: "text", name: "", file: "systems/matters/rules/person-requests.rule.ts" },
  ],
  "人民调解工作若干规定 第三十六条": [
    { kind: "term", name: "answer-dispute", file: "counties/jiaxian/terms.table.ts" },
    { kind: "text", name: "", file: "counties/template/statutory-terms.table.ts" },
    { kind: "text", name: "", file: "systems/mediation/rules/hearing.ts" },
    { kind: "transition", name: "go-on", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "人民调解工作若干规定 第三十九条": [
    { kind: "transition", name: "visit-again", file: "systems/mediation/rules/lifecycle.ts" },
  ],
  "潍坊市12345政务服务便民热线条例": [
    { kind: "comment", name: "", file: "systems/matters/rules/objection.rule.ts" },
  ],
  "劳动争议调解仲裁法 第五条": [
    { kind: "destination", name: "labour-arbitration", file: "counties/jiaxian/replies.table.ts" },
  ],
  "劳动争议调解仲裁法 第十四条": [
    { kind: "text", name: "", file: "systems/mediation/rules/ways-that-remain.rule.ts" },
  ],
  "劳动争议调解仲裁法 第二十七条": [
    { kind: "text", name: "", file: "systems/mediation/rules/ways-that-remain.rule.ts" },
  ],
  "农村土地承包经营纠纷调解仲裁法 第四条": [
    { kind: "destination", name: "land-arbitration", file: "counties/jiaxian/replies.table.ts" },
    { kind: "text", name: "", file: "systems/mediation/rules/ways-that-remain.rule.ts" },
  ],
  "刑事诉讼法 第一百一十条": [
    { kind: "destination", name: "police", file: "counties/jiaxian/replies.table.ts" },
  ],
  "人民检察院组织法 第二十条": [
    { kind: "destination", name: "procuratorate", file: "counties/jiaxian/replies.table.ts" },
  ],
  "监察法 第三十八条": [
    { kind: "destination", name: "discipline", file: "counties/jiaxian/replies.table.ts" },
  ],
  "行政复议法 第十一条": [
    { kind: "destination", name: "review", file: "counties/jiaxian/replies.table.ts" },
  ],
  "法律援助法 第三十一条": [
    { kind: "destination", name: "legal-aid", file: "counties/jiaxian/replies.table.ts" },
  ],
  "公证法 第十一条": [
    { kind: "destination", name: "notary", file: "counties/jiaxian/replies.table.ts" },
  ],
  "保守国家秘密法 第二十九条": [
    { kind: "ground", name: "secret", file: "counties/jiaxian/replies.table.ts" },
  ],
};
