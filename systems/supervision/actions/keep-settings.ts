import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Settings } from "../contract.ts";
import { keepsTheLadder } from "../rules/access.ts";
import { stepsAreInOrder } from "../rules/steps-in-order.rule.ts";

/** Sets the next version. Throws `supervision.may-not-edit-the-ladder`, `supervision.steps-out-of-order`, `supervision.settings-changed-meanwhile` (409). */
export async function keepSettings(
  db: Database,
  actor: Actor,
  input: { baseVersion: number; reason: string; settings: Settings },
  at: Date,
): Promise<number> {
  if (!keepsTheLadder(actor)) throw new Refusal("supervision.may-not-edit-the-ladder", {}, { status: 403 });
  stepsAreInOrder(input.settings.steps);
  try {
    await withActor(db, actor, (tx) =>
      tx.query("insert into supervision.settings (county_code, version, body, reason, at) values ($1, $2, $3, $4, $5)", [
        actor.county,
        input.baseVersion + 1,
        JSON.stringify(input.settings),
        input.reason,
        at,
      ]),
    );
  } catch (error) {
    if ((error as { code?: string }).code === "23505")
      throw new Refusal("supervision.settings-changed-meanwhile", {}, { status: 409 });
    throw error;
  }
  return input.baseVersion + 1;
}
