import type { Door, Kind, Urgency } from "../lifecycle.ts";

/** Cuts a Chinese text into words. The server injects jieba with the county's names, a test may inject anything. */
export type Cut = (text: string) => string[];

/** A place where words stood: half-open character range of the text that was read (title, a line feed, text). */
export interface Evidence {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Why a step proposes what it proposes: a key of the dictionaries and the facts that fill its sentence. */
export interface Reason {
  readonly key: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What a step proposes; a person confirms or corrects it. `confidence` runs from 0 to 1 and only orders the screen. */
export interface Proposal<Value> {
  readonly value: Value | null;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly reason: Reason;
}

/** One line of the county's category tree. `kinds`: those that usually meet it, the likeliest first. */
export interface Category {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly parent: string | null;
  readonly kinds: readonly Kind[];
  /** Trigger words and their weights: 1 a hint, 2 usual, 3 strong, 5 decides. */
  readonly words: Readonly<Record<string, number>>;
  readonly defaultUrgency: Urgency;
  /** Must someone other than the handling unit verify before closing. */
  readonly verify: boolean;
}

/** Words that speak for a kind, and words that speak for an urgency. */
export interface Lexicon {
  readonly kinds: Readonly<Record<Kind, Readonly<Record<string, number>>>>;
  readonly danger: readonly DangerWord[];
  readonly pressing: readonly string[];
  /** A danger word within a few characters of one of these is not a present danger (没有、预防、演练 …). */
  readonly negations: readonly string[];
  /** Earlier in the clause these make a danger one that is feared or past: pressing (怕、早晚、去年 …). */
  readonly fears: readonly string[];
}

/** `call`: who must be called first, before any matter is written. */
export interface DangerWord {
  readonly word: string;
  readonly call: readonly ("110" | "119" | "120")[];
  /** Only a danger where one of these stands in the same sentence; absent: always. */
  readonly with?: readonly string[];
}

/** A place of the register, as far as these rules look at it: a code of 9 digits is a township, of 12 a village, longer lies in one. */
export interface KnownPlace {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly name: string;
}

/** The territory system's answer, structurally: one place, several with a question, none, or outside the county. */
export type PlaceAnswer =
  | {
      readonly kind: "one";
      readonly place: KnownPlace;
      readonly certainty: "certain" | "likely";
      readonly evidence: readonly Evidence[];
    }
  | {
      readonly kind: "several";
      readonly candidates: readonly { readonly place: KnownPlace; readonly evidence: readonly Evidence[] }[];
      readonly question: { readonly reason: string; readonly sentence: string };
    }
  | { readonly kind: "none" }
  | { readonly kind: "outside"; readonly words: readonly string[]; readonly evidence: readonly Evidence[] };

/** What is known beside the text, such as the township of the counter where it was said. It ranks, it never decides. */
export interface PlaceHint {
  readonly townshipId?: string;
  readonly locale?: "zh-CN" | "en";
}

export type ResolvePlace = (text: string, hint: PlaceHint) => PlaceAnswer;

/** A complaint's object as the reporter gave it; `unit` is a code, `words` what could not be matched. */
export interface ComplainedAbout {
  readonly unit?: string;
  readonly post?: string;
  readonly words?: string;
}

/** What is asked of dispatch; place codes are of 9 (township) and 12 digits (village). */
export interface DispatchAsked {
  readonly kind: string | null;
  readonly category: string | null;
  readonly urgency: string;
  readonly door: string;
  readonly text: string;
  readonly township?: string;
  readonly village?: string;
  readonly complainedAbout?: ComplainedAbout;
  readonly secrecyAsked?: boolean;
  /** When it was received; rules may look at the hour, the weekday, the date. */
  readonly receivedAt?: Date;
}

/** The dispatch system's answer, structurally. `unit` null: a person decides. */
export interface WhoseProposal {
  readonly unit: string | null;
  readonly supports: readonly string[];
  readonly rule: { readonly id: string; readonly name: string; readonly version: number };
  readonly catalogueVersion: number;
  readonly reason: Reason;
  readonly refused: readonly { readonly unit: string; readonly reason: Reason }[];
  readonly refusedPosts: readonly string[];
}

export type ProposeUnit = (facts: DispatchAsked) => WhoseProposal;

export interface MatterFacts {
  /** When it was received; now where absent. */
  readonly receivedAt?: Date;
  readonly title: string;
  readonly text: string;
  readonly door: Door;
  readonly hint: PlaceHint;
  readonly complainedAbout?: ComplainedAbout;
  /** The reporter asked that the complained-about must not learn of it. */
  readonly secrecyAsked?: boolean;
}

/** The text that every step reads and that evidence counts in. */
export const readText = (facts: Pick<MatterFacts, "title" | "text">): string => `${facts.title}\n${facts.text}`;
