import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { DAY, dayOf } from "../../../foundation/time/index.ts";
import type { Services } from "../../matters/index.ts";
import type { CallDone, recordAttempt as route } from "../contract.ts";
import { afterAnAttempt, withinCallingHours } from "../rules/next-attempt.rule.ts";
import { onceOnly } from "../store/command.ts";
import { dataOf, dataOn } from "../store/data.ts";
import { actOnCall, getCall } from "./write-call.ts";

type Input = z.output<NonNullable<typeof route.body>>;
type Done = z.output<typeof CallDone>;

/**
 * Nobody was reached, the resident asks to be called later, or does not wish to answer. After the county's most attempts, or one that
 * ends it at once, the call ends "not reached". Throws `surveys.later-lies-ahead`, and what `actOnCall` throws.
 */
export async function recordAttempt(services: Services, actor: Actor, id: string, input: Input): Promise<Done> {
  const at = services.clock.now();
  return withActor(services.db, actor, (tx) =>
    onceOnly(tx, actor.county, { id, ...input }, at, async () => {
      const row = await getCall(tx, actor.county, id, { lock: true });
      const { body: sampling } =
        (await dataOf(tx, actor.county, "sampling", row.sampling_version)) ??
        (await dataOn(tx, actor.county, "sampling", dayOf(at)));
      const act = (name: "try" | "call-later" | "give-up" | "refuse", content: Record<string, string>) =>
        ({ act: name, at, commandId: input.commandId, content }) as const;
      const { what } = input;
      if (what === "refused")
        return actOnCall(tx, actor, row, input.baseVersion, act("refuse", { what }), { attempts: row.attempts + 1 });
      if (what === "call-later") {
        const later = new Date(input.laterAt ?? 0);
        const lapses = new Date(row.closed_at.getTime() + sampling.lapsesAfterDays * DAY);
        if (later <= at || later > lapses) throw new Refusal("surveys.later-lies-ahead", { until: dayOf(lapses) });
        const dueFrom = withinCallingHours(later, sampling);
        return actOnCall(tx, actor, row, input.baseVersion, act("call-later", { what, laterAt: dueFrom.toISOString() }), {
          due_from: dueFrom,
          attempts: row.attempts + 1,
        });
      }
      const next = afterAnAttempt(what, row.attempts + 1, at, sampling);
      return actOnCall(tx, actor, row, input.baseVersion, act(next.act, { what }), {
        attempts: row.attempts + 1,
        ...(next.act === "try" ? { due_from: next.dueFrom } : { reason: what }),
      });
    }),
  );
}
