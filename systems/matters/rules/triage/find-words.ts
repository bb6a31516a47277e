import type { Evidence } from "./facts.ts";

/** Finds many words in one pass over a text. */
export interface WordFinder<Value> {
  find(text: string): { readonly word: string; readonly start: number; readonly value: Value }[];
}

/** A word of one character or more; the same word may carry several values. Latin words are given in lower case, text is read so. */
export function wordFinder<Value>(entries: Iterable<readonly [word: string, value: Value]>): WordFinder<Value> {
  const byHead = new Map<string, { word: string; value: Value }[]>();
  for (const [written, value] of entries) {
    const word = written.toLowerCase();
    const head = word.charAt(0);
    const list = byHead.get(head) ?? [];
    list.push({ word, value });
    byHead.set(head, list);
  }
  return {
    find(text) {
      const low = text.toLowerCase();
      const found: { word: string; start: number; value: Value }[] = [];
      for (let start = 0; start < low.length; start++) {
        const list = byHead.get(low.charAt(start));
        if (!list) continue;
        for (const { word, value } of list) if (low.startsWith(word, start)) found.push({ word, start, value });
      }
      return found;
    },
  };
}

/** The words found as evidence: each once, at its first place, longest first, `most` at most. */
export function evidenceOf(found: readonly { readonly word: string; readonly start: number }[], most = 5): Evidence[] {
  const first = new Map<string, number>();
  for (const { word, start } of found) if (!first.has(word)) first.set(word, start);
  const spans = [...first]
    .map(([words, start]) => ({ words, start, end: start + words.length }))
    .sort((a, b) => b.words.length - a.words.length || a.start - b.start);
  const kept: Evidence[] = [];
  for (const span of spans)
    if (kept.length < most && !kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span);
  return kept.sort((a, b) => a.start - b.start);
}

const CLAUSE_END = /[，。；！？!?;,\n]/;

/** Start of the clause in which a position lies. */
export function clauseStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !CLAUSE_END.test(text.charAt(start - 1))) start--;
  return start;
}

/** The sentence around a position, to the next full stop on each side. */
export function sentenceAround(text: string, at: number): string {
  const stop = /[。！？!?\n]/;
  let start = at;
  let end = at;
  while (start > 0 && !stop.test(text.charAt(start - 1))) start--;
  while (end < text.length && !stop.test(text.charAt(end))) end++;
  return text.slice(start, end);
}
