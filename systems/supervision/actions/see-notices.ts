import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { dayOf } from "../../../foundation/time/index.ts";
import type { Services } from "../../matters/index.ts";
import { postsOfPerson } from "../../teams/index.ts";

/** Puts notices of one's own posts away for the post; by whom and when is not kept. */
export async function seeNotices(
  services: Services,
  actor: Actor,
  seen: { ids: readonly string[]; digest: boolean },
): Promise<void> {
  if (!actor.person) return;
  const today = dayOf(services.clock.now());
  const held = await postsOfPerson(services.db, actor, actor.person, today);
  await withActor(services.db, actor, async (tx) => {
    await tx.query(
      "update supervision.notices set seen = true where county_code = $1 and id = any ($2::uuid[]) and post_id = any ($3::uuid[])",
      [actor.county, seen.ids, [...held.map((post) => post.id), ...(actor.post ? [actor.post] : [])]],
    );
    if (seen.digest)
      await tx.query("update supervision.digests set seen = true where county_code = $1 and person_id = $2 and day = $3", [
        actor.county,
        actor.person,
        today,
      ]);
  });
}
