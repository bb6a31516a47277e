import type { Tx } from "../../../foundation/db/pool.ts";
import type { Catalogue, Duties, RuleBook } from "../rules/dispatch-shapes.ts";

/** What a county starts with; `duties` is its 履职事项清单. */
export interface DispatchSeed {
  readonly rules: RuleBook;
  readonly catalogue: Catalogue;
  readonly duties?: Duties;
}

/** Plants each book as version 1, switched on; what the county has already stays. `source`: where it comes from, e.g. a file's path. */
export async function seedDispatch(tx: Tx, county: number, seed: DispatchSeed, source: string): Promise<void> {
  for (const [book, body] of Object.entries(seed).filter(([, body]) => body !== undefined))
    await tx.query(
      `insert into dispatch.books (county_code, book, version, state, body, source, at)
       select $1, $2, 1, 'on', $3::jsonb, $4, now() where not exists (select from dispatch.books where county_code = $1 and book = $2)`,
      [county, book, JSON.stringify(body), source],
    );
}
