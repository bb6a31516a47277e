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
} satisfies RefusalWords;
