import type { Kind } from "../lifecycle.ts";
import type { Category, Cut, Evidence, Lexicon, Proposal } from "./facts.ts";
import { evidenceOf, type WordFinder, wordFinder } from "./find-words.ts";
import { type LearnedModel, modelWords, scoreLearned } from "./learned.ts";

/** The category tree made ready for reading many texts: build it once per version. */
export interface CategoryReader {
  readonly version: number;
  readonly byCode: ReadonlyMap<string, Category>;
  readonly leaves: readonly Category[];
  readonly finder: WordFinder<{ readonly code: string; readonly weight: number }>;
  readonly kindFinder: WordFinder<{ readonly kind: Kind; readonly weight: number }>;
}

export function readCategories(categories: readonly Category[], lexicon: Lexicon, version: number): CategoryReader {
  return {
    version,
    byCode: new Map(categories.map((category) => [category.code, category])),
    leaves: categories.filter((category) => category.parent !== null),
    finder: wordFinder(
      categories.flatMap(({ code, words }) => Object.entries(words).map(([word, weight]) => [word, { code, weight }] as const)),
    ),
    kindFinder: wordFinder(
      Object.entries(lexicon.kinds).flatMap(([kind, words]) =>
        Object.entries(words).map(([word, weight]) => [word, { kind: kind as Kind, weight }] as const),
      ),
    ),
  };
}

interface Ranked {
  readonly code: string;
  readonly score: number;
  readonly learned: readonly string[];
}
export interface WhatProposal {
  readonly category: Proposal<string>;
  readonly kind: Proposal<Kind>;
  /** The next likely categories, for one key each. */
  readonly others: readonly string[];
}

const TITLE = 1.5;
const PARENT = 0.6;
/** Words of a model that has seen so many matters weigh as much as the county's own words. */
const ENOUGH = 150;
const LEARNED_CATEGORY = 0.4;
/** Two learned words that speak plainly are enough where the county's own words say nothing. */
const LEARNED_ALONE = 1;
const LEARNED_KIND = 0.25;

/** What a text is about: weighted words of the county's tree, and what confirmed matters taught. */
export function proposeWhat(
  text: string,
  titleLength: number,
  reader: CategoryReader,
  model: LearnedModel | undefined,
  cut: Cut,
): WhatProposal {
  const found = reader.finder.find(text);
  const own = new Map<string, number>();
  const seen = new Set<string>();
  for (const { word, start, value } of found) {
    const key = `${value.code} ${word}`;
    if (seen.has(key)) continue;
    seen.add(key);
    own.set(value.code, (own.get(value.code) ?? 0) + value.weight * (start < titleLength ? TITLE : 1));
  }
  const words = model && model.matters > 0 ? modelWords(text, cut) : [];
  const ranked = rankCategories(own, reader, model, words);
  const best = ranked[0];
  const kind = proposeKind(text, best?.code ?? null, reader, model, words);
  if (!best)
    return {
      category: { value: null, confidence: 0, evidence: [], reason: { key: "triage.no-category", facts: {} } },
      kind,
      others: [],
    };
  const branch = best.code.split(".")[0];
  const evidence = evidenceOf(found.filter(({ value }) => value.code === best.code || value.code === branch));
  const learnedEvidence = evidence.length > 0 ? [] : spansOf(text, best.learned);
  const category: Proposal<string> = {
    value: best.code,
    confidence: share(ranked.map(({ score }) => score)),
    evidence: [...evidence, ...learnedEvidence],
    reason:
      best.learned.length > 0 && evidence.length === 0
        ? {
            key: "triage.category-learned",
            facts: {
              category: nameOf(reader, best.code),
              categoryEn: englishOf(reader, best.code),
              words: best.learned.join("、"),
              matters: model?.categories[best.code] ?? 0,
            },
          }
        : {
            key: "triage.category-words",
            facts: {
              category: nameOf(reader, best.code),
              categoryEn: englishOf(reader, best.code),
              words: evidence.map((each) => each.words).join("、"),
            },
          },
  };
  return { category, kind, others: ranked.slice(1, 4).map(({ code }) => code) };
}

