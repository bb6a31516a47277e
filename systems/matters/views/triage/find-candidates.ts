import type { Tx } from "../../../../foundation/db/pool.ts";
import { repeatToken } from "../../rules/search-tokens.rule.ts";
import type { Books } from "../../store/books.ts";
import { fromHits } from "../queue/search-page.ts";

export interface CandidateRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly body: string;
  readonly state: string;
  readonly category_code: string | null;
  readonly township_id: string | null;
  readonly village_id: string | null;
  readonly place_id: string | null;
  readonly received_at: Date;
}

const COLUMNS =
  "m.id, m.number, m.title, m.body, m.state, m.category_code, m.township_id, m.village_id, m.place_id, m.received_at";

/** Earlier matters worth comparing: word-for-word repeats anywhere, and those of the same village (else township) in the last ninety days. At most 90 rows by index. */
export async function findCandidates(
  tx: Tx,
  county: number,
  about: { text: string; villageId: string | null; townshipId: string | null; excludeId?: string },
  now: Date,
): Promise<CandidateRow[]> {
  const since = new Date(now.getTime() - 90 * 86_400_000);
  const exact = tx.query<CandidateRow>(
    `select ${COLUMNS} from ${fromHits("s.county_code = $1 and s.tokens @> $2::text[]")}
     where m.county_code = $1 and m.id <> $3 and m.state not in ('withdrawn', 'merged') limit 10`,
    [county, [repeatToken(about.text)], about.excludeId ?? "00000000-0000-0000-0000-000000000000"],
  );
  const found = await exact;
  const near =
    about.villageId || about.townshipId
      ? await tx.query<CandidateRow>(
          `select ${COLUMNS} from matters.matters m where m.county_code = $1 and m.${about.villageId ? "village_id" : "township_id"} = $2 and m.received_at > $3 and m.id <> $4
         and m.state not in ('withdrawn', 'merged') order by m.received_at desc limit 80`,
          [county, about.villageId ?? about.townshipId, since, about.excludeId ?? "00000000-0000-0000-0000-000000000000"],
        )
      : { rows: [] as CandidateRow[] };
  const all = new Map([...found.rows, ...near.rows].map((row) => [row.id, row]));
  return [...all.values()];
}

export const candidateOf = (books: Books, row: CandidateRow, now: Date) => ({
  id: row.id,
  text: `${row.title}\n${row.body}`,
  category: row.category_code,
  village: row.village_id ? (books.gazetteer.places.get(row.village_id)?.code ?? null) : null,
  township: row.township_id ? (books.gazetteer.places.get(row.township_id)?.code ?? null) : null,
  daysApart: Math.round((now.getTime() - row.received_at.getTime()) / 86_400_000),
});
