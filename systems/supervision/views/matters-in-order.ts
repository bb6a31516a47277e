import type { Tx } from "../../../foundation/db/pool.ts";
import type { MatterInOrder } from "../rules/who-may-issue.rule.ts";

export interface StandingMatter extends MatterInOrder {
  readonly number: string;
  readonly kind: string | null;
  readonly state: string;
  readonly holdingUnit: string;
  readonly term: string;
  readonly dueAt: Date;
}

/** These matters as the reader may see them; what is hidden from the reader is missing. */
export async function standingOf(tx: Tx, county: number, ids: readonly string[]): Promise<StandingMatter[]> {
  const { rows } = await tx.query<StandingMatter>(
    `select id, number, kind, state, open, holding_unit as "holdingUnit", term, due_at as "dueAt",
       (secrecy or kind is null or kind = 'report') as sealed, complained_unit as "complainedUnit", complained_post as "complainedPost"
     from matters.standing where county_code = $1 and id = any ($2::uuid[]) order by due_at, id`,
    [county, ids],
  );
  return rows;
}
