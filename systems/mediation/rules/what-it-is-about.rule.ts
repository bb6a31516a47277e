import { SUBJECTS, type Subject } from "./subjects.table.ts";

export interface Guess {
  readonly subject: Subject;
  readonly score: number;
  /** Words that spoke for it, strongest first. */
  readonly because: readonly string[];
}

/** What is said first says what the quarrel is about. */
const OPENING = 60;
const EARLY = 1.4;

/** The strongest few decide: many weak hints are not one strong one. A word said three times is not three reasons. */
const STRONGEST = 5;

/**
 * What a quarrel is about, by the words of its telling: best first, with the words behind it; empty where nothing speaks. A proposal:
 * the mediator confirms or changes it.
 */
export function whatItIsAbout(
  text: string,
  subjects: Readonly<Record<Subject, { readonly words: Readonly<Record<string, number>> }>> = SUBJECTS,
): Guess[] {
  const opening = text.slice(0, OPENING);
  const guesses = (Object.keys(subjects) as Subject[]).map((subject): Guess => {
    const found = Object.entries(subjects[subject].words)
      .filter(([word]) => text.includes(word))
      .map(([word, weight]) => ({ word, score: weight * (opening.includes(word) ? EARLY : 1) }))
      .sort((one, other) => other.score - one.score)
      .slice(0, STRONGEST);
    return { subject, score: found.reduce((sum, one) => sum + one.score, 0), because: found.map((one) => one.word) };
  });
  return guesses.filter((guess) => guess.score > 0).sort((one, other) => other.score - one.score);
}
