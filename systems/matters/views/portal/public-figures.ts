import { jobActor } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import { addDays, dayOf, type Locale, startOfDay, weekOf } from "../../../../foundation/time/index.ts";
import type { PublicFigures } from "../../contract.ts";
import { publicCount, SMALLEST_PUBLIC_COUNT, withholdSmallRows } from "../../rules/withhold-small-counts.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";

const WEEKS = 12;
const ELSEWHERE: Record<Locale, { township: string; category: string }> = {
  "zh-CN": { township: "没写在哪儿", category: "还没分类" },
  en: { township: "Place not told", category: "Not yet sorted" },
};

interface Group {
  readonly name: string | null;
  readonly received: number;
  readonly closed: number;
}

/** Received in the span by when it came, closed by when it was closed; withdrawn and merged ones were received all the same. */
const grouped = (column: string) => `select ${column} as name,
  count(*) filter (where received_at >= $2 and received_at < $3)::integer as received,
  count(*) filter (where state = 'closed' and closed_at >= $2 and closed_at < $3)::integer as closed
  from matters.matters where county_code = $1 and ((received_at >= $2 and received_at < $3) or (closed_at >= $2 and closed_at < $3)) group by 1`;

const BY_WEEK = `select w.n::integer as week,
  (select count(*)::integer from matters.matters where county_code = $1 and received_at >= w.since and received_at < w.since + interval '7 days') as received,
  (select count(*)::integer from matters.matters where county_code = $1 and state = 'closed' and closed_at >= w.since and closed_at < w.since + interval '7 days') as closed
  from (select n, $2::timestamptz + n * interval '7 days' as since from generate_series(0, $3 - 1) as n) w order by 1`;

/** All names of the list, those without a matter too, in its order; what belongs to none comes last. */
function everyName(names: readonly (readonly [string, string])[], groups: readonly Group[], elsewhere: string) {
  const found = new Map(groups.map((group) => [group.name, group]));
  const rows = names.map(([key, name]) => ({
    name,
    received: found.get(key)?.received ?? 0,
    closed: found.get(key)?.closed ?? 0,
  }));
  const known = new Set(names.map(([key]) => key));
  const rest = groups.filter(({ name }) => name === null || !known.has(name));
  const sum = (of: "received" | "closed") => rest.reduce((total, group) => total + group[of], 0);
  return sum("received") + sum("closed") > 0
    ? [...rows, { name: elsewhere, received: sum("received"), closed: sum("closed") }]
    : rows;
}

function branches(books: Books, groups: readonly Group[]): Group[] {
  const sums = new Map<string | null, { received: number; closed: number }>();
  for (const { name, received, closed } of groups) {
    const category = name ? books.categories.get(name) : undefined;
    const branch = category ? (category.parent ?? category.code) : null;
    const sum = sums.get(branch) ?? { received: 0, closed: 0 };
    sums.set(branch, { received: sum.received + received, closed: sum.closed + closed });
  }
  return [...sums].map(([name, sum]) => ({ name, ...sum }));
}

/**
 * The figures of the last whole week (Monday to Sunday in Shanghai), for everyone: by township, by category, and of twelve weeks.
 * Counted over the whole county by the jobs' role; what could lead to a person is withheld here, before anything leaves.
 */
export async function publicFigures(services: Services, county: number, locale: Locale = "zh-CN"): Promise<PublicFigures> {
  const books = await services.books(county);
  const now = services.clock.now();
  const from = addDays(weekOf(dayOf(now)).monday, -7);
  const span = [county, startOfDay(from), startOfDay(addDays(from, 7))];
  const first = addDays(from, -7 * (WEEKS - 1));
  return withActor(
    services.db,
    jobActor(county),
    async (tx) => {
      const townships = (await tx.query<Group>(grouped("township_id::text"), span)).rows;
      const categories = branches(books, (await tx.query<Group>(grouped("category_code"), span)).rows);
      const weeks = (
        await tx.query<{ week: number; received: number; closed: number }>(BY_WEEK, [county, startOfDay(first), WEEKS])
      ).rows;
      const time = (
        await tx.query<{ met: number; of: number }>(
          "select count(*) filter (where closed_in_time)::integer as met, count(*)::integer as of from matters.matters where county_code = $1 and state = 'closed' and closed_at >= $2 and closed_at < $3",
          span,
        )
      ).rows[0]!;
      const places = [...books.gazetteer.places.values()]
        .filter(({ kind }) => kind === "township")
        .sort((a, b) => a.code.localeCompare(b.code));
      const heads = [...books.categories.values()].filter(({ parent }) => parent === null);
      return {
        week: { from, to: addDays(from, 6) },
        calculatedAt: now.toISOString(),
        received: publicCount(weeks.at(-1)!.received),
        closed: publicCount(weeks.at(-1)!.closed),
        onTimePercent: time.of >= SMALLEST_PUBLIC_COUNT ? Math.round((100 * time.met) / time.of) : null,
        townships: withholdSmallRows(
          everyName(
            places.map(({ id, name }) => [id, name] as const),
            townships,
            ELSEWHERE[locale].township,
          ),
        ),
        categories: withholdSmallRows(
          everyName(
            heads.map(({ code, name }) => [code, locale === "en" ? name.en : name.zh] as const),
            categories,
            ELSEWHERE[locale].category,
          ),
        ),
        weeks: weeks.map(({ week, received, closed }) => ({
          from: addDays(first, week * 7),
          received: publicCount(received),
          closed: publicCount(closed),
        })),
      };
    },
    { readOnly: true },
  );
}
