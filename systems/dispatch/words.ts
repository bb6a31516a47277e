import type { RefusalWords } from "../../foundation/http/refusals.ts";

/** Why dispatch says no, and what to do next. */
export const dispatchRefusals = {
  "dispatch.no-rules-yet": {
    "zh-CN": () => "县里还没有启用的派单规则。请系统管理岗先把县里的资料装上。",
    en: () => "The county has no dispatch rules on yet. Ask the administrator to load the county's data first.",
  },
  "dispatch.rules-changed-meanwhile": {
    "zh-CN": () => "草稿刚刚被人改过。请看过新的再启用。",
    en: () => "The draft was just changed by someone. Look at the new one before switching it on.",
  },
  "dispatch.rule-unreadable": {
    "zh-CN": (f) => `规则「${String(f.rule)}」看不懂，没有启用。请打开它重写，或删去，存草稿后再启用。`,
    en: (f) =>
      `The rule “${String(f.rule)}” cannot be read; nothing was switched on. Write it anew or take it out, save the draft, then switch it on.`,
  },
  "dispatch.rule-twice": {
    "zh-CN": (f) => `规则「${String(f.rule)}」和前面一条用了同一个编号，没有启用。请改编号，存草稿后再启用。`,
    en: (f) =>
      `The rule “${String(f.rule)}” has the id of one before it; nothing was switched on. Change its id, save the draft, then switch it on.`,
  },
  "dispatch.unit-gone": {
    "zh-CN": (f) => `规则「${String(f.rule)}」里的单位 ${String(f.unit)} 已经不在了，没有启用。请换一个单位，存草稿后再启用。`,
    en: (f) =>
      `The rule “${String(f.rule)}” names the unit ${String(f.unit)}, which is no longer there; nothing was switched on. Name another unit, save the draft, then switch it on.`,
  },
  "dispatch.not-on-duty-list": {
    "zh-CN": (f) =>
      `这件事不在${String(f.unit)}的履职事项清单上，不能交给它${f.role === "support" ? "协办" : "主办"}。${f.instead ? `请交给${String(f.instead)}` : "请交给主管部门或县中心"}；清单要改，请规则与目录岗提出。`,
    en: (f) =>
      `This is not on the duty list of ${String(f.unit)}, so it may not ${f.role === "support" ? "support" : "lead"}. Give it to ${f.instead ? String(f.instead) : "the department or the county centre"}; to change the list, ask the rules post.`,
  },
  "dispatch.no-such-version": {
    "zh-CN": (f) => `没有第 ${String(f.version)} 版。请刷新再选。`,
    en: (f) => `There is no version ${String(f.version)}. Refresh and choose again.`,
  },
  "dispatch.version-not-open": {
    "zh-CN": (f) => `第 ${String(f.version)} 版已经有人办过了。请刷新看看。`,
    en: (f) => `Version ${String(f.version)} was dealt with already. Refresh and look.`,
  },
  "dispatch.version-has-faults": {
    "zh-CN": (f) => `还有 ${String(f.count)} 处不对（先看“${String(f.line)}”），改好再提请审批。`,
    en: (f) => `${String(f.count)} things are not right (first “${String(f.line)}”). Correct them, then propose.`,
  },
  "dispatch.approved-by-another-post": {
    "zh-CN": () => "提请的岗位不能自己审批。请县中心另一个有审批权限的岗位来批。",
    en: () => "The post that proposed it may not approve it. Ask another post of the county centre that has the right.",
  },
  "dispatch.another-version-came-on": {
    "zh-CN": (f) => `提请之后第 ${String(f.on)} 版已经启用，第 ${String(f.version)} 版是照旧版改的。请搁置它，照新版重提。`,
    en: (f) =>
      `Version ${String(f.on)} came on after this was begun; version ${String(f.version)} rests on an older one. Set it aside and begin anew.`,
  },
  "dispatch.no-file": {
    "zh-CN": () => "没有收到表格。请选一个 XLSX 文件再上传。",
    en: () => "No spreadsheet arrived. Choose an XLSX file and send it again.",
  },
  "dispatch.sheet-too-long": {
    "zh-CN": (f) => `表里超过 ${String(f.most)} 行。派单目录最多 ${String(f.most)} 项，请看看是不是选错了表。`,
    en: (f) => `The sheet has more than ${String(f.most)} rows, the most a catalogue has. Look whether it is the right sheet.`,
  },
  "dispatch.no-catalogue-yet": {
    "zh-CN": () => "县里还没有启用的派单目录。请规则与目录岗先录入。",
    en: () => "The county has no catalogue on yet. Ask the rules post to enter one.",
  },
  "dispatch.no-such-item": {
    "zh-CN": (f) => `派单目录里没有“${String(f.item)}”这一项。请从目录里选。`,
    en: (f) => `The catalogue has no item “${String(f.item)}”. Choose one from it.`,
  },
  "dispatch.amends-nothing": {
    "zh-CN": (f) => `“${String(f.item)}”照这样改等于没改。请写明改成什么。`,
    en: (f) => `This changes nothing in “${String(f.item)}”. Say what it becomes.`,
  },
} satisfies RefusalWords;
