import type { Evidence, Place, PlaceAnswer, PlaceHint, QuestionReason } from "../contract.ts";
import { findMentions, type Mention } from "./find-mentions.ts";
import { findWithinVillage } from "./find-within-village.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { askWhichPlace } from "./place-questions.ts";
import { type SettledMention, settleMentions } from "./settle-mentions.ts";
import { followsUnknownTownship } from "./word-edges.ts";

interface Candidate {
  place: Place;
  evidence: Evidence[];
  score: number;
}

const MOST_CANDIDATES = 9;

/**
 * Says which place of the county a text speaks of. One place where the text names it; several with a question where it does
 * not decide (a name that two villages share, or two villages named); outside where only places elsewhere are named.
 * `hint` ranks the candidates and never decides. Spans count UTF-16 units of `text`. Pure.
 */
export function resolvePlace(gazetteer: Gazetteer, text: string, hint: PlaceHint = {}): PlaceAnswer {
  const mentions = findMentions(gazetteer, text);
  const settled = settleMentions(text, mentions);
  const villages = settled.filter((one) => one.level === "village");
  const townships = settled.filter((one) => one.level === "township");
  if (villages.length === 0 && townships.length === 0) return answerOutside(settled);

  const sure = villages.filter((one) => one.claims.length === 1);
  const sureIds = new Set(sure.map((one) => one.claims[0]!.place.id));
  const unsure = villages.filter((one) => one.claims.length > 1 && !one.claims.some((claim) => sureIds.has(claim.place.id)));
  const townshipSpans = (place: Place) =>
    townships.filter((one) => one.claims.some((claim) => claim.place.id === place.townshipId)).map((one) => spanOf(one.mention));

  const candidates = new Map<string, Candidate>();
  const put = (place: Place, evidence: Evidence[], score: number) => {
    const known = candidates.get(place.id);
    if (known) {
      known.evidence.push(...evidence.filter((span) => !known.evidence.some((have) => have.start === span.start)));
      known.score = Math.max(known.score, score);
    } else candidates.set(place.id, { place, evidence: [...evidence], score });
  };
  for (const one of [...sure, ...unsure])
    for (const claim of one.claims) {
      const inner = claim.place.kind === "village" ? findWithinVillage(gazetteer, text, one.mention.end, claim.place) : null;
      const spans = [spanOf(one.mention), ...(inner ? [inner.evidence] : [])];
      put(inner?.place ?? claim.place, spans, scoreOf(text, one, claim, hint));
    }
  if (candidates.size === 0) {
    for (const one of townships)
      for (const claim of one.claims) put(claim.place, [spanOf(one.mention)], scoreOf(text, one, claim, hint));
    const clear =
      townships.some((one) => one.claims[0]!.strength === "full") &&
      !mentions.some((mention) => isVillageElsewhere(mention, candidates));
    return answer(candidates, townships, hint, clear ? "certain" : "likely");
  }
  for (const candidate of candidates.values()) candidate.evidence = [...townshipSpans(candidate.place), ...candidate.evidence];
  const first = [...candidates.values()][0]!.place;
  const elsewhere = townships.some((one) => !one.claims.some((claim) => claim.place.id === first.townshipId));
  const clear = villages.some(
    (one) =>
      one.supported ||
      (one.claims[0]!.strength === "full" && one.mention.words.length > 2 && !followsUnknownTownship(text, one.mention.start)),
  );
  return answer(candidates, [...sure, ...unsure], hint, clear && !elsewhere ? "certain" : "likely");
}

function answer(
  candidates: ReadonlyMap<string, Candidate>,
  all: readonly SettledMention[],
  hint: PlaceHint,
  certainty: "certain" | "likely",
): PlaceAnswer {
  const ranked = deepestOnly([...candidates.values()]).sort(
    (a, b) => b.score - a.score || a.evidence[0]!.start - b.evidence[0]!.start,
  );
  const [best] = ranked;
  if (best && ranked.length === 1) return { kind: "one", place: best.place, certainty, evidence: inOrder(best.evidence) };
  const shown = ranked.slice(0, MOST_CANDIDATES).map(({ place, evidence }) => ({ place, evidence: inOrder(evidence) }));
  const strength = all[0]?.claims[0]?.strength;
  const reason: QuestionReason =
    new Set(all.map((one) => one.mention.words)).size > 1
      ? "several-named"
      : strength === "former"
        ? "former-name"
        : strength === "stem"
          ? "shared-stem"
          : "same-name";
  const words = [...new Set(all.map((one) => one.mention.words))];
  return {
    kind: "several",
    candidates: shown,
    question: askWhichPlace(
      reason,
      words,
      shown.map((one) => one.place),
      hint.locale,
    ),
  };
}

function answerOutside(settled: readonly SettledMention[]): PlaceAnswer {
  const elsewhere = settled.filter((one) => one.level === "outside");
  if (elsewhere.length === 0) return { kind: "none" };
  return {
    kind: "outside",
    words: [...new Set(elsewhere.map((one) => one.mention.words))],
    evidence: elsewhere.map((one) => spanOf(one.mention)),
  };
}

/** 冢头镇孔楼村: a village's name that the township named with it does not have. */
const isVillageElsewhere = (mention: Mention, townships: ReadonlyMap<string, Candidate>): boolean =>
  mention.claims.some(
    (claim) => claim.place?.kind === "village" && claim.strength === "full" && !townships.has(claim.place.townshipId ?? ""),
  );

/** A village named beside its own grid adds nothing. */
const deepestOnly = (candidates: Candidate[]): Candidate[] =>
  candidates.filter(
    (one) => !candidates.some((other) => other !== one && other.place.path.some((step) => step.id === one.place.id)),
  );

/** What happened there counts more than where the writer lives; then the hint; then the committee that the ending names. */
function scoreOf(text: string, one: SettledMention, claim: SettledMention["claims"][number], hint: PlaceHint): number {
  const before = text.slice(Math.max(0, one.mention.start - 6), one.mention.start);
  const behind = text.slice(one.mention.end, one.mention.end + 4);
  let score = 0;
  if (/(?:我是|我们是|家住|住在|本人|来自)[^，。]{0,4}$/.test(before) || /^(?:的?村民|人|的?居民)/.test(behind)) score -= 2;
  if (/(?:在|位于|发生|经过)[^，。]{0,3}$/.test(before) || /^(?:村?东|村?西|村?南|村?北|路口|附近|门口|路段|桥|段)/.test(behind))
    score += 2;
  if (hint.townshipId && claim.place.townshipId === hint.townshipId) score += 1;
  if (claim.committee && claim.committee === claim.place.committee) score += 0.5;
  return score;
}

const spanOf = ({ start, end, words }: Mention): Evidence => ({ start, end, words });
const inOrder = (evidence: readonly Evidence[]): Evidence[] => evidence.toSorted((a, b) => a.start - b.start);
