import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { sentenceOf } from "../../../foundation/http/refusals.ts";
import { idFrom } from "../../../foundation/id-from.ts";
import { stateAfter } from "../../../foundation/lifecycle.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { batchAct } from "../contract.ts";
import { mayDo } from "../rules/access.ts";
import { matterLifecycle } from "../rules/lifecycle.ts";
import type { Services } from "../services.ts";
import { factsOf } from "../store/facts-of-a-matter.ts";
import { actOnMatter, findForAct } from "./act-on-matter.ts";
import type { ActInput } from "./effects/shape.ts";
import { effectsOf } from "./effects.ts";

/** Each matter's own command id, made of the batch's: a repeated batch repeats each part. */
const partOf = (commandId: string, id: string): string => idFrom(`${commandId}|${id}`);

/** One act on many matters, each for itself: what can be done is done, what cannot is named with its reason. A preview changes nothing. */
export async function actOnMany(
  services: Services,
  actor: Actor,
  input: z.output<NonNullable<typeof batchAct.body>>,
): Promise<z.output<typeof batchAct.answer>> {
  if (input.act === "dispatch" && !input.leadUnit) throw new Refusal("matters.no-such-unit", {}, { status: 404 });
  const books = await services.books(actor.county);
  const done: string[] = [];
  const refused: { id: string; number: string; sentence: string }[] = [];
  for (const item of input.items) {
    const act = {
      v: 1,
      commandId: partOf(input.commandId, item.id),
      baseVersion: item.version,
      act: input.act,
      ...(input.act === "dispatch" && { leadUnit: input.leadUnit, supports: input.supports, lane: "service" }),
      ...(input.note && { note: input.note }),
    } as ActInput;
    let number = "";
    try {
      if (!input.preview) {
        number = (await actOnMatter(services, actor, item.id, act)).number;
      } else {
        const found = await findForAct(services, actor, item.id);
        number = found.matter.number;
        const to = stateAfter(matterLifecycle, found.matter.state, input.act);
        if (!to) throw new Refusal("matters.not-from-this-state", {});
        if (!mayDo(actor, factsOf(found.matter, found.answered_by), input.act))
          throw new Refusal("access.not-yours", {}, { status: 403 });
        effectsOf({ books, actor, found, to, now: services.clock.now() }, act);
      }
      done.push(item.id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const known =
        number ||
        (await findForAct(services, actor, item.id).then(
          (found) => found.matter.number,
          () => "",
        ));
      refused.push({ id: item.id, number: known, sentence: sentenceOf(error, actor.locale) });
    }
  }
  return { done, refused, preview: input.preview };
}
