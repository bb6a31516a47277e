import type { Tx } from "../../../foundation/db/pool.ts";
import type { SecondWay } from "../contract.ts";

/** In which ways this person can give a second factor; none where none is set up. After a reset it is the reset's code alone. */
export async function waysOf(tx: Tx, county: number, person: string): Promise<SecondWay[]> {
  const found = await tx.query<{ authenticator: boolean; passkey: boolean; spare: boolean; reset: boolean }>(
    `select exists (select from teams.authenticators where county_code = $1 and person_id = $2 and confirmed) as authenticator,
            exists (select from teams.passkeys where county_code = $1 and person_id = $2) as passkey,
            exists (select from teams.spare_codes where county_code = $1 and person_id = $2) as spare,
            exists (select from teams.resets
                    where county_code = $1 and person_id = $2 and second_factor and not password and used_at is null) as reset`,
    [county, person],
  );
  const { authenticator, passkey, spare, reset } = found.rows[0]!;
  if (reset) return ["reset code"];
  if (!authenticator && !passkey) return [];
  return [
    ...(authenticator ? (["authenticator"] as const) : []),
    ...(passkey ? (["passkey"] as const) : []),
    ...(spare ? (["spare code"] as const) : []),
  ];
}
