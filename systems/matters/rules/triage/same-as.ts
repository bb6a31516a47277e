import { repeatKey, searchTokens } from "../search-tokens.rule.ts";
import type { Proposal } from "./facts.ts";

/** How many of `texts` texts hold a token; rarer tokens weigh more. Without it every token weighs the same. */
export interface TokenFrequency {
  readonly texts: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** An earlier matter that SQL found worth comparing (shared rare tokens, same key, or same village lately). */
export interface SimilarCandidate {
  readonly id: string;
  readonly text: string;
  /** `searchTokens(text)`, where they are at hand. */
  readonly tokens?: ReadonlySet<string>;
  readonly category?: string | null;
  readonly village?: string | null;
  readonly township?: string | null;
  readonly daysApart?: number;
}

export interface Similar {
  readonly id: string;
  /** 0 to 1; from `SAME_FROM` on it is proposed as the same matter. */
  readonly likeness: number;
  /** Word for word the same text. */
  readonly exact: boolean;
  readonly shared: readonly string[];
}

export const SIMILAR_FROM = 0.28;
export const SAME_FROM = 0.4;

export function countTokens(texts: Iterable<string>): TokenFrequency {
  const counts = new Map<string, number>();
  let read = 0;
  for (const text of texts) {
    read++;
    for (const token of searchTokens(text)) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return { texts: read, counts };
}

const weightOf = (token: string, frequency: TokenFrequency | undefined): number =>
  frequency ? Math.log((frequency.texts + 1) / ((frequency.counts.get(token) ?? 0) + 0.5)) : 1;

export interface SameFacts {
  readonly text: string;
  readonly tokens?: ReadonlySet<string>;
  readonly category?: string | null;
  readonly village?: string | null;
  readonly township?: string | null;
}

/** How alike two matters are: what their rarer words share, whether place and category agree, how far apart they were said. */
export function likeness(facts: SameFacts, candidate: SimilarCandidate, frequency?: TokenFrequency): Similar {
  if (repeatKey(facts.text) === repeatKey(candidate.text)) return { id: candidate.id, likeness: 1, exact: true, shared: [] };
  const mine = facts.tokens ?? new Set(searchTokens(facts.text));
  const theirs = candidate.tokens ?? new Set(searchTokens(candidate.text));
  let both = 0;
  let mineWeight = 0;
  let theirWeight = 0;
  const shared: [string, number][] = [];
  for (const token of mine) {
    const weight = weightOf(token, frequency);
    mineWeight += weight;
    if (!theirs.has(token)) continue;
    both += weight;
    shared.push([token, weight]);
  }
  for (const token of theirs) theirWeight += weightOf(token, frequency);
  const containment = both / Math.max(1e-9, Math.min(mineWeight, theirWeight));
  const jaccard = both / Math.max(1e-9, mineWeight + theirWeight - both);
  const words = Math.min(1, 0.6 * containment + 1.2 * jaccard);
  return {
    id: candidate.id,
    likeness: round(words + agreement(facts, candidate)),
    exact: false,
    shared: shared
      .sort((a, b) => b[1] - a[1])
      .slice(0, 6)
      .map(([token]) => token),
  };
}

/** Two villages are two matters; the same village and the same category speak for one matter before the words do. */
function agreement(facts: SameFacts, candidate: SimilarCandidate): number {
  let points = 0;
  if (facts.village && candidate.village) points += facts.village === candidate.village ? 0.22 : -0.4;
  else if (facts.township && candidate.township) points += facts.township === candidate.township ? 0.06 : -0.4;
  if (facts.category && candidate.category) {
    const branch = (code: string): string => code.slice(0, code.indexOf("."));
    points += facts.category === candidate.category ? 0.18 : branch(facts.category) === branch(candidate.category) ? 0.04 : -0.05;
  }
  if ((candidate.daysApart ?? 0) > 14) points -= 0.06;
  return points;
}

const round = (value: number): number => Math.round(Math.min(0.99, Math.max(0, value)) * 1000) / 1000;

/** The earlier matters that a text may repeat, likest first. `value` is the one it probably is, null where none comes near enough. */
export function proposeSame(
  facts: SameFacts,
  candidates: readonly SimilarCandidate[],
  frequency?: TokenFrequency,
): Proposal<string> & { readonly similar: readonly Similar[] } {
  const similar = candidates
    .map((candidate) => likeness(facts, candidate, frequency))
    .filter((each) => each.likeness >= SIMILAR_FROM)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 5);
  const best = similar[0];
  const same = best !== undefined && best.likeness >= SAME_FROM;
  return {
    value: same ? best.id : null,
    confidence: best?.likeness ?? 0,
    evidence: [],
    reason: best
      ? {
          key: best.exact ? "triage.same-text" : same ? "triage.same-probably" : "triage.similar",
          facts: { words: best.shared.join("、"), likeness: best.likeness },
        }
      : { key: "triage.not-seen", facts: {} },
    similar,
  };
}
