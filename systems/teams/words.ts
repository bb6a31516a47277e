import type { RefusalWords } from "../../foundation/http/refusals.ts";

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
  "teams.prove-yourself-again": {
    "zh-CN": () => "这一步要紧，请再证明一次是您本人（密码或通行密钥），五分钟内有效。您写的都还在，确认后自动接着办。",
    en: () =>
      "This step matters: prove once more that it is you, by password or passkey; it holds for five minutes. What you wrote is kept and goes on by itself.",
  },
  "teams.second-factor-needed": {
    "zh-CN": () => "这一步要用两种方式登录才能办。请到“我的账号”设好验证器或通行密钥，再用它登录一次。",
    en: () =>
      "This step needs a sign-in with two factors. Set up an authenticator or a passkey under “My account”, then sign in with it.",
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
} satisfies RefusalWords;
