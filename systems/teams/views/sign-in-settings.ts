import { type Database, withActor } from "../../../foundation/db/pool.ts";
import type { SignInSettings } from "../contract.ts";
import { doorkeeperOf } from "../rules/access.ts";
import { IDLE_MINUTES } from "../rules/session.rule.ts";

export interface KeptSettings extends SignInSettings {
  readonly version: number;
  /** The client's secret as it is kept: sealed; "" where there is none. */
  readonly sealedSecret: string;
}

interface Row {
  idle_minutes: number;
  outside_on: boolean;
  outside_name: string;
  outside_english_name: string;
  issuer: string;
  client: string;
  client_secret: string;
  version: number;
}

/** The county's choices for signing in; without any: fifteen minutes, and no sign-in from outside. */
export async function signInSettings(db: Database, county: number): Promise<KeptSettings> {
  const row = await withActor(
    db,
    doorkeeperOf(county),
    async (tx) => (await tx.query<Row>("select * from teams.sign_in_settings where county_code = $1", [county])).rows[0],
    { readOnly: true },
  );
  return {
    idleMinutes: row?.idle_minutes ?? IDLE_MINUTES.usual,
    outsideOn: row?.outside_on ?? false,
    outsideName: row?.outside_name ?? "",
    outsideEnglishName: row?.outside_english_name ?? "",
    issuer: row?.issuer ?? "",
    client: row?.client ?? "",
    sealedSecret: row?.client_secret ?? "",
    version: row?.version ?? 0,
  };
}
