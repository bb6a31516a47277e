import { type PersonsOfLine, type PersonsReader, recordedLines } from "../../ledger/index.ts";

/** The name under which a matter's system records an erasure in the journal. */
export const ERASE = "erase";

interface Row {
  readonly id: string;
  readonly salt: Buffer | null;
  readonly body: string | null;
  readonly erasedBy: string | null;
}

/** Persons of journal lines for `verifyJournal`. Erased counts as erased only where the journal records the erasure. */
export const readPersons: PersonsReader = async (tx, county, lineIds) => {
  const { rows } = await tx.query<Row>(
    'select line_id as id, salt, body, erased_by as "erasedBy" from residents.line_persons where county_code = $1 and line_id = any ($2::uuid[])',
    [county, lineIds],
  );
  const erasures = [...new Set(rows.flatMap((row) => row.erasedBy ?? []))];
  const recorded = erasures.length > 0 ? await recordedLines(tx, county, erasures, ERASE) : new Set<string>();
  return new Map(
    rows.flatMap((row): [string, PersonsOfLine][] => {
      if (row.salt && row.body !== null) return [[row.id, { salt: row.salt, body: row.body }]];
      return row.erasedBy && recorded.has(row.erasedBy) ? [[row.id, "erased"]] : [];
    }),
  );
};
