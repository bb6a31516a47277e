import type { Actor } from "../../../foundation/db/actor.ts";
import type { Database } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Term } from "../contract.ts";
import { insertTerm } from "../store/insert-term.ts";
import { keep } from "./publish-calendar.ts";

/**
 * Adds a term's next version; running clocks keep theirs. `baseVersion` is the version that was edited, 0 for a new term. Returns the
 * new version. Refusals: `clocks.may-not-keep-the-calendar`, `clocks.ground-named-twice`, `clocks.changed-meanwhile` (409).
 */
export function keepTerm(db: Database, actor: Actor, term: Omit<Term, "version">, baseVersion: number): Promise<number> {
  const grounds = term.pauses.map((one) => one.ground);
  const twice = grounds.find((one, at) => grounds.indexOf(one) !== at);
  if (twice) throw new Refusal("clocks.ground-named-twice", { ground: twice });
  return keep(db, actor, async (tx) => {
    const last = await tx.query<{ version: number }>(
      "select coalesce(max(version), 0) as version from clocks.terms where county_code = $1 and term = $2",
      [actor.county, term.term],
    );
    const version = baseVersion + 1;
    if (last.rows[0]!.version !== baseVersion || !(await insertTerm(tx, actor.county, { ...term, version })))
      throw new Refusal("clocks.changed-meanwhile", {}, { status: 409 });
    return version;
  });
}
