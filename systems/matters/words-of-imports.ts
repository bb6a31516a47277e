import type { RefusalWords } from "../../foundation/http/refusals.ts";

/** Why an import or export says no, and what to do next. */
export const importRefusals = {
  "imports.not-found": {
    "zh-CN": () => "没有这次导入。请从导入列表进入。",
    en: () => "There is no such import. Start from the list of imports.",
  },
  "imports.nothing-in-it": {
    "zh-CN": () => "表格里没有数据行。请确认选对了文件和工作表。",
    en: () => "The sheet holds no rows. Check that you chose the right file.",
  },
  "imports.no-file": {
    "zh-CN": () => "没有收到文件。请选择一个 .csv 或 .xlsx 文件。",
    en: () => "No file arrived. Choose a .csv or .xlsx file.",
  },
  "imports.text-column-needed": {
    "zh-CN": () => "还没有哪一列对应“内容”或“标题”。请先指定。",
    en: () => "No column holds the text or the title yet. Choose one.",
  },
  "imports.field-twice": {
    "zh-CN": () => "两列对应了同一个字段。请只留一列。",
    en: () => "Two columns fill the same field. Keep one.",
  },
  "imports.no-pseudonyms": {
    "zh-CN": () => "本县没有化名对照表，不能换地名。",
    en: () => "This county has no table of pseudonyms.",
  },
  "imports.not-from-this-state": {
    "zh-CN": () => "这次导入现在的状态不能做这一步。请刷新看看。",
    en: () => "This step is not possible in the import's present state. Refresh and look.",
  },
  "imports.acted-on": {
    "zh-CN": (f) => `这批事项里已有人办理（如 ${String(f.number)}），不能整批撤销。`,
    en: (f) => `Somebody has already acted on a matter of this import (${String(f.number)}), so it cannot be undone as a whole.`,
  },
  "imports.sheet-gone": {
    "zh-CN": () => "上传的表格已不在服务器上。请重新上传；已导入的行不会重复。",
    en: () => "The sheet is no longer on the server. Bring it again; rows that are in will not come twice.",
  },
  "imports.fault": {
    "zh-CN": () => "导入多次出错，已停下。已写入的行都在；请系统管理岗看日志后，再点一次接着导。",
    en: () =>
      "The import failed several times and has stopped. What is in stays; have the administrator read the log, then go on.",
  },
  "exports.bad-filter": {
    "zh-CN": () => "筛选条件认不出来。请从列表页重新点导出。",
    en: () => "The filter is not understood. Start the export from the list again.",
  },
} satisfies RefusalWords;
