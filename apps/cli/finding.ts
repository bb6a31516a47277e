import type { Sentence } from "./speech.ts";

type Weight = "well" | "advice" | "wrong";

/** One line of `linli doctor`. */
export type Finding =
  | { readonly is: Weight; readonly code: Sentence; readonly facts?: Record<string, unknown> }
  | { readonly is: Weight; readonly error: unknown };

export const well = (code: Sentence, facts?: Record<string, unknown>): Finding => ({ is: "well", code, facts });
export const advice = (code: Sentence, facts?: Record<string, unknown>): Finding => ({ is: "advice", code, facts });
export const wrong = (code: Sentence, facts?: Record<string, unknown>): Finding => ({ is: "wrong", code, facts });
