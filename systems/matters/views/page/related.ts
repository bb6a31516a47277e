import type { Tx } from "../../../../foundation/db/pool.ts";
import type { MatterState } from "../../rules/lifecycle.ts";
import type { MatterRow } from "../../store/row.ts";

interface Short {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: MatterState;
  readonly closed_at: Date | null;
  readonly as: "parent" | "child" | "into" | "merged" | "before";
}

/** Parent and children, what was merged, and earlier matters of the same village: one query, by index, at most thirty rows. */
export async function relatedMatters(tx: Tx, county: number, row: MatterRow) {
  const found = (
    await tx.query<Short>(
      `(select id, number, title, state, closed_at, 'parent' as as from matters.matters where county_code = $1 and id = $3)
     union all (select id, number, title, state, closed_at, 'into' from matters.matters where county_code = $1 and id = $4)
     union all (select id, number, title, state, closed_at, 'child' from matters.matters where county_code = $1 and parent_id = $2 limit 10)
     union all (select id, number, title, state, closed_at, 'merged' from matters.matters where county_code = $1 and merged_into = $2 limit 10)
     union all (select id, number, title, state, closed_at, 'before' from matters.matters where county_code = $1 and village_id = $5 and id <> $2 and received_at < $6 and category_code = $7 order by received_at desc limit 5)`,
      [county, row.id, row.parent_id, row.merged_into, row.village_id, row.received_at, row.category_code],
    )
  ).rows;
  const of = (as: Short["as"]) =>
    found.filter((one) => one.as === as).map(({ id, number, title, state }) => ({ id, number, title, state }));
  return {
    parent: of("parent")[0] ?? null,
    children: of("child"),
    mergedInto: of("into")[0] ?? null,
    merged: of("merged"),
    before: found
      .filter((one) => one.as === "before")
      .map((one) => ({
        id: one.id,
        number: one.number,
        title: one.title,
        state: one.state,
        closedAt: one.closed_at?.toISOString() ?? null,
      })),
  };
}
