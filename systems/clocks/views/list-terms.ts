import { type Actor, jobActor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import type { Term } from "../contract.ts";

/** Every version of every term, the newest first, with the number of clocks that still go under it in the whole county. */
export const listTerms = (db: Database, actor: Actor): Promise<(Term & { running: number })[]> =>
  read<Term & { running: number }>(
    db,
    jobActor(actor.county),
    `select term.term, term.version, term.name, term.english_name as "englishName", term.length, term.unit, term.roll, term.ends, term.basis,
       term.pauses, term.extension, coalesce(clock.running, 0) as running
     from clocks.terms as term
     left join (select term, term_version, count(*)::int as running from clocks.running
                where county_code = $1 and state in ('running', 'paused') group by term, term_version) as clock
       on clock.term = term.term and clock.term_version = term.version
     where term.county_code = $1 order by term.term, term.version desc`,
    [actor.county],
  );
