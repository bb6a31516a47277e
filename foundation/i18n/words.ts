/** The languages of the product; the first one is written first. */
export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A leaf is a text or a function from the parameters to a text; everything else groups leaves. */
// biome-ignore lint/suspicious/noExplicitAny: the parameters of a text are its own
type Leaf = string | ((...parameters: any[]) => string);
export interface Dictionary {
  readonly [key: string]: Leaf | Dictionary;
}

/** The same keys and the same parameters, other words. */
type SameShape<Z> = Z extends string
  ? string
  : Z extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : { readonly [K in keyof Z]: SameShape<Z[K]> };

export type Words<W> = Readonly<Record<Language, W>>;

/**
 * One dictionary in both languages. A missing key, a key too many or other parameters in the English one fail the type check.
 * The same module serves React, server-made HTML and exports.
 */
export const words = <const Z extends Dictionary>(zh: Z, en: SameShape<Z>): Words<SameShape<Z>> => ({
  "zh-CN": zh as unknown as SameShape<Z>,
  en,
});

/** The language asked for, else the nearest that there is, else Chinese. `asked` is a tag ("en-GB") or an Accept-Language header. */
export function languageFrom(asked: string | null | undefined): Language {
  for (const part of (asked ?? "").toLowerCase().split(",")) {
    const tag = part.split(";")[0]?.trim() ?? "";
    if (tag.startsWith("zh")) return "zh-CN";
    if (tag.startsWith("en")) return "en";
  }
  return "zh-CN";
}
