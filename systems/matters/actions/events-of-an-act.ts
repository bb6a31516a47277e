import { newId } from "../../../foundation/ids.ts";
import type { MatterRow } from "../store/row.ts";

/** What other systems hear of an act, through the outbox: that a matter was closed, opened again, or rated. Ids and dates only. */
export function eventsOfAnAct(
  before: Pick<MatterRow, "state">,
  after: Pick<MatterRow, "id" | "state" | "version" | "closed_at">,
  act: string,
  reporterId: string | undefined,
): { id: string; event: string; body: Record<string, unknown> }[] {
  const tell = (event: string, more: Record<string, unknown> = {}) => [
    { id: newId(), event, body: { event, matter: after.id, version: after.version, ...more } },
  ];
  if (before.state !== "closed" && after.state === "closed") return tell("matters.closed", { closedAt: after.closed_at });
  if (act === "reopen") return tell("matters.reopened");
  return act === "rate" ? tell("matters.rated", { reporter: reporterId ?? null }) : [];
}
