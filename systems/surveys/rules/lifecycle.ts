import type { Lifecycle } from "../../../foundation/lifecycle.ts";

export const CALL_STATES = {
  due: { open: true },
  waiting: { open: true },
  answered: { open: false, final: true },
  refused: { open: false, final: true },
  "not-reached": { open: false },
  "left-out": { open: false },
  lapsed: { open: false, final: true },
} as const;
export type CallState = keyof typeof CALL_STATES;

const OPEN = ["due", "waiting"] as const;

/** 回访: from the closing of a matter to an answer, or to the reason why there is none. `who` names sentences of rules/access.ts. */
export const callLifecycle = {
  procedure: "return-call",
  start: { act: "fall-due", state: "due" },
  states: CALL_STATES,
  acts: {
    "fall-due": { from: [], to: "due", who: ["hearing job"], basis: "县回访抽样规则" },
    "leave-out": {
      from: [],
      to: "left-out",
      who: ["hearing job"],
      needs: ["reason"],
      basis: "县回访抽样规则；要求免打扰、保密的不打",
    },
    try: { from: [...OPEN], to: "waiting", who: ["return caller"], needs: ["what"] },
    "call-later": { from: [...OPEN], to: "waiting", who: ["return caller"], needs: ["laterAt"] },
    "give-up": {
      from: [...OPEN],
      to: "not-reached",
      who: ["return caller"],
      needs: ["what"],
      basis: "县回访抽样规则：最多打几次",
    },
    refuse: { from: [...OPEN], to: "refused", who: ["return caller"] },
    "take-answers": { from: [...OPEN], to: "answered", who: ["return caller"], needs: ["contacted", "solved", "satisfied"] },
    "note-rating": {
      from: [...OPEN, "left-out", "not-reached"],
      to: "same",
      who: ["hearing job"],
      needs: ["rating"],
      basis: "居民已在网上评价的，不再问满意度",
    },
    spare: {
      from: [...OPEN],
      to: "left-out",
      who: ["hearing job"],
      needs: ["reason"],
      basis: "居民已在网上评价，县规则定不再打",
    },
    lapse: { from: [...OPEN], to: "lapsed", who: ["hearing job"], basis: "事项重新办理，或过了县里定的回访期" },
  },
} as const satisfies Lifecycle<CallState, string>;

export type CallAct = keyof (typeof callLifecycle)["acts"];

export const CONTACTED = ["yes", "no", "cannot-say"] as const;
export const SOLVED = ["solved", "partly-solved", "not-solved"] as const;
export const SATISFIED = ["very-satisfied", "satisfied", "fair", "dissatisfied", "very-dissatisfied"] as const;
export const TRIES = ["no-answer", "busy", "wrong-number", "no-number"] as const;
export const LEFT_OUT = [
  "not-sampled",
  "asked-not-to-be-called",
  "asked-for-secrecy",
  "no-consent",
  "no-telephone",
  "handled-by-the-centre",
  "rated-at-portal",
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];
