import { randomInt } from "node:crypto";
import type { Tx } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import type { SecretBox } from "../../../foundation/secret-box.ts";
import { CODE_ALPHABET, inGroups, SPARE_CODE } from "../rules/code.rule.ts";

/** A code of so many characters, each drawn by itself. */
export const drawCode = (length: number): string =>
  Array.from({ length }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join("");

/** Under what a person's codes are marked and their secrets sealed. */
export const placeOf = (county: number, person: string): string => `${county}/${person}`;

/** Draws ten new codes and puts the old ones away. They are shown once; only marks are kept. */
export async function drawSpareCodes(tx: Tx, box: SecretBox, county: number, person: string): Promise<string[]> {
  await tx.query("delete from teams.spare_codes where county_code = $1 and person_id = $2", [county, person]);
  const codes = Array.from({ length: SPARE_CODE.count }, () => drawCode(SPARE_CODE.length));
  for (const code of codes)
    await tx.query("insert into teams.spare_codes (county_code, id, person_id, mark) values ($1, $2, $3, $4)", [
      county,
      newId(),
      person,
      box.mark(code, placeOf(county, person)),
    ]);
  return codes.map((code) => inGroups(code, SPARE_CODE.group));
}

/** Uses a code up: true once, and of two at once for one. */
export async function spendSpareCode(tx: Tx, box: SecretBox, county: number, person: string, code: string): Promise<boolean> {
  const used = await tx.query("delete from teams.spare_codes where county_code = $1 and person_id = $2 and mark = $3", [
    county,
    person,
    box.mark(code, placeOf(county, person)),
  ]);
  return used.rowCount === 1;
}
