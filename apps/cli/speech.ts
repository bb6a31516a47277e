import { sentenceOf } from "../../foundation/http/refusals.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { IMPORT_WORDS } from "./import-words.table.ts";
import { KEYS_WORDS } from "./keys-words.table.ts";
import { MORE_WORDS } from "./more-words.table.ts";
import { VERIFY_WORDS } from "./verify-words.table.ts";
import { WORDS } from "./words.table.ts";

export type Locale = "zh-CN" | "en";
const ALL: Record<string, readonly [string, string]> = {
  ...WORDS,
  ...MORE_WORDS,
  ...VERIFY_WORDS,
  ...IMPORT_WORDS,
  ...KEYS_WORDS,
};

export type Sentence =
  | keyof typeof WORDS
  | keyof typeof MORE_WORDS
  | keyof typeof VERIFY_WORDS
  | keyof typeof IMPORT_WORDS
  | keyof typeof KEYS_WORDS;

/** The language asked for, else the shell's; Chinese where neither says English. */
export function localeOf(asked: string | undefined): Locale {
  const wish = asked ?? process.env.LC_ALL ?? process.env.LANG ?? "";
  return wish.toLowerCase().startsWith("en") ? "en" : "zh-CN";
}

/** The sentence in this language with its facts filled in; a code without a sentence stands as itself. */
export function sentence(locale: Locale, code: string, facts: Record<string, unknown> = {}): string {
  const pair = ALL[code];
  if (!pair) return Object.keys(facts).length ? `${code} ${JSON.stringify(facts)}` : code;
  return pair[locale === "en" ? 1 : 0].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    name in facts ? String(facts[name]) : whole,
  );
}

/** What to print for an error: the refusal's sentence, or the fault with where it came from when LINLI_DEBUG is set. */
export function explain(locale: Locale, error: unknown): string {
  if (error instanceof Refusal) return error.code in ALL ? sentence(locale, error.code, error.facts) : sentenceOf(error, locale);
  const fault = error instanceof Error ? error : new Error(String(error));
  return sentence(locale, "fault", { detail: process.env.LINLI_DEBUG ? (fault.stack ?? fault.message) : fault.message });
}
