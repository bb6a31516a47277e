import type { Tx } from "../../../foundation/db/pool.ts";

/** The bodies of these versions of a book, by version; one that is gone is absent. */
export async function bookVersions<Body>(
  tx: Tx,
  county: number,
  book: "rules" | "catalogue" | "duties",
  versions: readonly number[],
): Promise<ReadonlyMap<number, Body>> {
  const { rows } = await tx.query<{ version: number; body: Body }>(
    "select version, body from dispatch.books where county_code = $1 and book = $2 and version = any ($3::integer[])",
    [county, book, versions],
  );
  return new Map(rows.map((row) => [row.version, row.body]));
}

/** The newest version of a book that waits to be switched on: a draft, or one proposed for approval. */
export async function findWaitingBook<Body>(
  tx: Tx,
  county: number,
  book: "rules" | "catalogue" | "duties",
): Promise<{ readonly version: number; readonly body: Body } | undefined> {
  const { rows } = await tx.query<{ version: number; body: Body }>(
    "select version, body from dispatch.books where county_code = $1 and book = $2 and state in ('draft', 'proposed') order by version desc limit 1",
    [county, book],
  );
  return rows[0];
}
