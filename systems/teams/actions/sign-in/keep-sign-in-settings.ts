import type { Actor } from "../../../../foundation/db/actor.ts";
import type { Database } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { SecretBox } from "../../../../foundation/secret-box.ts";
import type { SignInSettings } from "../../contract.ts";
import { doorkeeperOf } from "../../rules/access.ts";
import { isIssuer } from "../../rules/issuer.rule.ts";
import { signInSettings } from "../../views/sign-in-settings.ts";
import { arrange } from "../arrange.ts";

/**
 * Changes the county's choices; answers the new version. Without `secret` the one kept stays. Refuses `teams.issuer-unfit` (422),
 * `teams.settings-changed` (409) where someone else changed them since `baseVersion`.
 */
export async function keepSignInSettings(
  db: Database,
  box: SecretBox,
  actor: Actor,
  given: SignInSettings & { secret?: string | undefined; baseVersion: number },
): Promise<number> {
  const { county } = actor;
  const before = await signInSettings(db, county);
  const secret = given.secret ? box.seal(given.secret, `${county}/outside`) : before.sealedSecret;
  if ((given.issuer || given.outsideOn) && !isIssuer(given.issuer)) throw new Refusal("teams.issuer-unfit");
  if (given.outsideOn && (!given.client || !secret || !given.outsideName)) throw new Refusal("teams.outside-incomplete");
  return arrange(
    db,
    actor,
    async (tx) => {
      const done = await tx.query<{ version: number }>(
        `insert into teams.sign_in_settings as one
           (county_code, idle_minutes, outside_on, outside_name, outside_english_name, issuer, client, client_secret)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (county_code) do update set idle_minutes = excluded.idle_minutes, outside_on = excluded.outside_on,
           outside_name = excluded.outside_name, outside_english_name = excluded.outside_english_name, issuer = excluded.issuer,
           client = excluded.client, client_secret = excluded.client_secret, version = one.version + 1
           where one.version = $9
         returning version`,
        [
          county,
          given.idleMinutes,
          given.outsideOn,
          given.outsideName,
          given.outsideEnglishName,
          given.issuer,
          given.client,
          secret,
          given.baseVersion,
        ],
      );
      if (!done.rows[0]) throw new Refusal("teams.settings-changed", {}, { status: 409 });
      return done.rows[0].version;
    },
    doorkeeperOf(county),
  );
}
