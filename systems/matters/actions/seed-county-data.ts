import { hash } from "node:crypto";
import type { Tx } from "../../../foundation/db/pool.ts";
import { searchTokens } from "../rules/search-tokens.rule.ts";

/** Plants each part of the county's data as version 1, switched on; what the county has already stays. */
export async function seedCountyData(
  tx: Tx,
  county: number,
  data: Readonly<Record<string, unknown>>,
  source: string,
): Promise<void> {
  for (const [name, body] of Object.entries(data))
    await tx.query(
      `insert into matters.county_data (county_code, name, version, state, body, at, source)
       select $1, $2, 1, 'on', $3::jsonb, now(), $4 where not exists (select from matters.county_data where county_code = $1 and name = $2)`,
      [county, name, JSON.stringify(body), source],
    );
}

export interface KnowledgeSeed {
  readonly code: string;
  readonly question: string;
  readonly answer: string;
  readonly categoryCode: string | null;
  readonly ownerUnit: string;
  readonly validUntil: string;
  /** Other ways in which people ask. */
  readonly words: readonly string[];
}

const idOf = (county: number, code: string): string => {
  const digest = hash("sha256", `knowledge|${county}|${code}`);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
};

/** Plants kept answers; an entry that the county has renewed stays as it is. */
export async function seedKnowledge(tx: Tx, county: number, entries: readonly KnowledgeSeed[]): Promise<void> {
  for (const entry of entries)
    await tx.query(
      `insert into matters.knowledge (county_code, id, version, question, answer, category_code, owner_unit, valid_until, tokens, updated_at)
       values ($1, $2, 1, $3, $4, $5, $6, $7, $8, now()) on conflict (county_code, id) do nothing`,
      [
        county,
        idOf(county, entry.code),
        entry.question,
        entry.answer,
        entry.categoryCode,
        entry.ownerUnit,
        entry.validUntil,
        searchTokens([entry.question, ...entry.words].join("\n")),
      ],
    );
}
