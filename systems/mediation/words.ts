import type { RefusalWords } from "../../foundation/http/refusals.ts";

const both = (zh: string, en: string): RefusalWords[string] => ({ "zh-CN": () => zh, en: () => en });

/** Why a step of a mediation is not taken, and what to do next. */
export const mediationRefusals = {
  "mediation.not-from-here": both(
    "这件调解现在走不到这一步。请刷新，看看它到了哪一步。",
    "The case is not at this step now. Refresh to see where it stands.",
  ),
  "mediation.two-sides-needed": both("申请人和被申请人都要填。请补上另一方。", "Both sides are needed. Add the other one."),
  "mediation.referral-number-needed": both(
    "移交来的要写对方的编号，办完好回复。请补上。",
    "A case handed over needs the sender's number, so that the answer goes back. Add it.",
  ),
  "mediation.already-elsewhere": both(
    "法院或者卫生部门已经受理，这里不能再受理。请告诉申请人到那边办。",
    "A court or the health office has taken it already. Tell the applicant to go on there.",
  ),
  "mediation.other-side-must-agree": both(
    "医疗纠纷由一方申请的，要先问另一方同不同意。请问过后记下。",
    "One side applied: in a medical dispute ask the other side first, and record the word.",
  ),
  "mediation.party-is-there": both("这位当事人已经在案里了。", "This party is in the case already."),
  "mediation.no-such-party": both("案里没有这位当事人。请从名单里选。", "No such party in this case. Choose one of the list."),
  "mediation.power-of-attorney-needed": both(
    "委托代理人要交授权委托书。请先收下委托书。",
    "An agent needs a power of attorney. Take it first.",
  ),
  "mediation.guardian-needed": both(
    "未成年人要由监护人到场、签字。请先登记监护人。",
    "A minor is spoken for by a guardian. Register the guardian first.",
  ),
  "mediation.a-mediator-needed": both(
    "还没有双方都接受的调解员。请先选定。",
    "No mediator stands whom both sides accept. Choose one first.",
  ),
  "mediation.mediator-was-refused": both(
    "这位调解员已被当事人拒绝，不能再选。请另选一位。",
    "A party refused this mediator. Choose another.",
  ),
  "mediation.no-such-mediator": both(
    "这位不是本案的调解员。请从名单里选。",
    "Not a mediator of this case. Choose one of the list.",
  ),
  "mediation.public-only-with-both": both(
    "医疗纠纷公开调解要医患双方都同意。请先问双方。",
    "A medical dispute is held in public only with both sides' consent. Ask both first.",
  ),
  "mediation.notice-comes-first": both(
    "还没有向全体当事人告知权利义务。请先宣读、记下，再调解。",
    "Rights and duties have not been told to all parties. Do that first.",
  ),
  "mediation.both-sides-needed": both(
    "要双方都有人到场才能调解。缺席的一方请改约时间。",
    "Both sides must be there. Arrange another time with the one that is missing.",
  ),
  "mediation.session-comes-first": both(
    "还没有调解过。请先记下一次调解，再写协议。",
    "No session was held yet. Record one before the agreement.",
  ),
  "mediation.appraisal-is-running": both("鉴定正在进行，结束后才能再委托。", "An appraisal is running. End it first."),
  "mediation.no-appraisal-runs": both("没有正在进行的鉴定。", "No appraisal is running."),
  "mediation.all-must-agree-to-go-on": both(
    "延长调解要全体当事人同意。请逐一问过再记。",
    "All parties must agree to go on. Ask each of them.",
  ),
  "mediation.day-has-passed": both(
    "日期要在今天以后，也要比上次定的晚。请改。",
    "The day must lie ahead, and later than the one set before.",
  ),
  "mediation.agreement-says-nothing": both(
    "协议内容还是空的。请至少写一条。",
    "The agreement is empty. Write at least one term.",
  ),
  "mediation.agent-may-not-agree": both(
    "一般授权的代理人不能代为达成协议。请本人到场，或者换特别授权。",
    "An agent with ordinary authority may not agree. The party comes, or gives special authority.",
  ),
  "mediation.must-be-written": both("医疗纠纷要写调解协议书，不能只作口头协议。", "A medical dispute needs a written agreement."),
  "mediation.nothing-to-sign": both("没有等着签的协议书。请先写好。", "No agreement waits to be signed. Write it first."),
  "mediation.already-signed-by-some": both(
    "已有人在这份协议上签了字，不能再改或撤。要改请另写一份。",
    "Someone has signed it: it is not changed any more. Write a new one.",
  ),
  "mediation.not-all-have-signed": both(
    "还有当事人没签字、盖章或者按指印，协议没有生效。请补齐。",
    "Not every party has signed, sealed or given a 指印: nothing is in effect yet.",
  ),
  "mediation.witness-needed": both(
    "不能签字的当事人要按指印，并有见证人在旁签名。请登记见证人。",
    "Who cannot sign gives a 指印 beside a witness. Register the witness.",
  ),
  "mediation.signed-in-the-future": both("日期在今天以后，请改。", "That day has not come yet. Correct it."),
  "mediation.signed-before-written": both(
    "签字日期早于协议书写成的日期，请核对。",
    "Signed before it was written: check the days.",
  ),
  "mediation.nothing-to-change": both("还没有生效的协议，不用另立。", "No agreement is in force yet."),
  "mediation.court-is-deciding": both(
    "法院正在审查司法确认，等裁定后再办这一步。",
    "The court is deciding on the confirmation. Wait for its ruling.",
  ),
  "mediation.no-such-duty": both("协议里没有这一项。请从清单里选。", "The agreement has no such item. Choose one of the list."),
  "mediation.duty-is-done": both("这一项已经记为履行了。", "This item is performed already."),
  "mediation.not-all-performed": both(
    "还有没履行的项，不能记为全部履行。请逐项记下，或者督促。",
    "Some items are still open. Record each, or urge.",
  ),
  "mediation.look-after-it-first": both(
    "立卷前要回访一次，或者记下全部履行。",
    "Before the file is bound, visit again or record that all was performed.",
  ),
  "mediation.no-agreement-in-force": both(
    "还没有生效的协议，不能申请司法确认。",
    "No agreement is in force: there is nothing to confirm.",
  ),
  "mediation.status-is-not-confirmed": both(
    "确认身份、收养、婚姻关系的，法院不受理司法确认。协议照样有效。",
    "Courts do not confirm who is whose spouse, parent or child. The agreement stands without it.",
  ),
  "mediation.thirty-days-are-over": both(
    "协议生效已过三十日，不能再申请司法确认。有争议的可以起诉。",
    "Thirty days since it took effect are over. In a dispute the court is open.",
  ),
  "mediation.already-applied": both("已经申请过司法确认了。", "Confirmation has been applied for already."),
  "mediation.both-must-apply": both(
    "司法确认要双方共同申请。请双方都在申请书上签字。",
    "Both sides apply together. Let both sign the application.",
  ),
  "mediation.no-court-invited": both(
    "这件不是法院邀请调解的，请选别的管辖依据。",
    "No court invited this mediation. Choose another basis.",
  ),
  "mediation.nothing-before-the-court": both("没有正在法院审查的申请。", "Nothing is before the court."),
  "mediation.day-cannot-be": both(
    "日期不对：早于申请，或者在今天以后。请核对。",
    "The day cannot be: before the application, or still to come.",
  ),
  "mediation.ways-must-be-told": both(
    "调解不成的，要告知当事人还能走的途径。请至少选一种。",
    "Tell the parties which ways remain. Choose at least one.",
  ),
} satisfies RefusalWords;
