import type { Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { CatalogueEntry, CatalogueItem, Duty } from "../rules/dispatch-shapes.ts";

export const BOOK_NAMES = ["catalogue", "duties"] as const;
export type BookName = (typeof BOOK_NAMES)[number];

export interface VersionRow {
  readonly version: number;
  readonly state: "draft" | "proposed" | "on" | "past";
  readonly body: { readonly entries?: readonly CatalogueEntry[]; readonly lines?: readonly Duty[] };
  readonly source: string;
  readonly note: string;
  readonly proposed_by_post: string | null;
  readonly approved_by_post: string | null;
  readonly based_on: number | null;
  readonly at: Date;
}

const COLUMNS = "version, state, source, note, proposed_by_post, approved_by_post, based_on, at";

/** Versions of a book, the newest first; the bodies of those that are on. */
export const versionsIn = async (tx: Tx, county: number, book: BookName): Promise<readonly VersionRow[]> =>
  (
    await tx.query<VersionRow>(
      `select ${COLUMNS}, case when state = 'on' then body else '{}'::jsonb end as body from dispatch.books
       where county_code = $1 and book = $2 order by version desc limit 200`,
      [county, book],
    )
  ).rows;

/** One version with its body. 404 `dispatch.no-such-version`. */
export async function versionIn(tx: Tx, county: number, book: BookName, version: number): Promise<VersionRow> {
  const found = await tx.query<VersionRow>(
    `select ${COLUMNS}, body from dispatch.books where county_code = $1 and book = $2 and version = $3`,
    [county, book, version],
  );
  if (!found.rows[0]) throw new Refusal("dispatch.no-such-version", { version }, { status: 404 });
  return found.rows[0];
}

/** The lines of a version; a catalogue's line kept before lines had codes goes by its category. */
export const linesOf = ({ body }: VersionRow): readonly (CatalogueItem | Duty)[] =>
  body.lines ??
  (body.entries ?? []).map((entry) => ({
    ...entry,
    code: entry.code ?? entry.category,
    name: entry.name ?? { zh: entry.category, en: entry.category },
  }));

/** The body as the book keeps it. */
export const bodyOf = (book: BookName, version: number, lines: readonly (CatalogueItem | Duty)[]) =>
  book === "catalogue" ? { version, entries: lines } : { version, lines };
