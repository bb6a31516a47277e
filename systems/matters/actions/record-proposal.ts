import { complainedUnit, proposeDispatch } from "../../dispatch/index.ts";
import type { Services } from "../services.ts";
import type { Books } from "../store/books.ts";
import { keepUnitBook } from "../store/keep-unit-book.ts";
import type { MatterRow } from "../store/row.ts";

/** The facts as they were seen; place and unit are codes. The words are the matter's body under this title. */
export interface RecordedFacts {
  readonly kind: string | null;
  readonly category: string | null;
  readonly urgency: string;
  readonly door: string;
  readonly title: string;
  readonly township?: string;
  readonly village?: string;
  readonly complainedUnit?: string;
  readonly complainedPost?: string;
  readonly secrecyAsked: boolean;
  readonly receivedAt: string;
}

export interface RecordedProposal {
  readonly version: number;
  readonly facts: RecordedFacts;
  readonly versions: { readonly rules: number; readonly catalogue: number; readonly duties: number; readonly units: string };
  readonly unit: string | null;
  readonly supports: readonly string[];
  readonly rule: string;
  readonly decided_unit: string;
}

/** What dispatch looks at of a matter as it stands. A unit that was only named in words is written down as the unit it was taken for. */
export function factsForDispatch(books: Books, row: MatterRow): RecordedFacts {
  const code = (place: string | null) => (place ? books.gazetteer.places.get(place)?.code : undefined);
  const about = complainedUnit(
    {
      unit: row.complained_unit ? books.units.get(row.complained_unit)?.code : undefined,
      words: row.complained_words ?? undefined,
    },
    books.unitFacts,
  );
  const [township, village] = [code(row.township_id), code(row.village_id)];
  return {
    kind: row.kind,
    category: row.category_code,
    urgency: row.urgency ?? "ordinary",
    door: row.door,
    title: row.title,
    ...(township && { township }),
    ...(village && { village }),
    ...(about && { complainedUnit: about.code }),
    ...(row.complained_post && { complainedPost: row.complained_post }),
    secrecyAsked: row.secrecy,
    receivedAt: new Date(row.received_at).toISOString(),
  };
}

/** Recorded facts and the matter's body as `proposeDispatch` takes them. */
export const asDispatchFacts = (facts: RecordedFacts, body: string) => ({
  kind: facts.kind,
  category: facts.category,
  urgency: facts.urgency,
  door: facts.door,
  text: `${facts.title}\n${body}`,
  township: facts.township,
  village: facts.village,
  complainedAbout:
    facts.complainedUnit || facts.complainedPost ? { unit: facts.complainedUnit, post: facts.complainedPost } : undefined,
  secrecyAsked: facts.secrecyAsked,
  receivedAt: new Date(facts.receivedAt),
});

/** What rules and catalogue propose for a matter on whose handler a person now decides, as it is written into the line and kept. */
export async function recordProposal(
  services: Services,
  books: Books,
  row: MatterRow,
  decision: { readonly version: number; readonly unit: string; readonly at: Date },
): Promise<RecordedProposal | undefined> {
  if (!books.data.rules || !books.data.catalogue) return undefined;
  const facts = factsForDispatch(books, row);
  const proposed = proposeDispatch(asDispatchFacts(facts, row.body), books.data.rules, books.data.catalogue, books.unitFacts);
  const id = (code: string) => books.unitsByCode.get(code)!.id;
  return {
    version: decision.version,
    facts,
    versions: {
      rules: books.versions.rules ?? 0,
      catalogue: books.versions.catalogue ?? 0,
      duties: books.versions.duties ?? 0,
      units: await keepUnitBook(services.db, books, decision.at),
    },
    unit: proposed.unit && id(proposed.unit),
    supports: proposed.supports.map(id),
    rule: proposed.rule.id,
    decided_unit: decision.unit,
  };
}
