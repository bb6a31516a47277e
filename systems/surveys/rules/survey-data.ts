import { z } from "zod";
import { CONTACTED, SATISFIED, SOLVED, TRIES } from "./lifecycle.ts";

/** A text of the county in both languages of the desk. */
const both = z.strictObject({ zh: z.string().trim().min(1).max(2000), en: z.string().trim().min(1).max(2000) });
const KINDS_OF_MATTERS = ["consultation", "help", "complaint", "report", "suggestion", "dispute", "hazard"] as const;
const percent = z.number().int().min(0).max(100);

/** How far a value can be trusted: read in a text, from memory, or made up to show the product. */
const trust = z.enum(["verified", "from-memory", "example"]);

/** Who is called, how often, and when a call lapses. */
export const Sampling = z.strictObject({
  /** Of 100 closings of this kind so many are called. */
  percent: z.record(z.enum(KINDS_OF_MATTERS), percent),
  callWhoAskedForSecrecy: z.boolean(),
  ratedAtPortal: z.enum(["ask-the-rest", "no-call"]),
  mostAttempts: z.number().int().min(1).max(10),
  /** Minutes before somebody who did not answer is called again. */
  againAfterMinutes: z.number().int().min(5).max(10_080),
  /** These end the call at once. */
  endsAtOnce: z.array(z.enum(TRIES)),
  /** Days after the closing within which a call is made. */
  lapsesAfterDays: z.number().int().min(1).max(365),
  /** Hours of the day within which residents are called: first and last minute since midnight. */
  from: z.number().int().min(0).max(1439),
  until: z.number().int().min(1).max(1440),
  trust,
});
export type Sampling = z.infer<typeof Sampling>;

/** What the caller says, step by step. {{unit}} {{number}} {{title}} {{closedOn}} are filled. */
export const Script = z.strictObject({
  greeting: both,
  /** Before it nothing of the matter is said to whoever picks up. */
  identityCheck: both,
  wrongPerson: both,
  contacted: both,
  solved: both,
  satisfied: both,
  words: both,
  consent: both,
  goodbye: both,
  trust,
});
export type Script = z.infer<typeof Script>;

const rate = <A extends readonly [string, ...string[]]>(answers: A) =>
  z.strictObject({
    name: both,
    sentence: both,
    /** What an answer counts, 0 to 1; an answer without a line is not valid. */
    weights: z.partialRecord(z.enum(answers), z.number().min(0).max(1)),
    /** "valid": of those who answered; "all": of all that are not excluded, silence counting 0. */
    over: z.enum(["valid", "all"]),
    /** Kinds that are not counted, each with the reason. */
    excludes: z.array(z.strictObject({ kind: z.enum(KINDS_OF_MATTERS), reason: both })),
  });

/** The three rates: 响应率, 解决率, 满意率. */
export const Formulas = z.strictObject({
  /** Below so many valid answers a rate is withheld. */
  fewest: z.number().int().min(1).max(100),
  response: rate(CONTACTED),
  solved: rate(SOLVED),
  satisfied: rate(SATISFIED),
  trust,
});
export type Formulas = z.infer<typeof Formulas>;

export const DATA = { sampling: Sampling, script: Script, formulas: Formulas } as const;
export type DataName = keyof typeof DATA;
export type DataOf<N extends DataName> = z.infer<(typeof DATA)[N]>;
export const RATES = ["response", "solved", "satisfied"] as const;
export type RateName = (typeof RATES)[number];
