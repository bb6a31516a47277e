import type { Urgency } from "../lifecycle.ts";
import type { DangerWord, Lexicon, Proposal } from "./facts.ts";
import { clauseStart, evidenceOf, sentenceAround, type WordFinder, wordFinder } from "./find-words.ts";

export type EmergencyNumber = DangerWord["call"][number];

/** `call` is what the screen shows before anything else. */
export interface UrgencyProposal extends Proposal<Urgency> {
  readonly call: readonly EmergencyNumber[];
}

export interface UrgencyReader {
  readonly lexicon: Lexicon;
  readonly danger: WordFinder<DangerWord>;
  readonly pressing: WordFinder<true>;
}

export const readUrgency = (lexicon: Lexicon): UrgencyReader => ({
  lexicon,
  danger: wordFinder(lexicon.danger.map((entry) => [entry.word, entry] as const)),
  pressing: wordFinder(lexicon.pressing.map((word) => [word, true] as const)),
});

const REACH = 8;
const IF_IT_HAPPENS = /^(?:就|的话|咋办|怎么办|演练|一个都|的?隐患|可能|的可能|事故|案例|的?风险|的?危险|车站|车票)/;

/** Danger to life first; a danger that is only feared or past is pressing; one that is denied is none. */
export function proposeUrgency(text: string, usual: Urgency, reader: UrgencyReader): UrgencyProposal {
  const present: { word: string; start: number; value: DangerWord }[] = [];
  const feared: { word: string; start: number }[] = [];
  for (const hit of reader.danger.find(text)) {
    const before = text.slice(Math.max(clauseStart(text, hit.start), hit.start - REACH), hit.start);
    const after = text.slice(hit.start + hit.word.length, hit.start + hit.word.length + 4);
    if (before.endsWith("不") || reader.lexicon.negations.some((word) => before.includes(word) || after.startsWith(word)))
      continue;
    const sentence = sentenceAround(text, hit.start);
    if (hit.value.with && !hit.value.with.some((word) => sentence.includes(word))) continue;
    const clause = text.slice(clauseStart(text, hit.start), hit.start);
    if (IF_IT_HAPPENS.test(after) || reader.lexicon.fears.some((word) => clause.includes(word))) feared.push(hit);
    else present.push(hit);
  }
  if (present.length > 0) {
    const call = [...new Set(present.flatMap(({ value }) => value.call))].sort();
    const evidence = evidenceOf(present);
    return {
      value: "danger",
      confidence: 0.9,
      evidence,
      call,
      reason: { key: "triage.danger", facts: { words: evidence.map((each) => each.words).join("、"), call: call.join("、") } },
    };
  }
  const pressing = [...feared, ...reader.pressing.find(text)];
  if (pressing.length > 0) {
    const evidence = evidenceOf(pressing);
    return {
      value: "pressing",
      confidence: 0.7,
      evidence,
      call: [],
      reason: { key: "triage.pressing", facts: { words: evidence.map((each) => each.words).join("、") } },
    };
  }
  const value = usual === "danger" ? "pressing" : usual;
  return { value, confidence: 0.5, evidence: [], call: [], reason: { key: "triage.urgency-usual", facts: {} } };
}
