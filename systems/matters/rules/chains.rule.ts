import type { MatterAct } from "./lifecycle.ts";

/** Acts that one officer may do in one go, in this order. Each of them is asked for and journalled by itself. */
export const CHAINS = {
  "accept-dispatch": ["accept", "dispatch"],
  "sign-answer": ["sign", "answer"],
  "sign-answer-close": ["sign", "answer", "close"],
  "answer-close": ["answer", "close"],
} as const satisfies Record<string, readonly MatterAct[]>;

export type ChainName = keyof typeof CHAINS;

/** The chain that these acts are; undefined where nobody may do them in one go. */
export const chainOf = (acts: readonly string[]): ChainName | undefined =>
  (Object.keys(CHAINS) as ChainName[]).find((name) => CHAINS[name].join() === acts.join());
