import type { z } from "zod";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../../foundation/db/pool.ts";
import type { Place } from "../../../territory/contract.ts";
import { resolvePlace } from "../../../territory/index.ts";
import type { Proposals } from "../../contract.ts";
import type { Door, Kind, Urgency } from "../../rules/lifecycle.ts";
import { queryTokens, searchTokens } from "../../rules/search-tokens.rule.ts";
import { proposeTriage, type TriageProposals } from "../../rules/triage/steps.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";
import { placeWords } from "../place-words.ts";
import { reasonOf } from "../reason-words.ts";
import { candidateOf, findCandidates } from "./find-candidates.ts";
import { toolsOf } from "./tools.ts";

export interface About {
  readonly id?: string;
  readonly title: string;
  readonly text: string;
  /** When it was received; now where absent. */
  readonly receivedAt?: Date;
  readonly door: Door;
  readonly placeId?: string | null;
  readonly placeWords?: string | null;
  readonly townshipHint?: string;
  readonly complainedUnit?: string | null;
  readonly complainedPost?: string | null;
  readonly complainedWords?: string | null;
  readonly secrecy: boolean;
  /** What a person has confirmed: whom it concerns is asked of these, no longer of the machine's own reading. */
  readonly confirmed?: { readonly kind: Kind; readonly category: string; readonly urgency: Urgency } | undefined;
}

export const placeRef = (place: Place) => ({
  id: place.id,
  name: place.name,
  path: place.path.map((step) => step.shortName || step.name),
  kind: place.kind,
  madeUp: place.madeUp,
});

/** The machine's five proposals for a matter, each with its reason and the words it rests on; spans count in the body. */
export async function proposeFor(services: Services, actor: Actor, about: About): Promise<z.output<typeof Proposals>> {
  const books = await services.books(actor.county);
  return withActor(services.db, actor, (tx) => proposeIn(tx, services, books, actor, about), { readOnly: true });
}

export async function proposeIn(
  tx: Tx,
  services: Services,
  books: Books,
  actor: Actor,
  about: About,
): Promise<z.output<typeof Proposals>> {
  const now = services.clock.now();
  const chosen = about.placeId ? books.gazetteer.places.get(about.placeId) : undefined;
  const read = about.placeWords ? `${about.text}\n${about.placeWords}` : about.text;
  const where = chosen ? undefined : resolvePlace(books.gazetteer, `${about.title}\n${read}`, { townshipId: about.townshipHint });
  const place = chosen ?? (where?.kind === "one" ? where.place : undefined);
  const candidates = await findCandidates(
    tx,
    actor.county,
    {
      text: `${about.title}\n${about.text}`,
      villageId: place?.villageId ?? null,
      townshipId: place?.townshipId ?? null,
      excludeId: about.id,
    },
    now,
  );
  const plain = toolsOf(
    services,
    books,
    candidates.map((row) => candidateOf(books, row, now)),
  );
  const tools: typeof plain = {
    ...plain,
    ...(about.confirmed && { proposeUnit: (facts) => plain.proposeUnit({ ...facts, ...about.confirmed }) }),
    ...(chosen && { resolvePlace: () => ({ kind: "one", place: chosen, certainty: "certain", evidence: [] }) as never }),
  };
  const complainedAbout =
    about.complainedUnit || about.complainedPost || about.complainedWords
      ? {
          unit: about.complainedUnit ? books.units.get(about.complainedUnit)?.code : undefined,
          post: about.complainedPost ?? undefined,
          words: about.complainedWords ?? undefined,
        }
      : undefined;
  const proposed = proposeTriage(
    {
      title: about.title,
      text: read,
      door: about.door,
      receivedAt: about.receivedAt,
      hint: { townshipId: about.townshipHint, locale: actor.locale },
      complainedAbout,
      secrecyAsked: about.secrecy,
    },
    tools,
  );
  const knowledge = await findKnowledge(tx, actor.county, books, about.text, proposed.what.category.value, now);
  return shown(books, actor, about, proposed, new Map(candidates.map((row) => [row.id, row])), knowledge);
}

