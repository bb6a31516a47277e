import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { isId } from "../../../foundation/ids.ts";

interface Named {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/**
 * Of these matters, those that the actor of the transaction may see, by id, with number and title. Whoever must stand aside from a matter,
 * works for whom it complains of, or has nothing to do with it gets no entry, as of one that does not exist.
 */
export async function findMattersSeen(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  const known = ids.filter(isId);
  if (known.length === 0 || !actor.rights.some((right) => right.startsWith("matters."))) return new Map();
  const { rows } = await tx.query<Named>(
    "select id, number, title from matters.matters where county_code = $1 and id = any ($2::uuid[])",
    [actor.county, known],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
