import type { Lifecycle } from "../../../foundation/lifecycle.ts";

export const REFERRAL_STATES = {
  proposed: { open: true },
  referred: { open: true },
  answered: { open: true },
  done: { open: false, final: true },
  withdrawn: { open: false, final: true },
} as const;
export type ReferralState = keyof typeof REFERRAL_STATES;

/** The lane outside: the body that must decide is named with the reason, the resident is told the way, and what comes back is kept. */
export const referralLifecycle = {
  procedure: "referral",
  start: { act: "propose", state: "proposed" },
  states: REFERRAL_STATES,
  acts: {
    propose: { from: [], to: "proposed", who: ["dispatch clerk"] },
    refer: {
      from: ["proposed"],
      to: "referred",
      who: ["officer of the lead unit"],
      basis: "信访工作条例 第三十一条：依法应由诉讼、仲裁等程序解决的，告知途径",
      cites: ["信访工作条例 第三十一条"],
    },
    "note-answer": { from: ["referred"], to: "answered", who: ["officer of the lead unit"] },
    "refer-again": { from: ["answered"], to: "referred", who: ["verifier"] },
    finish: { from: ["answered", "referred"], to: "done", who: ["verifier"] },
    "pass-on": { from: ["proposed", "referred"], to: "proposed", who: ["dispatch clerk"] },
    withdraw: {
      from: ["proposed", "referred", "answered"],
      to: "withdrawn",
      who: ["dispatch clerk", "officer of the lead unit"],
    },
  },
} as const satisfies Lifecycle<ReferralState, string>;
