import type { Kind } from "../lifecycle.ts";
import type { Cut } from "./facts.ts";

/** What people confirmed or corrected: the text and the category and kind that stand at the end. */
export interface Confirmed {
  readonly title: string;
  readonly text: string;
  readonly category: string;
  readonly kind: Kind;
}

/** Counts, nothing else: how often a word stood in confirmed matters of a category or kind. Can be kept as JSON and read by a person. */
export interface LearnedModel {
  readonly version: number;
  readonly matters: number;
  readonly categories: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  /** word → category or kind → matters of it that hold the word. */
  readonly wordsOfCategory: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly wordsOfKind: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const NOTHING_LEARNED: LearnedModel = {
  version: 0,
  matters: 0,
  categories: {},
  kinds: {},
  wordsOfCategory: {},
  wordsOfKind: {},
};

const ALL_DIGITS = /^[\d\s.a-z]+$/i;
/** Words a model may keep: two to eight characters, no numbers, each once. */
export const modelWords = (text: string, cut: Cut): string[] =>
  [...new Set(cut(text))].filter((word) => word.length >= 2 && word.length <= 8 && !ALL_DIGITS.test(word));

/**
 * The model after these confirmed matters, on top of an earlier one. A pure count: learning the same matters in another order
 * gives the same model. Keep it only as `keepCommonWords` leaves it.
 */
export function learnFrom(confirmed: readonly Confirmed[], cut: Cut, earlier: LearnedModel = NOTHING_LEARNED): LearnedModel {
  const categories = new Map(Object.entries(earlier.categories));
  const kinds = new Map(Object.entries(earlier.kinds));
  const wordsOfCategory = opened(earlier.wordsOfCategory);
  const wordsOfKind = opened(earlier.wordsOfKind);
  for (const { title, text, category, kind } of confirmed) {
    add(categories, category);
    add(kinds, kind);
    for (const word of modelWords(`${title}\n${text}`, cut)) {
      add(within(wordsOfCategory, word), category);
      add(within(wordsOfKind, word), kind);
    }
  }
  return {
    version: earlier.version + 1,
    matters: earlier.matters + confirmed.length,
    categories: Object.fromEntries(categories),
    kinds: Object.fromEntries(kinds),
    wordsOfCategory: closed(wordsOfCategory),
    wordsOfKind: closed(wordsOfKind),
  };
}

/**
 * The model as it may be kept: only words that stood in at least `from` confirmed matters, so that a name or an odd phrase out of
 * one person's message does not stay behind in it.
 */
export function keepCommonWords(model: LearnedModel, from = 5): LearnedModel {
  const common = (table: LearnedModel["wordsOfCategory"]): LearnedModel["wordsOfCategory"] =>
    Object.fromEntries(
      Object.entries(table).filter(([, counts]) => Object.values(counts).reduce((sum, count) => sum + count, 0) >= from),
    );
  return { ...model, wordsOfCategory: common(model.wordsOfCategory), wordsOfKind: common(model.wordsOfKind) };
}

type Counts = Map<string, number>;
const add = (counts: Counts, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
const opened = (table: LearnedModel["wordsOfCategory"]): Map<string, Counts> =>
  new Map(Object.entries(table).map(([word, counts]) => [word, new Map(Object.entries(counts))]));
const closed = (table: Map<string, Counts>): LearnedModel["wordsOfCategory"] =>
  Object.fromEntries([...table].map(([word, counts]) => [word, Object.fromEntries(counts)]));
function within(table: Map<string, Counts>, word: string): Counts {
  const known = table.get(word);
  if (known) return known;
  const made: Counts = new Map();
  table.set(word, made);
  return made;
}

/** How strongly confirmed matters speak for a class, and the words that gave most of it. */
export interface LearnedScore {
  readonly score: number;
  readonly words: readonly string[];
}

/** A word must have stood in two confirmed matters of a class before it speaks for it: one correction is no rule. */
const SPEAKS_FROM = 2;

/**
 * How strongly confirmed matters speak for each class: for each known word, how much likelier it is in matters of the class than in
 * any (smoothed log ratio, as in naive Bayes, positive evidence only). Classes for which no word speaks are left out.
 */
export function scoreLearned(
  words: readonly string[],
  classes: Readonly<Record<string, number>>,
  table: LearnedModel["wordsOfCategory"],
  matters: number,
): Map<string, LearnedScore> {
  const gains = new Map<string, [word: string, gain: number][]>();
  for (const word of words) {
    const counts = Object.hasOwn(table, word) ? table[word] : undefined;
    if (!counts) continue;
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    for (const [name, count] of Object.entries(counts)) {
      if (count < SPEAKS_FROM) continue;
      const gain = Math.log((count - 0.5) / ((classes[name] ?? 0) + 1)) - Math.log((total + 0.5) / (matters + 1));
      if (gain > 0) gains.set(name, [...(gains.get(name) ?? []), [word, gain]]);
    }
  }
  return new Map(
    [...gains].map(([name, list]) => {
      const ranked = list.sort((a, b) => b[1] - a[1]);
      return [name, { score: ranked.reduce((sum, [, gain]) => sum + gain, 0), words: ranked.slice(0, 4).map(([word]) => word) }];
    }),
  );
}
