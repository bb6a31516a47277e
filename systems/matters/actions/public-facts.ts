import type { Act } from "../../ledger/index.ts";
import { askedFact } from "../store/asked-fact.ts";
import type { MatterRow } from "../store/row.ts";

type Later = "parent_id" | "merged_into" | "rating" | "review_on" | "asked" | "handed_back_by";
type Shown = Omit<MatterRow, "number" | "head_leaf" | "county_code" | Later> & Partial<Pick<MatterRow, "number" | Later>>;

/** Codes of the county hold only letters, digits, dots and dashes; anything else would be a person's words and is left out. */
const code = (text: string | null | undefined) => (text && /^[A-Za-z0-9._:/+-]{1,80}$/.test(text) ? text : undefined);
const instant = (text: string | null | undefined) => (text ? new Date(text).toISOString() : null);

/** What anyone may see of a line: the state that it leads to, in codes, ids and dates. From these alone the row is rebuilt. */
export function publicFacts(
  row: Shown,
  versions: Readonly<Record<string, number>>,
  clocks: Readonly<Record<string, readonly string[]>> = {},
): Act["facts"] {
  return {
    state: row.state,
    deadline: new Date(row.due_at).toISOString(),
    ...(row.kind && { kind: row.kind }),
    ...(row.outcome && { outcome: row.outcome }),
    ...(row.lead_unit && { unit: row.lead_unit }),
    ...(row.number && { number: row.number }),
    rules: Object.fromEntries(
      ["categories", "rules", "catalogue", "territory"].flatMap((name) => (versions[name] ? [[name, versions[name]]] : [])),
    ),
    facts: {
      category: code(row.category_code) ?? null,
      urgency: row.urgency,
      place: row.place_id,
      township: row.township_id,
      village: row.village_id,
      grid: row.grid_id,
      confirmed: row.place_confirmed,
      territory: row.territory_version,
      door: row.door,
      received: instant(row.received_at),
      by: row.received_by,
      term: code(row.term) ?? null,
      term_version: row.term_version,
      provisional: row.due_provisional,
      lane: row.lane,
      lane_id: row.lane_id,
      support: [...row.support_units],
      involved: [...row.involved_units],
      secrecy: row.secrecy,
      closed: instant(row.closed_at),
      in_time: row.closed_in_time,
      rating: row.rating ?? null,
      review: row.review_on ?? null,
      parent: row.parent_id ?? null,
      merged: row.merged_into ?? null,
      verify: row.verify_needed,
      waiting: row.waiting_for_resident,
      asked: askedFact(row.asked),
      handed_back: [...(row.handed_back_by ?? [])],
      ...clocks,
    },
  };
}
