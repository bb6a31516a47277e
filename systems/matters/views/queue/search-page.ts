import type { Tx } from "../../../../foundation/db/pool.ts";
import { LIMITS } from "../../contract.ts";
import { beyondOf, type Conditions, type Turn } from "./query-shape.ts";
import { type ListedRow, ROW_COLUMNS } from "./rows.ts";

/** So many of the next matters are looked through for a usual word before its whole list is read and sorted. */
const LOOKED_THROUGH = 4000;

/** The next few thousand matters by time of receipt, and those among them that have the words. */
const amongTheNext = (hits: string, after: string, order: string): string =>
  `select s.county_code, s.matter_id, s.received_at
   from (select * from matters.search where county_code = $1 ${after} ${order} limit ${LOOKED_THROUGH}) s where ${hits} ${order}`;

/** Are there more of these among the newest few thousand than are counted? Then nothing else need be read to say 999+. */
export async function isUsual(tx: Tx, conditions: Conditions): Promise<boolean> {
  const newest = amongTheNext(conditions.hits ?? "", "", "order by received_at desc, matter_id desc");
  const found = await tx.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from (${newest} offset 0) s
       join matters.matters m on m.county_code = s.county_code and m.id = s.matter_id where ${conditions.where} limit ${LIMITS.count + 1}) x`,
    conditions.values,
  );
  return found.rows[0]!.n > LIMITS.count;
}

/** What the words find, by their index alone (`offset 0` keeps the planner from looking at it another way), and the matters themselves. */
export const fromHits = (hits: string): string =>
  `(select s.county_code, s.matter_id, s.received_at from matters.search s where ${hits} offset 0) s
   join matters.matters m on m.county_code = s.county_code and m.id = s.matter_id`;

/**
 * The planner does not know that a word may stand nowhere, or how much dearer tokens are to read than other columns: it would read
 * whole tables for one.
 * Holds until the transaction ends.
 */
export const byIndexAlone = (tx: Tx) =>
  tx.query("set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off");

/**
 * One page of matters with these words, by time of receipt. A usual word (`usual`: more hits than are counted) is mostly found
 * among the next few thousand matters; otherwise its hits are read by the index, sorted by the narrow rows of the search table, and
 * only then joined, so that no more matters are looked up than are shown or hidden from this reader.
 */
export async function searchPage(tx: Tx, conditions: Conditions, turn: Turn, usual: boolean): Promise<ListedRow[]> {
  const { sql, values } = beyondOf(turn, conditions.values);
  const after = sql.replace("(m.received_at, m.id)", "(received_at, matter_id)");
  const order = `order by received_at ${turn.way}, matter_id ${turn.way}`;
  const page = (found: string) =>
    tx.query<ListedRow>(
      `select ${ROW_COLUMNS} from (${found} offset 0) s join matters.matters m on m.county_code = s.county_code and m.id = s.matter_id
       where ${conditions.where} order by s.received_at ${turn.way}, s.matter_id ${turn.way} limit ${turn.limit}`,
      values,
    );
  if (usual) {
    const { rows } = await page(amongTheNext(conditions.hits ?? "", after, order));
    if (rows.length === turn.limit) return rows;
  }
  const hits = `select s.county_code, s.matter_id, s.received_at from matters.search s where ${conditions.hits} offset 0`;
  return (await page(`select * from (${hits}) s where true ${after} ${order}`)).rows;
}

/**
 * One page for a reader of an area who sees more of these than are counted: the next few thousand of the reader's own matters are
 * looked up among the tokens; only where that fills no page are all hits read and sorted.
 */
export async function searchPageOfMine(tx: Tx, conditions: Conditions, turn: Turn): Promise<ListedRow[]> {
  const order = `order by m.received_at ${turn.way}, m.id ${turn.way}`;
  const beyond = beyondOf(turn, conditions.values);
  const { rows } = await tx.query<ListedRow>(
    `select ${ROW_COLUMNS} from (select * from matters.matters m where ${conditions.where} ${beyond.sql} ${order} limit ${LOOKED_THROUGH}) m
       join matters.search s on s.county_code = m.county_code and s.matter_id = m.id
     where ${conditions.hits} ${order} limit ${turn.limit}`,
    beyond.values,
  );
  return rows.length === turn.limit ? rows : searchPage(tx, conditions, turn, false);
}
