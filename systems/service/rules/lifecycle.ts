import type { Lifecycle } from "../../../foundation/lifecycle.ts";

export const SERVICE_STATES = {
  opened: { open: true },
  working: { open: true },
  reported: { open: true },
  done: { open: false, final: true },
  withdrawn: { open: false, final: true },
} as const;
export type ServiceState = keyof typeof SERVICE_STATES;

/** The lane of ordinary service: a unit takes the work, works on it and reports; the spine verifies and closes. */
export const serviceLifecycle = {
  procedure: "service",
  start: { act: "open", state: "opened" },
  states: SERVICE_STATES,
  acts: {
    open: { from: [], to: "opened", who: ["dispatch clerk"] },
    take: { from: ["opened"], to: "working", who: ["officer of the lead unit"] },
    report: { from: ["working"], to: "reported", who: ["officer of the lead unit"] },
    "take-again": { from: ["reported"], to: "working", who: ["verifier"] },
    finish: { from: ["reported", "working"], to: "done", who: ["verifier"] },
    "pass-on": { from: ["opened", "working"], to: "opened", who: ["dispatch clerk"] },
    withdraw: { from: ["opened", "working", "reported"], to: "withdrawn", who: ["dispatch clerk", "officer of the lead unit"] },
  },
} as const satisfies Lifecycle<ServiceState, string>;
