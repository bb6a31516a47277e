import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Platforms } from "../rules/platforms.ts";
import type { Services } from "../services.ts";

/**
 * Keeps the layouts of the higher platforms as a new version and switches it on; the one before becomes past. `baseVersion` is the
 * version that was changed. Throws `matters.platforms-changed-meanwhile` (409) where the county has another by now.
 */
export async function keepPlatforms(services: Services, actor: Actor, baseVersion: number, body: Platforms): Promise<number> {
  return withActor(services.db, actor, async (tx) => {
    const { rows } = await tx.query<{ version: number }>(
      "select version from matters.county_data where county_code = $1 and name = 'platforms' order by version desc limit 1 for update",
      [actor.county],
    );
    if ((rows[0]?.version ?? 0) !== baseVersion) throw new Refusal("matters.platforms-changed-meanwhile", {}, { status: 409 });
    await tx.query(
      "update matters.county_data set state = 'past' where county_code = $1 and name = 'platforms' and state = 'on'",
      [actor.county],
    );
    await tx.query(
      "insert into matters.county_data (county_code, name, version, state, body, at, source) values ($1, 'platforms', $2, 'on', $3, $4, 'desk')",
      [actor.county, baseVersion + 1, JSON.stringify(body), services.clock.now()],
    );
    return baseVersion + 1;
  });
}
