import type { Lifecycle } from "../../../foundation/lifecycle.ts";
import { PETITION_40 } from "./measures.ts";

export const ORDER_STATES = {
  proposed: { open: true },
  issued: { open: true },
  answered: { open: true },
  returned: { open: true },
  accepted: { open: true },
  closed: { open: false, final: true },
  "not-issued": { open: false, final: true },
  withdrawn: { open: false, final: true },
} as const;
export type OrderState = keyof typeof ORDER_STATES;

/** 督办: proposed → issued → answered → accepted or returned → closed. `who` names sentences of rules/access.ts. */
export const orderLifecycle = {
  procedure: "supervision-order",
  start: { act: "propose", state: "proposed" },
  states: ORDER_STATES,
  acts: {
    propose: { from: [], to: "proposed", who: ["supervisor"] },
    "issue-directly": { from: [], to: "issued", who: ["supervisor"], basis: "各机关依法定职权" },
    issue: { from: ["proposed"], to: "issued", who: ["officer of the issuing body"] },
    "not-issue": { from: ["proposed"], to: "not-issued", who: ["officer of the issuing body"], needs: ["reason"] },
    answer: {
      from: ["issued", "returned"],
      to: "answered",
      who: ["officer of the unit addressed"],
      needs: ["text"],
      basis: PETITION_40,
    },
    accept: { from: ["answered"], to: "accepted", who: ["officer of the issuing body"] },
    return: { from: ["answered"], to: "returned", who: ["officer of the issuing body"], needs: ["reason"] },
    close: { from: ["accepted"], to: "closed", who: ["officer of the issuing body"] },
    withdraw: {
      from: ["proposed", "issued", "answered", "returned"],
      to: "withdrawn",
      who: ["officer of the issuing body", "officer of the proposing unit"],
      needs: ["reason"],
    },
  },
} as const satisfies Lifecycle<OrderState, string>;

export type OrderAct = keyof (typeof orderLifecycle)["acts"];
export const ORDER_ACTS = Object.keys(orderLifecycle.acts) as OrderAct[];
