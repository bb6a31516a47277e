import type { Actor } from "../../../../foundation/db/actor.ts";
import type { Tx } from "../../../../foundation/db/pool.ts";
import { LIMITS } from "../../contract.ts";
import { beyondOf, type Conditions, type Turn } from "./query-shape.ts";
import { type ListedRow, ROW_COLUMNS } from "./rows.ts";

/** Conditions for a reader who sees by an area or a unit: each of `ways` by itself, and together all that the policy may let through. */
export interface NarrowConditions extends Conditions {
  readonly ways: readonly string[];
}

/**
 * The ways in which a matter comes into an officer's sight, each with an index of its own, which the policy's OR over them cannot use.
 * They only narrow: the row policy stands on every read. Undefined for whoever sees the whole county, and where nothing is left to narrow.
 */
export function narrowed(actor: Actor, conditions: Conditions): NarrowConditions | undefined {
  if (actor.role !== "app" || actor.scope === "county" || conditions.counted) return undefined;
  const values = [...conditions.values];
  const ways: string[] = [];
  if (actor.places.length > 0) {
    const places = `any ($${values.push(actor.places)}::uuid[])`;
    ways.push(`m.township_id is not null and m.township_id = ${places}`, `m.village_id is not null and m.village_id = ${places}`);
  }
  if (actor.units.length > 0) {
    const units = `any ($${values.push(actor.units)}::uuid[])`;
    ways.push(
      `m.received_by = ${units}`,
      `m.involved_units[1] is not null and m.involved_units[1] = ${units}`,
      `m.involved_units[2] is not null and m.involved_units[2] = ${units}`,
      "m.involved_units[3] is not null",
    );
  }
  const unsaid = conditions.onlyOpen && !conditions.where.includes("m.open");
  return { ...conditions, values, ways: unsaid ? ways.map((way) => `m.open and ${way}`) : ways };
}

/** Each way's matters by SQL, none twice; `only` says how many of each are read, in which order and from where. */
const byEachWay = ({ from, where, ways }: NarrowConditions, only = ""): string =>
  ways.map((way) => `(select m.county_code, m.id from ${from} where ${where} and ${way} ${only})`).join(" union ");

const MOST = LIMITS.count + 1;
const idsOf = async (tx: Tx, text: string, values: readonly unknown[]): Promise<string[]> =>
  (await tx.query<{ id: string }>(text, values as unknown[])).rows.map((row) => row.id);

/** Ids of the matters that meet these conditions: all of them, or one more than are counted. */
export async function firstIds(tx: Tx, conditions: NarrowConditions): Promise<string[]> {
  if (conditions.ways.length === 0) return [];
  return idsOf(tx, `select id from (${byEachWay(conditions, `limit ${MOST}`)}) x limit ${MOST}`, conditions.values);
}

/** A page of these by due date, read from each way's index in that order. */
export async function pageByDue(tx: Tx, conditions: NarrowConditions, turn: Turn): Promise<ListedRow[]> {
  if (conditions.ways.length === 0) return [];
  const beyond = beyondOf(turn, conditions.values);
  const order = `order by m.due_at ${turn.way}, m.id ${turn.way} limit ${turn.limit}`;
  const found = await tx.query<ListedRow>(
    `select ${ROW_COLUMNS} from (${byEachWay(conditions, `${beyond.sql} ${order}`)}) x
     join matters.matters m on m.county_code = x.county_code and m.id = x.id ${order}`,
    beyond.values,
  );
  return found.rows;
}

interface Explained {
  readonly "Plan Rows": number;
  readonly "Parent Relationship"?: string;
  readonly Plans?: readonly Explained[];
}

/**
 * Is this reader's part of the county smaller than the part of it that has these words? By the planner's own estimates, without
 * reading a row; as parts, because it takes the policy for rarer than it is, on both sides of the fraction alike.
 */
async function mineAreFewer(tx: Tx, mine: NarrowConditions): Promise<boolean> {
  const questions = [
    `select 1 from (${byEachWay(mine)}) x`,
    `select 1 from ${mine.from} where ${mine.where}`,
    `select 1 from matters.search s where ${mine.hits}`,
    "select 1 from matters.search s where s.county_code = $1",
  ];
  const found = await tx.query<{ "QUERY PLAN": [{ Plan: Explained }] }>(
    `explain (format json) (${questions.join(") union all (")})`,
    mine.values,
  );
  const plans = found.rows[0]!["QUERY PLAN"][0].Plan.Plans ?? [];
  const [ours = 0, all = 1, hits = 0, words = 1] = plans
    .filter((plan) => plan["Parent Relationship"] === "Member")
    .map((plan) => plan["Plan Rows"]);
  return ours / all < hits / words;
}

/**
 * `firstIds` for words and nothing else. Either the reader's matters are looked up among the tokens or what the words find is looked up
 * among the matters: from the smaller side, since the other may be the whole county.
 */
export async function firstIdsOfWords(tx: Tx, actor: Actor, conditions: Conditions): Promise<string[]> {
  const mine = narrowed(actor, { ...conditions, from: "matters.matters m" });
  if (!mine || mine.ways.length === 0) return [];
  if (await mineAreFewer(tx, mine))
    return idsOf(
      tx,
      `select x.id from (${byEachWay(mine)}) x join matters.search s on s.county_code = x.county_code and s.matter_id = x.id
       where ${mine.hits} limit ${MOST}`,
      mine.values,
    );
  return idsOf(tx, `select m.id from ${conditions.from} where ${conditions.where} limit ${MOST}`, conditions.values);
}
