import type { z } from "zod";
import { type Actor, contextOf } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { stateAfter } from "../../../foundation/lifecycle.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { ActAnswer } from "../contract.ts";
import { mayDo, nextActs } from "../rules/access.ts";
import { type MatterAct, type MatterState, matterLifecycle } from "../rules/lifecycle.ts";
import type { Services } from "../services.ts";
import { otherBody, requestHash } from "../store/command.ts";
import { factsOf } from "../store/facts-of-a-matter.ts";
import type { ForAct } from "../store/row.ts";
import { whatChangedSince } from "../views/what-changed.ts";
import { amendWithRuling } from "./amend-with-ruling.ts";
import { type ActOptions, composeAct } from "./compose-act.ts";
import type { ActInput } from "./effects/shape.ts";
import { takeIn } from "./take-in.ts";

/** Everything an act must know, in the actor's own context. Throws `matters.not-found` (404) where the actor may not see it. */
export async function findForAct(services: Services, actor: Actor, id: string): Promise<ForAct> {
  const answer = await services.db.pool(actor.role).query<{ found: ForAct | null }>({
    name: "matters.find_for_act",
    text: "select matters.find_for_act($1::jsonb, $2::uuid) as found",
    values: [JSON.stringify(contextOf(actor)), id],
  });
  const found = answer.rows[0]?.found;
  if (!found) throw new Refusal("matters.not-found", {}, { status: 404 });
  return found;
}

/**
 * One act on one matter: the table, the reader and the version are checked, then one call writes state, journal lines of spine and
 * lane, clock, assignments, notices and outbox. Two round trips. A repeat gets the first answer.
 * Throws `matters.not-from-this-state`, `access.not-yours`, `matters.changed-meanwhile` (409, with what changed), and the acts' rules.
 */
export async function actOnMatter(
  services: Services,
  actor: Actor,
  id: string,
  input: ActInput,
  options: ActOptions = {},
): Promise<z.output<typeof ActAnswer>> {
  const [books, found] = await Promise.all([services.books(actor.county), findForAct(services, actor, id)]);
  const row = found.matter;
  const facts = factsOf(row, found.answered_by);
  const to = stateAfter(matterLifecycle, row.state, input.act) as MatterState | undefined;
  const stale = input.baseVersion !== row.version;
  // a repeat finds the matter already moved on: only the hot function can tell it from a conflict
  if (!stale && !to) throw new Refusal("matters.not-from-this-state", { act: input.act, state: row.state });
  if (!stale && !mayDo(actor, facts, input.act)) throw new Refusal("access.not-yours", { act: input.act }, { status: 403 });

  const now = services.clock.now();
  const base = {
    command_id: input.commandId,
    request_hash: requestHash(services.sealer, { id, ...input }),
    matter_id: id,
    base_version: input.baseVersion,
    at: now.toISOString(),
  };
  if (stale)
    return answerOf(
      services,
      actor,
      found,
      await write(services, actor, { ...base, row: row, lines: [], result: null, base_version: -1 }),
      input,
    );

  if (input.act === "merge" || (input.act === "join-parent" && input.parent))
    await theOtherMatterIsOpen(services, actor, input.act === "merge" ? input.into : input.parent!);
  const { body, after } = await composeAct(
    services,
    actor,
    { books, found, to: to!, now, requestHash: base.request_hash },
    input,
    options,
  );
  const written =
    input.act === "merge"
      ? await writeWith(services, actor, body, (tx) =>
          takeIn(tx, services, actor, { from: found, into: input.into, command: input.commandId, now }),
        )
      : input.act === "allow-hand-back" && input.amend
        ? await writeWith(services, actor, body, (tx) =>
            amendWithRuling(tx, actor, books, { number: row.number, amend: input.amend!, at: now }),
          )
        : await write(services, actor, body);
  return answerOf(services, actor, after, written, input);
}

/** A matter is merged into, or put under, one that is open and that the reader may see. */
async function theOtherMatterIsOpen(services: Services, actor: Actor, other: string): Promise<void> {
  const found = await findForAct(services, actor, other).catch(() => undefined);
  if (!found?.matter.open) throw new Refusal("matters.merge-target-gone", {});
}

export interface Written {
  readonly done?: true;
  readonly repeated?: true;
  readonly same?: boolean;
  readonly conflict?: true;
  readonly version?: number;
  readonly result?: { id: string; number: string; version: number; state: MatterState; reporter: string | null };
}

/** The act and what goes with it, in one transaction: the other matter of a merge, the catalogue's change of a ruling. */
const writeWith = (services: Services, actor: Actor, body: object, also: (tx: Tx) => Promise<unknown>): Promise<Written> =>
  withActor(services.db, actor, async (tx) => {
    const answer = await tx.query<{ written: Written }>("select matters.act($1::jsonb, $2::jsonb) as written", [
      JSON.stringify(contextOf(actor)),
      JSON.stringify(body),
    ]);
    const written = answer.rows[0]!.written;
    if (written.done) await also(tx);
    return written;
  });

export async function write(services: Services, actor: Actor, body: object): Promise<Written> {
  const answer = await services.db.pool(actor.role).query<{ written: Written }>({
    name: "matters.act",
    text: "select matters.act($1::jsonb, $2::jsonb) as written",
    values: [JSON.stringify(contextOf(actor)), JSON.stringify(body)],
  });
  return answer.rows[0]!.written;
}

/** What the caller is told of what was written; throws `matters.changed-meanwhile` (409) where it was not. */
export async function answerOf(
  services: Services,
  actor: Actor,
  found: ForAct,
  written: Written,
  input: { readonly baseVersion: number },
): Promise<z.output<typeof ActAnswer>> {
  if (written.repeated && !written.same) throw otherBody();
  if (written.conflict)
    throw new Refusal(
      "matters.changed-meanwhile",
      { version: written.version ?? null, changes: await whatChangedSince(services, actor, found.matter.id, input.baseVersion) },
      { status: 409 },
    );
  const result = written.result!;
  const told = result.reporter ? services.sealer.receiptOf(result.reporter, 1) : null;
  return {
    id: result.id,
    number: result.number,
    version: result.version,
    state: result.state,
    repeated: written.repeated ?? false,
    receipt: told && { code: told.code, pin: told.pin, link: `/f/${told.link}` },
    may: nextActs(actor, { ...factsOf(found.matter, found.answered_by), state: result.state }) as MatterAct[],
  };
}
