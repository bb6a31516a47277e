import type { Lane } from "../matters/index.ts";
import { referralLifecycle } from "./rules/lifecycle.ts";

/** 引导至县外程序: court, arbitration, police, petition office … with the reason, the resident told. */
export const referralLane: Lane = {
  name: "referral",
  lifecycle: referralLifecycle,
  follows: {
    dispatch: "propose",
    redirect: "pass-on",
    sign: "refer",
    answer: "note-answer",
    rework: "refer-again",
    close: "finish",
    "allow-hand-back": "withdraw",
    "refuse-hand-back": "pass-on",
    escalate: "withdraw",
    withdraw: "withdraw",
    merge: "withdraw",
  },
};
export { referralReducer } from "./views/journal.ts";
