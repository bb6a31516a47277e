import type { Tx } from "../../../foundation/db/pool.ts";
import type { ReadingKind } from "../contract.ts";

/** One reading of a matter, by post and unit; never a person. */
export interface Reading {
  readonly id: string;
  readonly at: Date;
  readonly postId: string;
  readonly unitId: string;
  readonly what: ReadingKind;
  /** Why an identity was opened; null for ordinary readings. */
  readonly purpose: string | null;
  /** A second person had to agree, and the resident was told. */
  readonly unusual: boolean;
}

/**
 * Who read a matter, newest first, at most 500. Ordinary readings stand once for each post, kind and day, with the first instant. Seen by
 * the bearer of a code, and at the desk only inside a context that names the matter (`{ ...actor, matters: [id] }`).
 */
export async function readingsOf(tx: Tx, matterId: string): Promise<Reading[]> {
  const { rows } = await tx.query<Reading>(
    `select id, at, post_id as "postId", unit_id as "unitId", what, purpose, unusual from residents.readings
     where county_code = (select foundation.county()) and matter_id = $1 order by at desc, id desc limit 500`,
    [matterId],
  );
  return rows;
}
