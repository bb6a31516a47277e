import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { openIdentityForAReturnCall, type Services } from "../../matters/index.ts";
import { mayDo } from "../rules/access.ts";
import { CALL_STATES } from "../rules/lifecycle.ts";
import { callFacts } from "../store/row.ts";
import { getCall, mayNot } from "./write-call.ts";

/**
 * Name and telephone of the reporter of an open call, through the matter's own journalled opening; nothing of it is kept here. Only
 * for who may make this call. Throws `surveys.call-is-over`, `surveys.own-unit`.
 */
export async function openTelephone(
  services: Services,
  actor: Actor,
  id: string,
  commandId: string,
): Promise<{ name: string | null; phone: string | null }> {
  const row = await withActor(services.db, actor, (tx) => getCall(tx, actor.county, id), { readOnly: true });
  if (!mayDo(actor, callFacts(row), "take-answers")) throw mayNot(actor, row);
  if (!CALL_STATES[row.state].open) throw new Refusal("surveys.call-is-over", { state: row.state });
  return openIdentityForAReturnCall(services, actor, row.matter_id, { commandId, reporterId: row.reporter_id, call: row.id });
}
