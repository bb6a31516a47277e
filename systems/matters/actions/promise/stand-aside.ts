import type { z } from "zod";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { dayOf } from "../../../../foundation/time/index.ts";
import { holdersOf } from "../../../teams/index.ts";
import type { standAside as route } from "../../contract/promise.ts";
import { SENTENCES } from "../../rules/access.ts";
import type { Services } from "../../services.ts";
import { keepable } from "../../store/command.ts";
import { factsOf } from "../../store/facts-of-a-matter.ts";
import { findForAct } from "../act-on-matter.ts";
import { type LineWritten, recordLine } from "./record-line.ts";

/**
 * 回避: whoever has a direct interest declares it and is out of the matter from that moment; a supervising officer may rule the same for
 * whoever holds a post. The reason stands in the journal; which officer it is stands only where it shuts the matter to them. Throws
 * `matters.not-found`, `access.not-yours`, `matters.nobody-at-work`, `matters.changed-meanwhile`. 信访工作条例 第二十八条.
 */
export async function standAside(
  services: Services,
  actor: Actor,
  id: string,
  input: z.output<NonNullable<typeof route.body>>,
): Promise<LineWritten> {
  const found = await findForAct(services, actor, id);
  const ruled = input.postId !== undefined;
  if (!actor.person || (ruled && !SENTENCES.supervisor(actor, factsOf(found.matter, null))))
    throw new Refusal("access.not-yours", { act: "stand-aside" }, { status: 403 });
  const now = services.clock.now();
  const persons = ruled
    ? (await holdersOf(services.db, actor, input.postId!, dayOf(now))).map((one) => one.person.id)
    : [actor.person];
  if (persons.length === 0) throw new Refusal("matters.nobody-at-work", { post: "" });
  return recordLine(
    services,
    actor,
    found,
    {
      act: "stand-aside",
      commandId: input.commandId,
      baseVersion: input.baseVersion,
      asked: { postId: input.postId, reason: input.reason },
      row: {},
      content: { text: keepable(input.reason), post: input.postId ?? actor.post ?? null, ruled },
    },
    async (tx) => {
      for (const person of new Set(persons))
        await tx.query(
          "insert into matters.recusals (county_code, id, matter_id, person_id, ground, at) values ($1, $2, $3, $4, $5, $6)",
          [actor.county, newId(), id, person, ruled ? "ruled" : "declared", now],
        );
    },
  );
}
