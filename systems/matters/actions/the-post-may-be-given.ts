import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Services } from "../services.ts";
import type { MatterRow } from "../store/row.ts";
import { choiceOfAPost } from "../views/candidates.ts";
import type { InputOf } from "./effects/shape.ts";

/**
 * A matter is given only to a post of its lead unit that handles matters, on which somebody is at work today, and on which nobody
 * must stand aside; where a bond has to be disclosed, only after the parties agreed. Throws `matters.post-not-of-the-unit`,
 * `matters.post-complained-of`, `matters.nobody-at-work`, `matters.parties-not-asked`.
 */
export async function thePostMayBeGivenTheMatter(
  services: Services,
  actor: Actor,
  matter: MatterRow,
  { post, partiesAgreed }: InputOf<"assign">,
): Promise<void> {
  const [choice, books] = await Promise.all([
    withActor(services.db, actor, (tx) => choiceOfAPost(tx, actor.county, matter, services.clock.now()), { readOnly: true }),
    services.books(actor.county),
  ]);
  const chosen = choice.candidates.find((one) => one.post === post);
  if (!chosen) throw new Refusal("matters.post-not-of-the-unit", { unit: books.units.get(matter.lead_unit ?? "")?.name ?? "" });
  const facts = { post: chosen.name };
  if (chosen.barred === "complained of")
    throw new Refusal("matters.post-complained-of", facts, { article: "信访工作条例 第二十八条" });
  if (chosen.barred === "nobody at work") throw new Refusal("matters.nobody-at-work", facts);
  if (chosen.disclose && !partiesAgreed)
    throw new Refusal("matters.parties-not-asked", facts, { article: "人民调解法 第二十三条" });
}
