import {
  type Cut,
  type MatterFacts,
  type PlaceAnswer,
  type ProposeUnit,
  type ResolvePlace,
  readText,
  type WhoseProposal,
} from "./facts.ts";
import { proposeUrgency, type UrgencyProposal, type UrgencyReader } from "./how-urgent.ts";
import type { LearnedModel } from "./learned.ts";
import { proposeSame, type SimilarCandidate, type TokenFrequency } from "./same-as.ts";
import { type CategoryReader, proposeWhat, type WhatProposal } from "./what.ts";

/** All that the steps may use; every table in the version that is on. */
export interface TriageTools {
  readonly cut: Cut;
  readonly resolvePlace: ResolvePlace;
  readonly categories: CategoryReader;
  readonly urgency: UrgencyReader;
  readonly model?: LearnedModel;
  readonly proposeUnit: ProposeUnit;
  /** Earlier matters that may be the same, from SQL; empty where none were looked for. */
  readonly candidates: readonly SimilarCandidate[];
  readonly frequency?: TokenFrequency;
}

export interface TriageProposals {
  readonly sameAs: ReturnType<typeof proposeSame>;
  readonly where: PlaceAnswer;
  readonly what: WhatProposal;
  readonly howUrgent: UrgencyProposal;
  readonly whose: WhoseProposal;
}

export type TriageStep = (facts: MatterFacts, tools: TriageTools, soFar: Partial<TriageProposals>) => Partial<TriageProposals>;

const placeCodes = (where: PlaceAnswer | undefined): { township?: string; village?: string } => {
  if (where?.kind === "several") {
    const townships = new Set(where.candidates.map(({ place }) => place.code.slice(0, 9)));
    return townships.size === 1 ? { township: [...townships][0] } : {};
  }
  if (where?.kind !== "one") return {};
  const { code } = where.place;
  return {
    township: code.length >= 9 ? code.slice(0, 9) : undefined,
    village: code.length >= 12 ? code.slice(0, 12) : undefined,
  };
};

export const where: TriageStep = (facts, tools) => ({ where: tools.resolvePlace(readText(facts), facts.hint) });

export const what: TriageStep = (facts, tools) => ({
  what: proposeWhat(readText(facts), facts.title.length, tools.categories, tools.model, tools.cut),
});

export const sameAs: TriageStep = (facts, tools, soFar) => ({
  sameAs: proposeSame(
    { text: readText(facts), category: soFar.what?.category.value, ...placeCodes(soFar.where) },
    tools.candidates,
    tools.frequency,
  ),
});

export const howUrgent: TriageStep = (facts, tools, soFar) => {
  const category = soFar.what?.category.value;
  const usual = (category ? tools.categories.byCode.get(category)?.defaultUrgency : undefined) ?? "ordinary";
  return { howUrgent: proposeUrgency(readText(facts), usual, tools.urgency) };
};

export const whose: TriageStep = (facts, tools, soFar) => ({
  whose: tools.proposeUnit({
    kind: soFar.what?.kind.value ?? null,
    category: soFar.what?.category.value ?? null,
    urgency: soFar.howUrgent?.value ?? "ordinary",
    door: facts.door,
    text: readText(facts),
    ...placeCodes(soFar.where),
    complainedAbout: facts.complainedAbout,
    secrecyAsked: facts.secrecyAsked,
    receivedAt: facts.receivedAt,
  }),
});

/** In this order: where and what are known before likeness is judged; who comes last because it rests on all the others. */
export const TRIAGE_STEPS: readonly TriageStep[] = [where, what, sameAs, howUrgent, whose];

/** What the machine proposes for one matter. Nothing is decided here: a person confirms or corrects each of the five. */
export function proposeTriage(facts: MatterFacts, tools: TriageTools): TriageProposals {
  let soFar: Partial<TriageProposals> = {};
  for (const step of TRIAGE_STEPS) soFar = { ...soFar, ...step(facts, tools, soFar) };
  return soFar as TriageProposals;
}
