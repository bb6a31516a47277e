import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { askApproval } from "../../approvals/index.ts";
import { wayToAnIdentity } from "../rules/opening-an-identity.rule.ts";
import type { Services } from "../services.ts";
import { keepable } from "../store/command.ts";
import { factsOf } from "../store/facts-of-a-matter.ts";
import { holdersOf } from "../views/page/grounds-of-an-identity.ts";
import { findForAct } from "./act-on-matter.ts";

/**
 * Asks another person to agree that an identity of this matter be opened, where that takes two. Throws `matters.not-found`,
 * `matters.identity-for-the-holder`, `matters.identity-opens-at-once`, and what `askApproval` throws.
 */
export async function askForAnIdentity(
  services: Services,
  actor: Actor,
  id: string,
  asked: { readonly id: string; readonly purpose: string; readonly words: string },
): Promise<{ id: string }> {
  const found = await findForAct(services, actor, id);
  const way = wayToAnIdentity(actor, factsOf(found.matter, found.answered_by), found.matter.open);
  if (way.way === "none")
    throw new Refusal("matters.identity-for-the-holder", { units: await holdersOf(services, actor, found) }, { status: 403 });
  if (way.way === "now") throw new Refusal("matters.identity-opens-at-once", {}, { status: 409 });
  const asking = { id: asked.id, kind: way.kind, subject: id, purpose: asked.purpose, text: keepable(asked.words) };
  return { id: await withActor(services.db, actor, (tx) => askApproval(tx, actor, { ...asking, at: services.clock.now() })) };
}
