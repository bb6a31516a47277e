/** A line that the product does not cross: what the public page says of it, and the checks that fail the build where it is crossed. */
export interface NeverLine {
  readonly id: string;
  readonly "zh-CN": readonly [term: string, meaning: string];
  readonly en: readonly [term: string, meaning: string];
  /** Names of tests in tests/architecture/never.test.ts and never.db.test.ts. */
  readonly checks: readonly [string, ...string[]];
}

/** Which wording of the page this is; it changes with every change of the lines. */
export const NEVER_VERSION = { number: 2, since: "2026-11-24" } as const;

/** 这个系统不做什么. One table for the page that everyone reads and for the checks that hold it. */
export const NEVER_LINES: readonly NeverLine[] = [
  {
    id: "lists",
    "zh-CN": ["不给人列名单", "不按信仰、民族、籍贯、病情、前科、上访经历把人列成名单。"],
    en: ["No lists of people", "No list of people by belief, ethnicity, origin, illness, criminal record or petitions made."],
    checks: ["no word for a list of persons stands in the source", "no word for a list of persons stands in the database"],
  },
  {
    id: "one-person",
    "zh-CN": ["不把一个人说过的事凑到一起", "工作人员查不出同一个人还说过哪些事。您自己可以放进自己的本子。"],
    en: [
      "No gathering of what one person said",
      "Officers cannot find what else the same person told. You yourself can keep it in a booklet.",
    ],
    checks: [
      "no column that staff may read leads from one matter to another by a person",
      "no filter, order or group of the staff's routes is a person who told us",
    ],
  },
  {
    id: "labels",
    "zh-CN": ["不给人贴标签、不打分", "上访、投诉、要求再查，都是您的权利。没有给人做的记号，不打分，不排队，不评等。"],
    en: [
      "No labels, no scores",
      "To petition, to complain, to ask for another look is your right. No mark stands by a person; nobody is scored, ranked or graded.",
    ],
    checks: ["no word for a list of persons stands in the source", "no word for a list of persons stands in the database"],
  },
  {
    id: "fields",
    "zh-CN": ["不多问", "每张表问哪几样、为什么问，都写在一张单子上。单子上没有的，问不出来。"],
    en: ["No question too many", "What each form asks, and why, stands in one list. What is not in it cannot be asked."],
    checks: ["every field of a form is named with its purpose and basis"],
  },
  {
    id: "faces",
    "zh-CN": ["不认脸、不认车、不认声音", "不做人脸识别，不认车牌和声音，不记谁去过哪里。"],
    en: ["No faces, plates or voices", "No face, plate or voice recognition, and no record of where anyone has been."],
    checks: [
      "no package that knows faces, plates or voices, or follows users",
      "no word for a list of persons stands in the source",
    ],
  },
  {
    id: "followed",
    "zh-CN": ["不跟踪您上网", "没有统计访客的程序，页面不向别的网站要任何东西。"],
    en: ["No following you online", "No visitor counting; a page asks nothing of any other site."],
    checks: ["no package that knows faces, plates or voices, or follows users"],
  },
  {
    id: "staff",
    "zh-CN": ["不盯办事的人", "不强制打卡，不记在线多久、登录几次，不给干部积分排名，不记干部走过哪里。"],
    en: [
      "No watching of staff",
      "No forced clock-in, no time online or count of sign-ins, no points or rankings of officers, no record of where one has been.",
    ],
    checks: ["no figure of the board is of a person", "no word for a list of persons stands in the database"],
  },
  {
    id: "small-figures",
    "zh-CN": ["不让数字露出是谁", "公开的数字不到 10 的不写，能倒着算出来的也不写。"],
    en: ["No figure that points to you", "Public figures below 10 are not told, nor those they could be worked out from."],
    checks: ["a public figure below ten is not told, nor one that it could be worked out from"],
  },
];
