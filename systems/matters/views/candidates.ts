import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { read, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { dayOf } from "../../../foundation/time/index.ts";
import { peopleAtWork } from "../../teams/index.ts";
import type { getCandidates } from "../contract/sandbox.ts";
import { proposePost } from "../rules/person-choice.rule.ts";
import type { Services } from "../services.ts";
import type { MatterRow } from "../store/row.ts";

/** The posts of the lead unit that may be given the matter, and the one proposed. For officers of that unit; throws `access.not-yours` (403), `matters.not-found` (404). */
export async function candidatesFor(
  services: Services,
  actor: Actor,
  id: string,
): Promise<z.output<typeof getCandidates.answer>> {
  const [matter] = await read<Pick<MatterRow, "lead_unit" | "complained_post" | "township_id" | "village_id">>(
    services.db,
    actor,
    "select lead_unit, complained_post, township_id, village_id from matters.matters where county_code = $1 and id = $2",
    [actor.county, id],
  );
  if (!matter) throw new Refusal("matters.not-found", {}, { status: 404 });
  const unit = matter.lead_unit;
  if (unit === null || !actor.units.includes(unit)) throw new Refusal("access.not-yours", { act: "assign" }, { status: 403 });
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const posts = await peopleAtWork(tx, actor.county, unit, "matters.handle", dayOf(services.clock.now()));
      const load = await tx.query<{ post: string; n: number }>(
        `select a.post_id as post, count(*)::integer as n from matters.assignments a
         join matters.matters m on m.county_code = a.county_code and m.id = a.matter_id and m.open
         where a.county_code = $1 and a.unit_id = $2 and a.ended_at is null and a.post_id is not null group by a.post_id`,
        [actor.county, unit],
      );
      const open = new Map(load.rows.map((row) => [row.post, row.n]));
      const chosen = proposePost(
        { complainedPost: matter.complained_post, townshipId: matter.township_id, villageId: matter.village_id },
        posts.map((post) => ({ ...post, openMatters: open.get(post.id) ?? 0 })),
      );
      const names = new Map(posts.map((post) => [post.id, post.name]));
      return {
        proposed: chosen.proposed,
        candidates: chosen.candidates.map((one) => ({ ...one, name: names.get(one.post)! })),
      };
    },
    { readOnly: true },
  );
}
