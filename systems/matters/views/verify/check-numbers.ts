import type { Actor } from "../../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../../foundation/db/pool.ts";

export interface NumbersReport {
  /** Series of numbers looked at: one for each unit, series and year. */
  readonly series: number;
  readonly numbers: number;
  readonly findings: readonly NumbersFinding[];
}
export interface NumbersFinding {
  /** Unit, series and year as the numbers show them, e.g. 410425-2026-I. */
  readonly series: string;
  readonly fault: "missing" | "beyond-the-counter" | "no-counter";
  /** How many numbers it concerns, and the first of them. */
  readonly count: number;
  readonly first: string;
}

interface Counted {
  readonly unit: string;
  readonly series: string;
  readonly year: number;
  readonly last: number;
}
interface Given {
  readonly head: string;
  readonly count: number;
  readonly greatest: number;
  readonly missing: number | null;
}

const KEPT = 1000;
const show = (head: string, n: number) => head + String(n).padStart(6, "0");

/**
 * Are the numbers of each unit, series and year 1 to the counter's last, none missing and none beyond it? `prefixOf` gives a unit's
 * number prefix. `actor` has the role `verify`. One pass over the numbers, sorted by the database.
 */
export async function checkNumbers(
  db: Database,
  actor: Actor,
  prefixOf: (unit: string) => string | undefined,
): Promise<NumbersReport> {
  return withActor(
    db,
    actor,
    async (tx) => {
      const counters = (
        await tx.query<Counted>("select unit_id as unit, series, year, last from matters.counters where county_code = $1", [
          actor.county,
        ])
      ).rows;
      const given = (
        await tx.query<Given>(
          `select head, count(*)::integer as count, max(n)::integer as greatest,
             min(case when n <> nth then nth end)::integer as missing
           from (select head, n, row_number() over (partition by head order by n) as nth
             from (select (parts)[1] as head, ((parts)[2])::bigint as n
               from (select regexp_match(number, '^(.*-[0-9]{4}-[^0-9]*)([0-9]{6,})$') as parts from matters.matters where county_code = $1) p) q) numbered
           group by head`,
          [actor.county],
        )
      ).rows;
      const byHead = new Map(given.map((one) => [one.head, one]));
      const findings: NumbersFinding[] = [];
      for (const { unit, series, year, last } of counters) {
        const head = `${prefixOf(unit) ?? "?"}-${year}-${series}`;
        const found = byHead.get(head) ?? { head, count: 0, greatest: 0, missing: 1 };
        byHead.delete(head);
        const beyond = Math.max(0, found.greatest - last);
        const missing = last + beyond - found.count;
        if (missing > 0)
          findings.push({ series: head, fault: "missing", count: missing, first: show(head, found.missing ?? found.count + 1) });
        if (beyond > 0) findings.push({ series: head, fault: "beyond-the-counter", count: beyond, first: show(head, last + 1) });
      }
      for (const [head, found] of byHead)
        findings.push({ series: head ?? "?", fault: "no-counter", count: found.count, first: show(head ?? "?", found.greatest) });
      return {
        series: counters.length,
        numbers: given.reduce((sum, one) => sum + one.count, 0),
        findings: findings.slice(0, KEPT),
      };
    },
    { readOnly: true, snapshot: true },
  );
}
