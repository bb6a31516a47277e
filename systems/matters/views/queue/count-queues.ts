import type { z } from "zod";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import { QUEUES, type QueueCounts } from "../../contract.ts";
import type { Services } from "../../services.ts";
import { conditionsOf } from "./conditions.ts";
import { mineWhere } from "./mine.ts";
import { countFor } from "./page-and-count.ts";

/** Counts of every queue, exact to 999; 今日 counts what wants a hand over all of the reader's posts. */
export async function countQueues(
  services: Services,
  actor: Actor,
  only: { place?: string; unit?: string },
): Promise<z.output<typeof QueueCounts>> {
  const books = await services.books(actor.county);
  const now = services.clock.now();
  const counts = await withActor(
    services.db,
    actor,
    async (tx) => {
      const found: Record<string, { exact: number; more: boolean }> = {};
      for (const queue of QUEUES) {
        if (queue === "today") {
          const mine = mineWhere(actor);
          found[queue] = mine ? await countFor(tx, actor, mine) : { exact: 0, more: false };
        } else
          found[queue] = await countFor(
            tx,
            actor,
            conditionsOf(actor.county, { queue, ...only }, "due", books, now, services.sealer.lookupOf),
          );
      }
      return found;
    },
    { readOnly: true },
  );
  return { counts: counts as never, at: now.toISOString() };
}
