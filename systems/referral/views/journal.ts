import { laneReducer, type VerifiedLaneRow } from "../../matters/index.ts";

/** How the lane's state is rebuilt from its journal lines. */
export const referralReducer = laneReducer({
  reports: "note-answer",
  async read(tx, county, ids) {
    const { rows } = await tx.query<{ row: VerifiedLaneRow }>(
      "select to_jsonb(r) as row from referral.referrals r where r.county_code = $1 and r.id = any ($2::uuid[])",
      [county, ids],
    );
    return rows.map(({ row }) => row);
  },
  count: async (tx, county) =>
    (await tx.query<{ n: number }>("select count(*)::integer as n from referral.referrals where county_code = $1", [county]))
      .rows[0]!.n,
});
