import { words } from "../../../../../foundation/i18n/words.ts";

export const assignWords = words(
  {
    label: "交给哪个岗位",
    proposed: "建议",
    barred: { "complained of": "应当回避", "nobody at work": "今天没人在岗" },
    near: { village: "管这个村", township: "管这个乡镇" },
    standIn: "代班",
    open: (n: number) => `在办 ${n} 件`,
    nobody: "本单位没有可以交办的岗位：要么应当回避，要么今天没人在岗。请上报，或先安排代班。",
    disclose:
      "这个岗位上有人同时在被反映的单位任职。法律没有要求一律回避，但请先告诉双方，由双方选择或接受（人民调解法第二十三条）。",
    agreed: "已告知双方，双方同意",
  },
  {
    label: "Which post",
    proposed: "proposed",
    barred: { "complained of": "must stand aside", "nobody at work": "nobody at work today" },
    near: { village: "looks after the village", township: "looks after the township" },
    standIn: "stand-in",
    open: (n: number) => `${n} open`,
    nobody: "No post of the unit may be given it: they must stand aside, or nobody is at work. Escalate, or arrange a stand-in.",
    disclose:
      "Somebody of this post also serves the unit complained of. The law does not bar them, but tell the parties first: they choose or accept (People's Mediation Law, art. 23).",
    agreed: "The parties were told and agree",
  },
);
