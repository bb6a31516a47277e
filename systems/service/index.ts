import type { Lane } from "../matters/index.ts";
import { serviceLifecycle } from "./rules/lifecycle.ts";

/** 服务: answer and request. A kind without a lane of its own comes here. */
export const serviceLane: Lane = {
  name: "service",
  lifecycle: serviceLifecycle,
  follows: {
    dispatch: "open",
    redirect: "pass-on",
    sign: "take",
    answer: "report",
    rework: "take-again",
    close: "finish",
    "allow-hand-back": "withdraw",
    "refuse-hand-back": "pass-on",
    escalate: "withdraw",
    withdraw: "withdraw",
    merge: "withdraw",
  },
};
export { serviceReducer } from "./views/journal.ts";
