import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { dayOf } from "../../../foundation/time/index.ts";
import { type OpenMattersPorts, unitLeftWithoutAHandler, unitOfPost } from "../../teams/index.ts";
import type { Services } from "../services.ts";
import { actOnMatter } from "./act-on-matter.ts";

interface InHand {
  readonly id: string;
  readonly version: number;
}

const SAID = { "zh-CN": "承办岗位人员调整，随岗位移交", en: "The holder of the post moves; handed over with it" } as const;

/**
 * What teams asks before someone leaves a post. A matter is held by its lead unit, not by a post: the open matters of a post are
 * those under way (待签收, 办理中) whose lead unit is the post's, where that post is the unit's only one with `matters.handle` that
 * anybody holds. Where others of the unit handle too there are none: the unit goes on with them.
 * Handing over to a post of another unit is one 转办 a matter, journalled, in the name of whoever arranges; within the unit nothing
 * moves. Each 转办 commits by itself before the holding ends: a failure halfway leaves matters with the new unit, never with nobody.
 */
export const openMattersOfAPost =
  (services: Services) =>
  (actor: Actor): OpenMattersPorts => {
    const inHand = async (tx: Tx, post: string): Promise<readonly InHand[]> => {
      const unit = await unitLeftWithoutAHandler(tx, actor.county, post, dayOf(services.clock.now()));
      if (!unit) return [];
      const found = await tx.query<InHand>(
        `select id, version from matters.matters
         where county_code = $1 and lead_unit = $2 and open and state in ('dispatched', 'handling') order by id`,
        [actor.county, unit],
      );
      return found.rows;
    };
    return {
      openMattersOf: async (tx, post) => (await inHand(tx, post)).length,
      async handOver(tx, from, to) {
        const [left, next] = [await unitOfPost(tx, actor.county, from), await unitOfPost(tx, actor.county, to)];
        if (!next || left === next) return;
        const giver: Actor = { ...actor, rights: [...actor.rights, "matters.read", "matters.dispatch"] };
        for (const { id, version } of await inHand(tx, from))
          await actOnMatter(services, giver, id, {
            act: "redirect",
            commandId: newId(),
            v: 1,
            baseVersion: version,
            leadUnit: next,
            supports: [],
            reason: SAID[actor.locale],
          });
      },
    };
  };
