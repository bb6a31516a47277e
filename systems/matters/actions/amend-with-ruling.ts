import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { type Amendment, proposeAmendment } from "../../dispatch/index.ts";
import type { Books } from "../store/books.ts";
import type { InputOf } from "./effects/shape.ts";

type Change = NonNullable<InputOf<"allow-hand-back">["amend"]>;

/**
 * The catalogue's change that a ruling proposes, in the ruling's own transaction: both are kept, or neither. A repeated command does not
 * come here again, so one ruling proposes once. Returns the proposed version's number; another post approves it.
 */
export async function amendWithRuling(
  tx: Tx,
  actor: Actor,
  books: Books,
  ruling: { readonly number: string; readonly amend: Change; readonly at: Date },
): Promise<number> {
  if (actor.scope !== "county") throw new Refusal("matters.the-county-amends-the-catalogue", {}, { status: 403 });
  const unit = books.units.get(ruling.amend.lead);
  if (!unit) throw new Refusal("matters.no-such-unit", {}, { status: 404 });
  const change: Amendment["change"] =
    unit.level === "county"
      ? { lead: `unit:${unit.code}`, level: "county" }
      : { lead: `${unit.level}-of-place`, level: unit.level };
  return proposeAmendment(
    tx,
    actor,
    { item: ruling.amend.category, change, because: `${ruling.number}：${ruling.amend.because}` },
    ruling.at,
  );
}
