import type { RefusalWords } from "../../foundation/http/refusals.ts";

/** Why nothing goes up, and what to do next. */
export const ordersRefusals = {
  "orders.nothing-to-send": {
    "zh-CN": () => "没有可以上报的答复。不能报的列在页面上，写明了原因；补好后再来。",
    en: () => "No reply is ready to be sent. What cannot be sent is listed with the reason; put it right and come back.",
  },
  "orders.no-such-platform": {
    "zh-CN": (f) => `县里没有设“${String(f.platform)}”这个上级平台。请规则与目录岗补上它的表头。`,
    en: (f) => `The county has no platform “${String(f.platform)}”. Ask the rules post to add its columns.`,
  },
  "orders.no-such-file": {
    "zh-CN": () => "没有这份上报文件，请从列表里选。",
    en: () => "There is no such file. Choose one of the list.",
  },
} satisfies RefusalWords;
