import type { KeepPersons } from "../../ledger/index.ts";

/** Keeps salt and persons of a journal line where they can be erased. Give it to `appendLine`. */
export const keepPersons: KeepPersons = async (tx, line) => {
  await tx.query("insert into residents.line_persons (county_code, line_id, matter_id, salt, body) values ($1, $2, $3, $4, $5)", [
    line.county,
    line.id,
    line.matterId,
    line.saltPerson,
    line.personGroup,
  ]);
};