function shown(
  books: Books,
  actor: Actor,
  about: About,
  proposed: TriageProposals,
  rows: Map<string, Awaited<ReturnType<typeof findCandidates>>[number]>,
  knowledge: z.output<typeof Proposals>["knowledge"],
): z.output<typeof Proposals> {
  const { locale } = actor;
  const offset = about.title.length + 1;
  const inBody = (evidence: readonly { words: string; start: number; end: number }[]) =>
    evidence.flatMap((span) =>
      span.start >= offset && span.end - offset <= about.text.length
        ? [{ words: span.words, start: span.start - offset, end: span.end - offset }]
        : spanIn(about.text, span.words),
    );
  const name = (code: string) =>
    (locale === "en" ? books.categories.get(code)?.name.en : books.categories.get(code)?.name.zh) ?? code;
  const unit = (code: string) => books.unitsByCode.get(code);
  const { what, howUrgent, whose, sameAs, where } = proposed;
  const lead = whose.unit ? unit(whose.unit) : undefined;
  return {
    kind: what.kind.value
      ? {
          value: what.kind.value,
          label: KIND_NAMES[what.kind.value][locale],
          confidence: what.kind.confidence,
          evidence: inBody(what.kind.evidence),
          reason: reasonOf(what.kind.reason, locale),
        }
      : null,
    category: what.category.value
      ? {
          value: what.category.value,
          label: name(what.category.value),
          confidence: what.category.confidence,
          evidence: inBody(what.category.evidence),
          reason: reasonOf(what.category.reason, locale),
        }
      : null,
    urgency: {
      value: howUrgent.value ?? "ordinary",
      label: URGENCY_NAMES[howUrgent.value ?? "ordinary"][locale],
      confidence: howUrgent.confidence,
      evidence: inBody(howUrgent.evidence),
      reason: reasonOf(howUrgent.reason, locale),
    },
    place: placeShown(),
    unit: lead
      ? {
          unitId: lead.id,
          unitName: lead.name,
          supports: whose.supports.flatMap((code) =>
            unit(code) ? [{ unitId: unit(code)!.id, unitName: unit(code)!.name }] : [],
          ),
          rule: whose.rule.name || whose.rule.id,
          reason: reasonOf(whose.reason, locale),
          refused: whose.refused.map((one) => ({
            unitName: unit(one.unit)?.name ?? one.unit,
            reason: reasonOf(one.reason, locale).sentence,
          })),
        }
      : null,
    similar: sameAs.similar.flatMap((one) => {
      const row = rows.get(one.id);
      return row
        ? [
            {
              id: row.id,
              number: row.number,
              title: row.title,
              state: row.state as never,
              receivedAt: row.received_at.toISOString(),
              place: placeWords(books, row.place_id),
              likeness: one.likeness,
              same: one.id === sameAs.value,
              reason: reasonOf(
                {
                  key: one.exact ? "triage.same-text" : one.id === sameAs.value ? "triage.same-probably" : "triage.similar",
                  facts: { words: one.shared.join("、") },
                },
                locale,
              ).sentence,
            },
          ]
        : [];
    }),
    knowledge,
    versions: {
      categories: books.versions.categories ?? 0,
      rules: books.versions.rules ?? 0,
      catalogue: books.versions.catalogue ?? 0,
      territory: books.versions.territory ?? 0,
      model: books.versions.model ?? 0,
    },
  };

  function placeShown(): z.output<typeof Proposals>["place"] {
    if (where.kind === "one") {
      const full = books.gazetteer.places.get(where.place.id)!;
      const words = where.evidence.map((span) => span.words).join("、");
      return {
        kind: "one",
        place: placeRef(full),
        evidence: inBody(where.evidence),
        confidence: where.certainty === "certain" ? 0.95 : 0.6,
        reason: reasonOf(
          { key: where.certainty === "certain" ? "place.certain" : "place.likely", facts: { words: words || full.name } },
          locale,
        ),
      };
    }
    if (where.kind === "several")
      return {
        kind: "several",
        candidates: where.candidates.flatMap(({ place }) =>
          books.gazetteer.places.get(place.id) ? [placeRef(books.gazetteer.places.get(place.id)!)] : [],
        ),
        question: where.question.sentence,
        evidence: inBody(where.candidates.flatMap((one) => one.evidence)),
      };
    if (where.kind === "outside")
      return {
        kind: "outside",
        words: where.words.join("、"),
        question:
          locale === "en"
            ? `“${where.words.join(", ")}” lies outside the county. Should it be shown the way there?`
            : `“${where.words.join("、")}”不在本县。要不要告诉来人去哪里说？`,
      };
    return { kind: "none", question: locale === "en" ? "Where did it happen?" : "没有说在哪儿，请问一句。" };
  }
}

const spanIn = (text: string, words: string) => {
  const start = text.indexOf(words);
  return start >= 0 && words ? [{ words, start, end: start + words.length }] : [];
};

/** Kept answers for what is asked: those of the category, or that share words with it; none that has run out. */
async function findKnowledge(tx: Tx, county: number, books: Books, text: string, category: string | null, now: Date) {
  const tokens = searchTokens(text, 400);
  const found = await tx.query<{
    id: string;
    question: string;
    answer: string;
    owner_unit: string;
    valid_until: string;
    tokens: string[];
    category_code: string | null;
  }>(
    "select id, question, answer, owner_unit, valid_until, tokens, category_code from matters.knowledge where county_code = $1 and valid_until >= $2::date and (tokens && $3::text[] or category_code = $4) limit 200",
    [county, now, tokens.length > 0 ? tokens : queryTokens("无"), category],
  );
  const mine = new Set(tokens);
  return found.rows
    .map((row) => ({
      row,
      score:
        row.tokens.filter((token) => mine.has(token)).length / Math.sqrt(Math.max(4, row.tokens.length)) +
        (row.category_code === category ? 0.6 : 0),
    }))
    .filter((one) => one.score >= 1)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ row }) => ({
      id: row.id,
      question: row.question,
      answer: row.answer,
      owner: books.units.get(row.owner_unit)?.shortName ?? "",
      validUntil: row.valid_until,
    }));
}

export const KIND_NAMES = {
  consultation: { "zh-CN": "咨询", en: "Consultation" },
  help: { "zh-CN": "求助", en: "Help" },
  complaint: { "zh-CN": "投诉", en: "Complaint" },
  report: { "zh-CN": "举报", en: "Report" },
  suggestion: { "zh-CN": "建议", en: "Suggestion" },
  dispute: { "zh-CN": "矛盾纠纷", en: "Dispute" },
  hazard: { "zh-CN": "隐患", en: "Hazard" },
} as const;
export const URGENCY_NAMES = {
  ordinary: { "zh-CN": "一般", en: "Ordinary" },
  pressing: { "zh-CN": "较急", en: "Pressing" },
  danger: { "zh-CN": "有危险", en: "Danger" },
} as const;
