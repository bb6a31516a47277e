import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { mayArrange } from "../rules/access.ts";
import { forgetSessions } from "../store/session-memory.ts";

/**
 * One transaction that changes units, posts or people. Throws `teams.may-not-arrange` (403) where the actor may not, and
 * turns a code or name already taken into `teams.already-taken` (409). Rights change at once: remembered sessions are dropped.
 */
export async function arrange<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>, context: Actor = actor): Promise<T> {
  if (!mayArrange(actor)) throw new Refusal("teams.may-not-arrange", {}, { status: 403 });
  try {
    return await withActor(db, context, work);
  } catch (error) {
    throw asRefusal(error);
  } finally {
    forgetSessions(db);
  }
}

function asRefusal(error: unknown): unknown {
  const fault = error as { code?: string; constraint?: string };
  if (fault.code === "23505") return new Refusal("teams.already-taken", { what: fault.constraint ?? "" }, { status: 409 });
  if (fault.code === "23503") return new Refusal("teams.not-found", { what: fault.constraint ?? "" }, { status: 404 });
  if (fault.code === "23P01") return new Refusal("teams.never-in-one-hand", { one: "", other: "", post: "" }, { status: 409 });
  if (fault.code === "23514" && fault.constraint === "rights_never_together")
    return new Refusal("teams.rights-never-together", { one: "", other: "" });
  return error;
}
