import type { NewReporter } from "../../../residents/index.ts";
import type { Place } from "../../../territory/contract.ts";

/** Made once a session; one chunk at a time stands in it. */
export const INCOMING = `create temp table if not exists incoming (
  sheet_row integer, source_key uuid, content uuid, id uuid, line_id uuid, clock_id uuid, unit uuid, prefix text, year integer, kind text, category_code text,
  urgency text, title text, body text, received_at timestamptz, place_id uuid, township_id uuid, village_id uuid, grid_id uuid, place_words text, territory_version integer,
  lng double precision, lat double precision, due_at timestamptz, due_provisional boolean, term text, term_version integer, external jsonb,
  public_group text, text_group text, person_group text, salt_public bytea, salt_text bytea, salt_person bytea, hash_text bytea, hash_person bytea,
  reporter_id uuid, handle text, sealed bytea, wrapped bytea, key_version integer,
  nth integer, number text, hash_public bytea, leaf bytea) on commit delete rows`;

export interface IncomingRow {
  readonly row: number;
  readonly sourceKey: string;
  readonly contentKey: string;
  readonly id: string;
  readonly lineId: string;
  readonly clockId: string;
  readonly unit: string;
  readonly prefix: string;
  readonly year: number;
  readonly kind: string | null;
  readonly categoryCode: string | null;
  readonly title: string;
  readonly body: string;
  readonly received: string;
  readonly place: Place | undefined;
  readonly placeWords: string;
  readonly territoryVersion: number;
  readonly point: { readonly lng: number; readonly lat: number } | null;
  readonly deadline: string;
  readonly provisional: boolean;
  readonly term: string;
  readonly termVersion: number;
  readonly external: object | null;
  readonly publicGroup: string;
  readonly textGroup: string;
  readonly personGroup: string;
  readonly saltPublic: string;
  readonly saltText: string;
  readonly saltPerson: string;
  readonly hashText: string;
  readonly hashPerson: string;
  readonly reporter: NewReporter | null;
  /** The number foreseen, and what was hashed with it. */
  readonly nth: number;
  readonly number: string;
  readonly hashPublic: string;
  readonly leaf: string;
}

const NONE = "\\N";
const SPECIAL = /[\\\t\n\r]/;
const EACH_SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A text as COPY reads it. */
const text = (value: string): string => (SPECIAL.test(value) ? value.replace(EACH_SPECIAL, (mark) => ESCAPES[mark]!) : value);
const bytes = (hex: string): string => `\\\\x${hex}`;
const perhaps = (value: string | null | undefined): string => (value ? text(value) : NONE);

/** One row as a line of COPY in text form, in the order of the columns of `incoming`. */
export function copyLine(r: IncomingRow): string {
  const p = r.place;
  const reporter = r.reporter?.row;
  return `${r.row}\t${r.sourceKey}\t${r.contentKey}\t${r.id}\t${r.lineId}\t${r.clockId}\t${r.unit}\t${r.prefix}\t${r.year}\t${r.kind ?? NONE}\t${perhaps(r.categoryCode)}\t${NONE}\t${text(r.title)}\t${text(r.body)}\t${r.received}\t${p?.id ?? NONE}\t${p?.townshipId ?? NONE}\t${p?.villageId ?? NONE}\t${p?.gridId ?? NONE}\t${perhaps(r.placeWords)}\t${r.territoryVersion}\t${r.point?.lng ?? NONE}\t${r.point?.lat ?? NONE}\t${r.deadline}\t${r.provisional}\t${r.term}\t${r.termVersion}\t${r.external ? text(JSON.stringify(r.external)) : NONE}\t${text(r.publicGroup)}\t${text(r.textGroup)}\t${text(r.personGroup)}\t${bytes(r.saltPublic)}\t${bytes(r.saltText)}\t${bytes(r.saltPerson)}\t${bytes(r.hashText)}\t${bytes(r.hashPerson)}\t${reporter?.id ?? NONE}\t${reporter?.handle ?? NONE}\t${reporter?.sealed ? bytes(reporter.sealed.toString("hex")) : NONE}\t${r.reporter?.newKey ? bytes(r.reporter.newKey.toString("hex")) : NONE}\t${reporter?.keyVersion ?? NONE}\t${r.nth}\t${r.number}\t${bytes(r.hashPublic)}\t${bytes(r.leaf)}\n`;
}
