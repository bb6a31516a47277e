import type { Lifecycle } from "../../../foundation/lifecycle.ts";

/** 回复文件: made once with the answers that are ready; made again, on request, with the same answers. */
export const fileLifecycle = {
  procedure: "reply-file",
  start: { act: "send", state: "sent" },
  states: { sent: { open: false } },
  acts: {
    send: { from: [], to: "sent", who: ["whoever may export matters"] },
    "send-again": { from: ["sent"], to: "same", who: ["whoever may export matters"], basis: "上级平台要求重报" },
  },
} as const satisfies Lifecycle<"sent", string>;
