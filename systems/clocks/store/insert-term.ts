import type { Tx } from "../../../foundation/db/pool.ts";
import type { Term } from "../contract.ts";

/** Adds a version of a term; false where that version is there already. */
export async function insertTerm(tx: Tx, county: number, term: Term): Promise<boolean> {
  const done = await tx.query(
    `insert into clocks.terms (county_code, term, version, name, english_name, length, unit, roll, ends, basis, pauses, extension)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
    [
      county,
      term.term,
      term.version,
      term.name,
      term.englishName,
      term.length,
      term.unit,
      term.roll,
      term.ends,
      term.basis,
      JSON.stringify(term.pauses),
      term.extension && JSON.stringify(term.extension),
    ],
  );
  return done.rowCount === 1;
}
