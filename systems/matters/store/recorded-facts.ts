import { complainedUnit } from "../../dispatch/index.ts";
import type { Books } from "./books.ts";
import type { MatterRow } from "./row.ts";

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
  /** The day by which catalogue and duty list were read; absent in records of an earlier time, which read every line. */
  readonly day?: string;
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
  day: facts.day,
});