const englishOf = (reader: CategoryReader, code: string): string => reader.byCode.get(code)?.name.en ?? code;
const nameOf = (reader: CategoryReader, code: string): string => reader.byCode.get(code)?.name.zh ?? code;

function spansOf(text: string, words: readonly string[]): Evidence[] {
  return words
    .map((word) => ({ words: word, start: text.indexOf(word) }))
    .filter(({ start }) => start >= 0)
    .map(({ words: word, start }) => ({ words: word, start, end: start + word.length }));
}

function rankCategories(
  own: ReadonlyMap<string, number>,
  reader: CategoryReader,
  model: LearnedModel | undefined,
  words: readonly string[],
): Ranked[] {
  const learned =
    model && model.matters > 0 ? scoreLearned(words, model.categories, model.wordsOfCategory, model.matters) : new Map();
  const trust = model ? Math.min(1, model.matters / ENOUGH) : 0;
  const ranked: Ranked[] = [];
  for (const { code, parent } of reader.leaves) {
    const taught = learned.get(code);
    const score =
      (own.get(code) ?? 0) + PARENT * (own.get(parent ?? "") ?? 0) + (taught ? trust * LEARNED_CATEGORY * taught.score : 0);
    if ((own.get(code) ?? 0) > 0 || score > LEARNED_ALONE) ranked.push({ code, score, learned: taught?.words ?? [] });
  }
  return ranked.sort((a, b) => b.score - a.score || a.code.localeCompare(b.code));
}

/** How far the first stands before the second, from 0 to 1. */
function share(scores: readonly number[]): number {
  const [first = 0, second = 0] = scores;
  if (first <= 0) return 0;
  return Math.round(Math.min(1, first / 8) * (first / (first + second)) * 100) / 100;
}

/** What the reporter wants: words that speak for a kind, and the kinds that usually meet the category. */
export function proposeKind(
  text: string,
  category: string | null,
  reader: CategoryReader,
  model: LearnedModel | undefined,
  words: readonly string[],
): Proposal<Kind> {
  const scores = new Map<Kind, number>();
  const found = reader.kindFinder.find(text);
  const seen = new Set<string>();
  for (const { word, value } of found) {
    if (seen.has(`${value.kind} ${word}`)) continue;
    seen.add(`${value.kind} ${word}`);
    scores.set(value.kind, (scores.get(value.kind) ?? 0) + value.weight);
  }
  const usual = (category ? reader.byCode.get(category)?.kinds : undefined) ?? ["complaint"];
  usual.forEach((kind, index) => void scores.set(kind, (scores.get(kind) ?? 0) + ([2.2, 1.3, 0.6][index] ?? 0)));
  if (model && model.matters > 0) {
    const taught = scoreLearned(words, model.kinds, model.wordsOfKind, model.matters);
    const trust = Math.min(1, model.matters / ENOUGH);
    for (const [kind, { score }] of taught)
      scores.set(kind as Kind, (scores.get(kind as Kind) ?? 0) + trust * LEARNED_KIND * score);
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  const kind = ranked[0]?.[0] ?? "complaint";
  const evidence = evidenceOf(
    found.filter(({ value }) => value.kind === kind),
    3,
  );
  return {
    value: kind,
    confidence: share(ranked.map(([, score]) => score * 1.5)),
    evidence,
    reason:
      evidence.length > 0
        ? { key: "triage.kind-words", facts: { kind, words: evidence.map((each) => each.words).join("、") } }
        : {
            key: "triage.kind-usual",
            facts: {
              kind,
              category: category ? nameOf(reader, category) : "",
              categoryEn: category ? englishOf(reader, category) : "",
            },
          },
  };
}
