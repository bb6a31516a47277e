import { laneReducer, type VerifiedLaneRow } from "../../matters/index.ts";

/** How the lane's state is rebuilt from its journal lines. */
export const serviceReducer = laneReducer({
  reports: "report",
  async read(tx, county, ids) {
    const { rows } = await tx.query<{ row: VerifiedLaneRow }>(
      "select to_jsonb(r) as row from service.requests r where r.county_code = $1 and r.id = any ($2::uuid[])",
      [county, ids],
    );
    return rows.map(({ row }) => row);
  },
  count: async (tx, county) =>
    (await tx.query<{ n: number }>("select count(*)::integer as n from service.requests where county_code = $1", [county]))
      .rows[0]!.n,
});
