import type { RefusalWords } from "../../foundation/http/refusals.ts";

/** Why the spine says no, and what to do next. */
export const matterRefusals = {
  "matters.version-gone": {
    "zh-CN": () => "当时的派单规则或目录版本已经不在了，无法重放。请从备份恢复县里的资料，或换一段时间。",
    en: () =>
      "A version of rules or catalogue of that time is gone, so it cannot be replayed. Restore the county's data, or choose another span.",
  },
  "matters.not-found": {
    "zh-CN": () => "没有找到这件事，或它不在您的辖区和权限内。请核对编号。",
    en: () => "No such matter, or it lies outside your area. Check the number.",
  },
  "matters.four-digits-wrong": {
    "zh-CN": () => "四个数对不上。留过电话的，写电话的后四位；没留的，写回执上的四个数。",
    en: () =>
      "The four digits do not fit. Use the last four of the telephone you left; if you left none, the four on the receipt.",
  },
  "matters.request-answered": {
    "zh-CN": () => "这份申请已经答复过了。请刷新看看。",
    en: () => "This request has been answered. Refresh and look.",
  },
  "matters.request-not-erased-yet": {
    "zh-CN": () => "还没有清除，不能答复“已删除”。请先由两个人办完清除，再来答复；不能删的，选“不能照办”，写明理由。",
    en: () =>
      "Nothing has been erased yet, so it cannot be answered as erased. Have two people erase it first, or answer “no” with the reason.",
  },
  "matters.not-from-this-state": {
    "zh-CN": () => "这件事现在的状态不能做这一步，可能刚刚有人办过。请刷新看看。",
    en: () => "This step is not possible in its present state; someone may just have acted. Refresh and look.",
  },
  "matters.not-in-one-go": {
    "zh-CN": () => "这几步不能合在一起办，请一步一步来。",
    en: () => "These steps cannot be taken in one go; take them one by one.",
  },
  "matters.changed-meanwhile": {
    "zh-CN": () => "您写的时候，这件事有了新进展。您写的都还在，看过变化后可以继续。",
    en: () => "The matter changed while you were writing. Your text is kept; look at the change and go on.",
  },
  "matters.platforms-changed-meanwhile": {
    "zh-CN": () => "别人刚存了新的表头。您改的都还在，请刷新看过再存。",
    en: () => "Someone saved other columns meanwhile. What you changed is kept; refresh, look and save again.",
  },
  "matters.no-such-place": {
    "zh-CN": () => "没有这个地方，请从列出的乡镇、村里选。",
    en: () => "There is no such place. Choose one of the listed townships or villages.",
  },
  "matters.no-such-unit": {
    "zh-CN": () => "没有这个单位，请从列表里选。",
    en: () => "There is no such unit. Choose one from the list.",
  },
  "matters.no-such-category": {
    "zh-CN": () => "没有这个类别，请从列表里选。",
    en: () => "There is no such category. Choose one from the list.",
  },
  "matters.no-such-ground": { "zh-CN": () => "请选一条不予受理的理由。", en: () => "Choose a ground for not accepting." },
  "matters.handed-back-already": {
    "zh-CN": (f) => `「${String(f.unit)}」已经提过一次派单异议，裁定后不能再退。确有困难，请上报或申请协办。`,
    en: (f) => `${String(f.unit)} has objected once already; the ruling is final. Escalate it or ask for support instead.`,
  },
  "matters.objection-too-late": {
    "zh-CN": (f) => `派单异议要在 ${String(f.untilWords)} 前提出，现在已经过了。请继续办理；超出权限的请上报。`,
    en: (f) => `An objection had to come by ${String(f.untilWords)}. Go on handling, or escalate what is beyond your power.`,
  },
  "matters.time-asked-already": {
    "zh-CN": () => "已经有一个暂停或延期申请在等批，请等批复后再提。",
    en: () => "A request for time is waiting already. Wait for its decision.",
  },
  "matters.no-time-asked": {
    "zh-CN": () => "没有在等批的暂停或延期申请，可能刚刚有人批过。",
    en: () => "No request for time is waiting; someone may just have decided.",
  },
  "matters.the-resident-is-told-why": {
    "zh-CN": () => "延长对居民的期限，要把原因告诉居民。请写明原因，这段话会发给居民。",
    en: () => "A longer date for the resident needs its reason; write it, the resident gets these words.",
  },
  "matters.no-such-clock": {
    "zh-CN": () => "这件事现在没有这个期限在走。请刷新看看。",
    en: () => "No such clock is running on this matter. Refresh and look.",
  },
  "matters.clock-stands-already": {
    "zh-CN": () => "这个期限正在暂停，请先恢复计时。",
    en: () => "This clock stands still already. Let it go on first.",
  },
  "matters.no-clock-stands": {
    "zh-CN": () => "没有暂停中的期限，不用恢复。",
    en: () => "No clock stands still; there is nothing to resume.",
  },
  "matters.the-platform-set-this-date": {
    "zh-CN": () => "这个期限是上级平台定的，县里不能暂停或延长。请向上级平台申请。",
    en: () => "A higher platform set this date; the county cannot move it. Ask that platform.",
  },
  "matters.only-departments-are-called": {
    "zh-CN": (f) => `吹哨叫的是县直部门，不能叫「${String(f.unit)}」。`,
    en: (f) => `Only county departments can be called to the spot, not ${String(f.unit)}.`,
  },
  "matters.called-already": {
    "zh-CN": (f) => `「${String(f.unit)}」已经吹过哨，在等它报到。`,
    en: (f) => `${String(f.unit)} has been called already and is expected.`,
  },
  "matters.nobody-called-this-unit": {
    "zh-CN": () => "没有乡镇叫您单位到场，不用报到。",
    en: () => "No township has called your unit; there is nothing to report in for.",
  },
  "matters.no-part-of-mine": {
    "zh-CN": () => "您的单位在这件事里没有在办的部分。",
    en: () => "Your unit has no open part in this matter.",
  },
  "matters.the-county-amends-the-catalogue": {
    "zh-CN": () => "派单目录由县里修改。请去掉修改目录的建议再裁定，另报县中心提出。",
    en: () => "The county alone amends the catalogue. Rule without the amendment, and put it to the county centre.",
  },
  "matters.opinions-outstanding": {
    "zh-CN": (f) => `协办单位还没回意见：${String(f.units)}。请等一等，或写明为什么不等。`,
    en: (f) => `Opinions are still out: ${String(f.units)}. Wait for them, or say why you do not.`,
  },
  "matters.kind-needed": { "zh-CN": () => "请先定是哪一类事，再登记。", en: () => "Settle kind and category before confirming." },
  "matters.post-not-of-the-unit": {
    "zh-CN": (f) => `这个岗位不在「${String(f.unit)}」，或不办理事项。请从本单位的办理岗里选。`,
    en: (f) => `This post is not one of ${String(f.unit)} that handles matters. Choose one of the unit's own.`,
  },
  "matters.post-complained-of": {
    "zh-CN": (f) => `「${String(f.post)}」上有人与被反映的人或单位有关，应当回避，不能交给这个岗位。请换一个岗位。`,
    en: (f) =>
      `Somebody of ${String(f.post)} is complained of, or serves whom it is about, and stands aside. Choose another post.`,
  },
  "matters.nobody-at-work": {
    "zh-CN": (f) => `「${String(f.post)}」今天没有人在岗，也没有人代班。请换一个岗位，或先安排代班。`,
    en: (f) => `Nobody holds ${String(f.post)} today and nobody stands in. Choose another post, or arrange a stand-in first.`,
  },
  "matters.parties-not-asked": {
    "zh-CN": (f) =>
      `「${String(f.post)}」上有人同时在被反映的单位任职。请先告诉双方，双方同意后勾选“已告知，双方同意”，或换一个岗位。`,
    en: (f) =>
      `Somebody of ${String(f.post)} also serves the unit complained of. Tell the parties; tick that they agree, or choose another.`,
  },
  "matters.no-receiving-unit": {
    "zh-CN": () => "还没有建立县综治中心，不能收件。请系统管理岗先建单位。",
    en: () => "There is no county centre yet to receive matters. Ask the administrator to make it.",
  },
  "matters.nobody-lawful-receives": {
    "zh-CN": (f) =>
      `按规定，这件事不能交给被反映的单位、它的下级，或办过前一件事的单位，本县没有别的单位可以收。请直接向${String(f.above)}反映；您写的没有存下，也没有人看到。`,
    en: (f) =>
      `By law this may go neither to the unit complained of, nor to those under it, nor to whoever had the earlier matter, and no other unit here can receive it. Please turn to ${String(f.above)}; nothing was kept and nobody saw it.`,
  },
  "matters.post-of-another-unit": {
    "zh-CN": () => "选的岗位不在选的单位里。请只选岗位，或改选单位。",
    en: () => "The post chosen is not of the unit chosen. Choose the post alone, or another unit.",
  },
  "matters.name-by-someone-outside": {
    "zh-CN": () => "您在被反映单位这一边，不能由您认定。请交县综治中心受理岗认定。",
    en: () => "You are on the side complained of, so another must name it. Leave it to the county centre's intake post.",
  },
  "matters.would-open-a-sealed-matter": {
    "zh-CN": () => "这两件事要瞒着的人不一样，并在一起会让被反映的一方看到。请分开办理。",
    en: () => "These two are kept from different people; merging would show one to the side it complains of. Handle them apart.",
  },
  "matters.no-term": {
    "zh-CN": () => "县里还没有设这类事的办理期限。请规则与目录岗补上。",
    en: () => "The county has no term for this kind yet. Ask the rules post to add it.",
  },
  "matters.unit-complained-of": {
    "zh-CN": (f) => `「${String(f.unit)}」就是被反映的单位，不能把这件事交给它。请换一个单位。`,
    en: (f) => `“${String(f.unit)}” is the unit complained of and may not be given this matter. Choose another.`,
  },
  "matters.lead-supports-itself": {
    "zh-CN": () => "主办单位不能同时是协办单位。",
    en: () => "The lead unit cannot support itself.",
  },
  "matters.review-day-lies-ahead": { "zh-CN": () => "挂账的复查日期要在今天以后。", en: () => "The review day must lie ahead." },
  "matters.merge-into-itself": {
    "zh-CN": () => "不能并到自己。请选另一件。",
    en: () => "A matter cannot be merged into itself.",
  },
  "matters.parent-of-itself": { "zh-CN": () => "不能把自己设成上级事项。", en: () => "A matter cannot be its own parent." },
  "matters.rating-can-change-for-seven-days": {
    "zh-CN": () => "评价七天内可以改，现在已经过了。",
    en: () => "A rating can be changed for seven days; that time is over.",
  },
  "matters.merge-target-gone": {
    "zh-CN": () => "要并入的那件事找不到，或已经结束。",
    en: () => "The matter to merge into is gone or has ended.",
  },
  "matters.reopen-within-thirty-days": {
    "zh-CN": () => "办完三十天以内可以要求重新办，现在已经过了。有新情况请当作一件新事来说。",
    en: () => "A matter can be looked at again for thirty days; that time is over. Tell what is new as a new matter.",
  },
  "matters.blank-left": {
    "zh-CN": (f) => `还有没填的空：${String(f.blanks)}。填好才能发给居民。`,
    en: (f) => `Blanks are left: ${String(f.blanks)}. Fill them before it goes to the resident.`,
  },
  "matters.identity-for-the-holder": {
    "zh-CN": (f) => `只有办这件事的单位可以看身份信息。请找：${(f.units as string[] | undefined)?.join("、") || "经办单位"}。`,
    en: (f) =>
      `Only a unit that handles the matter may open an identity. Go to ${(f.units as string[] | undefined)?.join(", ") || "the unit that holds it"}.`,
  },
  "matters.ticket-over": {
    "zh-CN": () => "查到的结果只在十分钟内、由同一个岗位使用。请再查一次。",
    en: () => "What was found is good for ten minutes and one post. Look it up again.",
  },
  "matters.identity-is-sealed": {
    "zh-CN": () => "这是举报或要求保密的事，看身份信息要写明理由、另一个人同意，并用第二重验证登录；看过会告知来件人。请先申请。",
    en: () =>
      "This is a report, or secrecy was asked: it takes a ground, another person's consent and a second factor, and the reporter is told. Ask for it first.",
  },
  "matters.identity-not-sealed": {
    "zh-CN": () => "这件事不是保密件，请刷新页面，按平常的办法看。",
    en: () => "This matter is not of a sealed class. Refresh and open it the ordinary way.",
  },
  "matters.identity-opens-at-once": {
    "zh-CN": () => "您正在办这件事，可以直接看，不用申请。",
    en: () => "You hold this matter: it opens at once, there is nothing to ask for.",
  },
  "matters.identity-approval-used-up": {
    "zh-CN": (f) => `一次同意最多看 ${String(f.times)} 次，已经用完。还要看请重新申请。`,
    en: (f) => `One consent is good for ${String(f.times)} openings and they are used. Ask anew if more are needed.`,
  },
} satisfies RefusalWords;
