import { Refusal } from "../../../foundation/refusal.ts";

/** Blanks of a template that still stand in a text: {{更换日期}} or 〔更换日期〕. */
export const blanksIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{\{([^{}]*)\}\}|〔([^〔〕]*)〕/g)].map((match) => (match[1] ?? match[2] ?? "").trim())),
];

/** A text with a blank in it is not sent to a resident. */
export function nothingIsLeftUnfilled(text: string): void {
  const blanks = blanksIn(text);
  if (blanks.length > 0) throw new Refusal("matters.blank-left", { blanks: blanks.join("、") });
}
