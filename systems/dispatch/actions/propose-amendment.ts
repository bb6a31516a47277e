import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { CatalogueItem } from "../rules/dispatch-shapes.ts";
import { linesOf, versionsIn } from "../store/versions.ts";
import { addVersion } from "./keep-versions.ts";

export interface Amendment {
  /** Code of the catalogue's line; a category's code finds the line of that category. */
  readonly item: string;
  readonly change: Partial<Pick<CatalogueItem, "lead" | "supports" | "level" | "basis" | "note" | "validFrom" | "validTo">>;
  /** Why, e.g. the ruling's number and words; no personal data. */
  readonly because: string;
}

/**
 * A ruling amends the catalogue: a version with that one change, proposed, on which another post decides (派单目录 → 审批). Nothing
 * is on yet. Returns the version's number. Refuses `dispatch.no-such-item`, `dispatch.amends-nothing`, `dispatch.no-catalogue-yet`.
 */
export async function proposeAmendment(
  tx: Tx,
  actor: Actor,
  { item, change, because }: Amendment,
  at = new Date(),
): Promise<number> {
  const on = (await versionsIn(tx, actor.county, "catalogue")).find(({ state }) => state === "on");
  if (!on) throw new Refusal("dispatch.no-catalogue-yet", {}, { status: 404 });
  const lines = linesOf(on) as readonly CatalogueItem[];
  const line = lines.find(({ code }) => code === item) ?? lines.find(({ category }) => category === item);
  if (!line) throw new Refusal("dispatch.no-such-item", { item }, { status: 404 });
  const amended = { ...line, ...change };
  if (JSON.stringify(amended) === JSON.stringify(line)) throw new Refusal("dispatch.amends-nothing", { item });
  const next = { ...amended, supports: amended.supports.filter((support) => support !== amended.lead) };
  return addVersion(
    tx,
    actor,
    {
      book: "catalogue",
      state: "proposed",
      lines: lines.map((one) => (one === line ? next : one)),
      note: because,
      source: "ruling",
    },
    at,
  );
}
