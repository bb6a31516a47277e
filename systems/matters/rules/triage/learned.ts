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
 * gives the same model. Words seen once in all are kept only until `prune`.
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

/** Log-likelihood gain of each class over what any text says, and the words that gave most of it. */
export interface LearnedScore {
  readonly score: number;
  readonly words: readonly string[];
}

/**
 * How strongly confirmed matters speak for each class (naive Bayes over words present, smoothed). Only words that the model knows
 * count. Returns nothing for classes never seen.
 */
export function scoreLearned(
  words: readonly string[],
  classes: Readonly<Record<string, number>>,
  table: LearnedModel["wordsOfCategory"],
  matters: number,
): Map<string, LearnedScore> {
  const scores = new Map<string, LearnedScore>();
  const known = words.filter((word) => Object.hasOwn(table, word));
  const totals = new Map(known.map((word) => [word, Object.values(table[word] ?? {}).reduce((sum, count) => sum + count, 0)]));
  for (const [name, size] of Object.entries(classes)) {
    let score = 0.5 * Math.log((size + 0.5) / (matters + 0.5));
    const gains: [string, number][] = [];
    for (const word of known) {
      const inside = (table[word]?.[name] ?? 0) + 0.3 * ((totals.get(word) ?? 0) / matters);
      const gain = Math.log(inside / (size + 0.3)) - Math.log(((totals.get(word) ?? 0) + 0.01) / (matters + 0.3));
      score += Math.max(-2.5, gain);
      if (gain > 0.5) gains.push([word, gain]);
    }
    scores.set(name, {
      score,
      words: gains
        .sort((a, b) => b[1] - a[1])
        .slice(0, 4)
        .map(([word]) => word),
    });
  }
  return scores;
}
