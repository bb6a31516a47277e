import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import type { Catalogue, Duties, RuleBook } from "../rules/dispatch-shapes.ts";

/** The books that are on. A book that the county has not is absent, and so is its version. */
export interface DispatchBooks {
  readonly rules?: RuleBook;
  readonly catalogue?: Catalogue;
  readonly duties?: Duties;
  readonly versions: Readonly<Record<string, number>>;
}

/** Loads the books that are on, each with its version as the body's own. */
export async function loadDispatchBooks(db: Database, actor: Actor): Promise<DispatchBooks> {
  const rows = await read<{ book: "rules" | "catalogue" | "duties"; version: number; body: object }>(
    db,
    actor,
    "select book, version, body from dispatch.books where county_code = $1 and state = 'on'",
    [actor.county],
  );
  const books: Pick<DispatchBooks, "rules" | "catalogue" | "duties"> = Object.fromEntries(
    rows.map((row) => [row.book, row.body]),
  );
  return {
    ...books,
    catalogue: books.catalogue && { ...books.catalogue, duties: books.duties },
    versions: Object.fromEntries(rows.map((row) => [row.book, row.version])),
  };
}
