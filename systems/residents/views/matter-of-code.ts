/**
 * SQL for the matter whose receipt bears a code, as a scalar sub-select for a larger question; `lookup` is the placeholder of the
 * code's keyed hash (`Sealer.lookupOf`), `county` that of the county's code.
 */
export const matterOfCode = (county: string, lookup: string): string =>
  `(select r.matter_id from residents.reporters r where r.county_code = ${county} and r.code_lookup = ${lookup})`;
