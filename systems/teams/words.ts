import type { RefusalWords } from "../../foundation/http/refusals.ts";

/** Classes of rights as a sentence names them. */
export const CLASS_WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ordinary: { zh: "普通岗位", en: "ordinary work" },
  sealed: { zh: "保密权限", en: "sealed rights" },
  system: { zh: "系统管理", en: "system administration" },
  security: { zh: "安全管理", en: "security administration" },
  audit: { zh: "审计管理", en: "audit administration" },
  inspection: { zh: "检查", en: "inspection" },
};

const matters = (facts: Record<string, unknown>) => Number(facts.matters ?? 0);
const post = (facts: Record<string, unknown>) => String(facts.post ?? "");

/** Why teams say no, and what to do next. */
export const teamsRefusals = {
  "teams.sign-in-refused": {
    "zh-CN": (f) => `用户名或密码不对。连错几次，账号会歇 ${String(f.minutes)} 分钟；忘了密码请找县里的系统管理岗重设。`,
    en: (f) =>
      `Name or password is not right. After several wrong tries an account rests for ${String(f.minutes)} minutes. Forgotten? Ask the county's administrator for a new password.`,
  },
  "teams.sign-in-needed": { "zh-CN": () => "请先登录。您写的都还在。", en: () => "Sign in first. What you wrote is kept." },
  "teams.second-factor-needed": {
    "zh-CN": () => "这一步要用两种方式登录才能办。请到“我的账号”设好验证器或通行密钥，再用它登录一次。",
    en: () =>
      "This step needs a sign-in with two factors. Set up an authenticator or a passkey under “My account”, then sign in with it.",
  },
  "teams.wrong-password-here": {
    "zh-CN": (f) => `密码不对，这一步还没有办。请再输一次；连错几次要歇 ${String(f.minutes)} 分钟。您写的都还在。`,
    en: (f) =>
      `The password is not right; this was not done yet. Type it again; after several wrong ones it rests for ${String(f.minutes)} minutes. What you wrote is kept.`,
  },
  "teams.second-factor-wrong": {
    "zh-CN": (f) =>
      `验证码不对，或已经用过。请等验证器换了新的六位数再输，也可以用一个备用码。连错几次要歇 ${String(f.minutes)} 分钟；验证器丢了请找另一位管理人员重置。`,
    en: (f) =>
      `The code is not right, or was used before. Wait for the next six digits, or use a spare code. After several wrong ones it rests for ${String(f.minutes)} minutes. Lost it? Ask another administrator for a reset.`,
  },
  "teams.second-factor-unreadable": {
    "zh-CN": () =>
      "密钥文件换过，您的验证器读不出来了。请用通行密钥登录，或请另一位管理人员重置；在服务器上可用 linli reset-sign-in。",
    en: () =>
      "The key file has changed and your authenticator cannot be read. Use a passkey, or ask another administrator for a reset; at the machine, linli reset-sign-in.",
  },
  "teams.first-code-wrong": {
    "zh-CN": () => "验证码对不上，还没有设好。请看手机时间准不准，等换了新的六位数再输。",
    en: () => "The code does not fit; nothing is set up yet. See that the phone's clock is right and type the next six digits.",
  },
  "teams.authenticator-there": {
    "zh-CN": () => "您已经有一个验证器。要换手机，请先移除旧的再设新的。",
    en: () => "You have an authenticator already. To change the phone, remove the old one first.",
  },
  "teams.last-second-factor": {
    "zh-CN": () => "您的岗位要求两种方式登录，最后一种不能移除。请先添加另一种。",
    en: () => "Your posts ask for two factors: the last one cannot be removed. Add another first.",
  },
  "teams.second-factor-gone": {
    "zh-CN": () => "这种登录方式已经不在了。请刷新看看。",
    en: () => "This way of signing in is gone already. Refresh to see.",
  },
  "teams.passkey-refused": {
    "zh-CN": () => "这把通行密钥没有认出来。请再试一次，或改用密码登录。",
    en: () => "This passkey was not recognised. Try again, or sign in by password.",
  },
  "teams.passkey-needs-a-name": {
    "zh-CN": () =>
      "通行密钥要用名字打开的地址（如 https://县综治.示例 或 http://localhost），现在的地址是一串数字。请换地址打开，或用验证器。",
    en: () =>
      "Passkeys need an address with a name (such as an https name, or http://localhost); this one is made of numbers. Open the desk by its name, or use an authenticator.",
  },
  "teams.sign-in-over": {
    "zh-CN": () => "这次登录等得太久，或已经用过。请从头再登录一次，您写的都还在。",
    en: () => "This sign-in took too long or was used already. Begin again; what you wrote is kept.",
  },
  "teams.session-gone": {
    "zh-CN": () => "这处登录已经结束了。请刷新看看。",
    en: () => "That sign-in has ended already. Refresh to see.",
  },
  "teams.needs-https": {
    "zh-CN": (f) =>
      `${String(f.address)} 没有加密，密码会在路上被看到，所以这里不能登录。请用 https 地址；在本机试用请开 http://127.0.0.1。管理人员看 docs/operations/sign-in.md。`,
    en: (f) =>
      `${String(f.address)} is not encrypted: a password could be read on the way, so nobody signs in here. Use the https address; on the machine itself, http://127.0.0.1. Administrators: docs/operations/sign-in.md.`,
  },
  "teams.reset-code-wrong": {
    "zh-CN": (f) =>
      `用户名或重置码不对，或重置码已过期（${String(f.hours)} 小时内、一次有效，错五次作废）。请核对；不行就请重置的人再给一个。`,
    en: (f) =>
      `Name or reset code is not right, or the code has run out (good once, for ${String(f.hours)} hours, and void after five wrong tries). Check it, or ask whoever reset it for another.`,
  },
  "teams.reset-by-another": {
    "zh-CN": () => "自己的登录不能自己重置或绑定，要由另一位管理人员来办。",
    en: () => "Nobody resets or binds their own sign-in: another administrator has to do it.",
  },
  "teams.reset-what": {
    "zh-CN": () => "请选要重置什么：密码、第二种方式，或两样。",
    en: () => "Choose what to reset: the password, the second factor, or both.",
  },
  "teams.password-common": {
    "zh-CN": () => "这个密码太常见，最先被人猜到。请换一个，几个不相干的词连起来就好记又难猜。",
    en: () => "This password is among those that are guessed first. Choose another; a few unrelated words are easy to keep.",
  },
  "teams.password-the-same": {
    "zh-CN": () => "新密码和现在的一样。请换一个。",
    en: () => "The new password is the present one. Choose another.",
  },
  "teams.issuer-unfit": {
    "zh-CN": () => "统一登录的地址要以 https:// 开头，不带参数。请到“登录设置”改好。",
    en: () => "The issuer's address begins with https:// and has no query. Correct it in the sign-in settings.",
  },
  "teams.outside-incomplete": {
    "zh-CN": () => "要开统一登录，名称、地址、客户端编号和密钥都要填。",
    en: () => "To switch it on, name, issuer, client and secret must all be filled in.",
  },
  "teams.outside-off": {
    "zh-CN": () => "本县没有开统一登录。请用用户名和密码登录。",
    en: () => "This county has not switched on its own sign-in. Use name and password.",
  },
  "teams.outside-away": {
    "zh-CN": () => "统一登录现在连不上。请用用户名和密码登录，或过一会儿再试。",
    en: () => "The county's own sign-in cannot be reached now. Use name and password, or try later.",
  },
  "teams.outside-refused": {
    "zh-CN": () => "统一登录没有通过。请回登录页再试，或用用户名和密码登录。",
    en: () => "The county's own sign-in did not let you through. Go back and try again, or use name and password.",
  },
  "teams.settings-changed": {
    "zh-CN": () => "登录设置刚被别人改过。请刷新看了再改。",
    en: () => "Someone changed these settings just now. Refresh, look, and change again.",
  },
  "teams.wrong-password": {
    "zh-CN": () => "现在的密码不对，没有改。请再输一次。",
    en: () => "The present password is not right; nothing was changed. Type it again.",
  },
  "teams.not-your-post": {
    "zh-CN": () => "您今天不在这个岗位上。请从您的岗位里选一个。",
    en: () => "You do not have this post today. Choose one of yours.",
  },
  "teams.may-not-arrange": {
    "zh-CN": () => "单位、岗位和人员由县里有管理权限的岗位安排。需要变动请找他们。",
    en: () => "Units, posts and people are arranged by the county post that has this right. Ask there.",
  },
  "teams.already-taken": {
    "zh-CN": () => "这个代码或用户名已经有了。请换一个。",
    en: () => "This code or sign-in name is taken. Choose another.",
  },
  "teams.not-found": {
    "zh-CN": () => "没有找到这个人、岗位或单位，可能刚被改过。请刷新再选。",
    en: () => "No such person, post or unit; it may have changed. Refresh and choose again.",
  },
  "teams.password-length": {
    "zh-CN": (f) => `密码要 ${String(f.shortest)} 到 ${String(f.longest)} 个字。请改一个。`,
    en: (f) => `A password has ${String(f.shortest)} to ${String(f.longest)} characters. Choose another.`,
  },
  "teams.password-is-the-name": {
    "zh-CN": () => "密码不能和用户名一样。请改一个。",
    en: () => "The password must differ from the sign-in name. Choose another.",
  },
  "teams.sign-in-name-unfit": { "zh-CN": () => "用户名要 2 到 60 个字。", en: () => "A sign-in name has 2 to 60 characters." },
  "teams.centre-needs-a-place": {
    "zh-CN": () => "乡镇和村的中心要写明服务哪个乡镇或村。",
    en: () => "A township's or village's centre must name the place it serves.",
  },
  "teams.place-of-another-level": {
    "zh-CN": () => "乡镇的中心服务乡镇或街道，村的中心服务村或社区，别的单位不写服务哪里。请改一下。",
    en: () =>
      "A township's centre serves a township, a village's centre a village, other bodies name no place. Change one of the two.",
  },
  "teams.unit-under-itself": {
    "zh-CN": () => "一个单位不能归它自己或它下面的单位管。请另选上级。",
    en: () => "A unit cannot belong to itself or to one below it. Choose another.",
  },
  "teams.unit-not-empty": {
    "zh-CN": (f) => `这个单位下面还有 ${Number(f.posts)} 个岗位、${Number(f.units)} 个单位。请先把它们撤销或移走。`,
    en: (f) => `This unit still has ${Number(f.posts)} posts and ${Number(f.units)} units. End or move them first.`,
  },
  "teams.post-still-held": {
    "zh-CN": (f) => `「${post(f)}」那天以后还有人在岗。请先安排他们离岗或换岗。`,
    en: (f) => `Someone is on “${post(f)}” after that day. End or move them first.`,
  },
  "teams.post-has-open-matters": {
    "zh-CN": (f) => `「${post(f)}」手里还有 ${matters(f)} 件没办完。请先转给别的单位再撤销。`,
    en: (f) => `“${post(f)}” still has ${matters(f)} open matters. Hand them to another unit first.`,
  },
  "teams.someone-must-arrange": {
    "zh-CN": () => "这样改，县里就没有人能安排单位和岗位了。请先让另一个在岗的人有这项权限。",
    en: () => "Nobody would be left to arrange units and posts. Give that right to another post with someone on it first.",
  },
  "teams.stand-in-needs-a-last-day": { "zh-CN": () => "顶岗要写明到哪一天为止。", en: () => "Standing in needs a last day." },
  "teams.last-day-before-first": {
    "zh-CN": () => "最后一天不能早于第一天。",
    en: () => "The last day cannot lie before the first.",
  },
  "teams.already-on-that-post": {
    "zh-CN": () => "这个人在这些日子里已经在这个岗位上了。",
    en: () => "This person already has that post on those days.",
  },
  "teams.already-ended": {
    "zh-CN": () => "这个人已经离开这个岗位了。请刷新看看。",
    en: () => "This person has already left that post. Refresh and look.",
  },
  "teams.open-matters-need-a-holder": {
    "zh-CN": (f) => `「${post(f)}」手里还有 ${matters(f)} 件没办完。请先定：留给接这个岗位的人，还是交给另一个岗位。`,
    en: (f) =>
      `“${post(f)}” still has ${matters(f)} open matters. Say first: do they stay for whoever takes the post, or go to another post?`,
  },
  "teams.nobody-would-hold-the-post": {
    "zh-CN": (f) =>
      `「${post(f)}」还有 ${matters(f)} 件没办完，之后却没有人在这个岗位上。请先安排接替的人，或把事情交给另一个岗位。`,
    en: (f) =>
      `“${post(f)}” has ${matters(f)} open matters and nobody would hold it. Appoint someone first, or hand them to another post.`,
  },
  "teams.hand-over-to-another-post": {
    "zh-CN": () => "要交给另一个岗位，不能还是这个岗位。",
    en: () => "Hand over to another post, not to the same one.",
  },
  "teams.first-administrator-exists": {
    "zh-CN": () => "这个县已经有第一个管理员了。请用那个账号登录。",
    en: () => "This county has its first administrator already. Sign in with that account.",
  },
  "teams.rights-never-together": {
    "zh-CN": (f) =>
      `这些权限不能放在一个岗位上${pairWords(f, "zh")}。系统、安全、审计三种管理各归各的岗位，保密权限不归管理岗，审计和检查岗不带别的。请分成两个岗位。`,
    en: (f) =>
      `These rights cannot stand on one post${pairWords(f, "en")}. System, security and audit administration have posts of their own, what is sealed is not an administrator's, audit and inspection carry nothing else. Make two posts.`,
  },
  "teams.never-in-one-hand": {
    "zh-CN": (f) =>
      `不能由一个人兼${pairWords(f, "zh")}${post(f) ? `：这个人那几天在「${post(f)}」` : ""}。系统、安全、审计三员必须是三个人，审计和检查不兼别的，顶岗也一样。请换一个人，或先结束那个岗位。`,
    en: (f) =>
      `One person cannot have both${pairWords(f, "en")}${post(f) ? `: on these days they are on “${post(f)}”` : ""}. The three administrators are three persons, audit and inspection go with nothing else, standing in counts as well. Choose someone else, or end that post first.`,
  },
  "teams.security-arranges": {
    "zh-CN": () => "保密和管理岗位的人由安全管理员安排，系统管理员只安排普通岗位。请找安全管理员。",
    en: () =>
      "Sealed and administrative posts are arranged by the security administrator; the system administrator arranges ordinary ones. Ask there.",
  },
  "teams.inspectors-by-plan": {
    "zh-CN": () => "检查岗只能凭批准的检查计划上人，到期自动结束。请到「审批」里申请检查计划。",
    en: () => "An inspector's post is taken only under an approved plan and ends with it. Ask for a plan under “Approvals”.",
  },
  "teams.not-for-oneself": {
    "zh-CN": () => "不能给自己安排保密或管理岗位。请由另一位管理员来办。",
    en: () => "Nobody puts themselves on a sealed or administrative post. Another administrator must do it.",
  },
  "teams.stand-in-passes-nothing-on": {
    "zh-CN": () => "您自己是顶岗的，不能再让别人顶岗。请由在岗的人安排。",
    en: () => "You stand in yourself and cannot have someone else stand in. Whoever holds the post must arrange it.",
  },
} satisfies RefusalWords;

function pairWords(facts: Record<string, unknown>, language: "zh" | "en"): string {
  const words = [facts.one, facts.other].map((one) => CLASS_WORDS[String(one)]?.[language]).filter(Boolean);
  if (words.length < 2) return "";
  return language === "zh" ? `（${words.join("和")}）` : ` (${words.join(" and ")})`;
}
