import type { Tx } from "../../../foundation/db/pool.ts";

/** Who stood behind the lines of a matter, by pseudonyms, as text of JSON; null where it was erased. By the line's id. */
export async function personsOfLines(tx: Tx, county: number, matterId: string): Promise<ReadonlyMap<string, string | null>> {
  const found = await tx.query<{ line: string; body: string | null }>(
    "select line_id as line, body from residents.line_persons where county_code = $1 and matter_id = $2",
    [county, matterId],
  );
  return new Map(found.rows.map((row) => [row.line, row.body]));
}
