import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import type { Services } from "../services.ts";

/** What is counted: the matters of the county, of one township or of one village, as this reader may see them. */
export interface FiguresAsked {
  readonly within?: { readonly column: "township_id" | "village_id"; readonly id: string };
  /** The places that the counts are told apart by. */
  readonly by: "township_id" | "village_id";
  /** First instant of the week counted; the one before lies seven days earlier. */
  readonly from: Date;
  /** How many weeks the trend has; the last one is the week counted. */
  readonly weeks: number;
}

export interface ReceivedCount {
  /** 0: the week counted, 1: the week before. */
  readonly weeksAgo: number;
  readonly place: string | null;
  readonly category: string | null;
  readonly door: string;
  readonly n: number;
}
export interface ClosedCount {
  readonly weeksAgo: number;
  readonly place: string | null;
  readonly inTime: boolean;
  readonly rating: string | null;
  readonly n: number;
}
export interface OpenCount {
  readonly place: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly shelved: number;
}
export interface FigureCounts {
  readonly received: readonly ReceivedCount[];
  readonly closed: readonly ClosedCount[];
  /** As it stands at `at`. */
  readonly open: readonly OpenCount[];
  readonly trend: readonly { readonly weeksAgo: number; readonly received: number; readonly closed: number }[];
  readonly at: Date;
}

const WEEK = 7 * 86_400_000;
/** Whole weeks before the week that begins at $2; 0 for that week itself. */
const weeksAgo = (column: string) => `(-floor(extract(epoch from ${column} - $2::timestamptz) / 604800))::integer`;

/**
 * Counts for the board: what came and what was closed in a week and the one before, what is open now, and so many weeks' trend.
 * One snapshot, in the reader's own context, so that each count is the length of the list that the reader can open. Reads the rows
 * of those weeks and the open rows by their indexes, whatever the size of the table.
 */
export async function countFigures(services: Services, actor: Actor, asked: FiguresAsked): Promise<FigureCounts> {
  const at = services.clock.now();
  const { by, within } = asked;
  const until = new Date(asked.from.getTime() + WEEK);
  const twoWeeks = new Date(asked.from.getTime() - WEEK);
  const firstWeek = new Date(asked.from.getTime() - (asked.weeks - 1) * WEEK);
  const inside = within ? ` and m.${within.column} = $5` : "";
  const span = (since: Date) => [actor.county, asked.from, since, until, ...(within ? [within.id] : [])];
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const rows = async <Row extends object>(text: string, values: readonly unknown[]) =>
        (await tx.query<Row & Record<string, unknown>>(text, values as unknown[])).rows as Row[];
      const received = await rows<ReceivedCount>(
        `select ${weeksAgo("m.received_at")} as "weeksAgo", m.${by} as place, m.category_code as category, m.door, count(*)::integer as n
         from matters.matters m where m.county_code = $1 and m.received_at >= $3 and m.received_at < $4${inside} group by 1, 2, 3, 4`,
        span(twoWeeks),
      );
      const closed = await rows<ClosedCount>(
        `select ${weeksAgo("m.closed_at")} as "weeksAgo", m.${by} as place, coalesce(m.closed_in_time, false) as "inTime", m.rating, count(*)::integer as n
         from matters.matters m where m.county_code = $1 and m.closed_at >= $3 and m.closed_at < $4${inside} group by 1, 2, 3, 4`,
        span(twoWeeks),
      );
      const open = await rows<OpenCount>(
        `select m.${by} as place, count(*)::integer as open, count(*) filter (where m.due_at < $2)::integer as overdue,
           count(*) filter (where m.state = 'shelved')::integer as shelved
         from matters.matters m where m.county_code = $1 and m.open${inside.replace("$5", "$3")} group by 1`,
        [actor.county, at, ...(within ? [within.id] : [])],
      );
      const byWeek = (column: string) =>
        rows<{ weeksAgo: number; n: number }>(
          `select ${weeksAgo(`m.${column}`)} as "weeksAgo", count(*)::integer as n
           from matters.matters m where m.county_code = $1 and m.${column} >= $3 and m.${column} < $4${inside} group by 1`,
          span(firstWeek),
        );
      const [came, went] = [await byWeek("received_at"), await byWeek("closed_at")];
      const of = (list: readonly { weeksAgo: number; n: number }[], ago: number) =>
        list.find((one) => one.weeksAgo === ago)?.n ?? 0;
      const trend = Array.from({ length: asked.weeks }, (_, index) => asked.weeks - 1 - index).map((ago) => ({
        weeksAgo: ago,
        received: of(came, ago),
        closed: of(went, ago),
      }));
      return { received, closed, open, trend, at };
    },
    { readOnly: true, snapshot: true },
  );
}
