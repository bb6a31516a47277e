import { createHash } from "node:crypto";
import type { z } from "zod";
import { type Actor, contextOf } from "../../../foundation/db/actor.ts";
import { stateAfter } from "../../../foundation/lifecycle.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { ChainAnswer, actInOneGo as goRoute } from "../contract.ts";
import { mayDo } from "../rules/access.ts";
import { chainOf } from "../rules/chains.rule.ts";
import { type MatterState, matterLifecycle } from "../rules/lifecycle.ts";
import type { Services } from "../services.ts";
import { requestHash } from "../store/command.ts";
import { factsOf } from "../store/facts-of-a-matter.ts";
import { answerOf, findForAct, type Written, write } from "./act-on-matter.ts";
import { composeAct } from "./compose-act.ts";
import type { ActInput } from "./effects/shape.ts";

/** The command of an act inside a chain: the chain's own for the first, and always the same one for each that follows. */
function commandInside(chain: string, nth: number): string {
  if (nth === 0) return chain;
  const hex = createHash("sha256").update(`${chain}/${nth}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

type Input = z.output<NonNullable<typeof goRoute.body>>;

/**
 * Several acts of one officer on one matter, in one transaction and two round trips: each is asked of the lifecycle and of the reader's
 * rights as the matter stands after the one before, and leaves its own journal lines. A close at the end is left out, and said, where
 * someone else must verify. A repeat gets the first answer. Throws what `actOnMatter` throws, and `matters.not-in-one-go`.
 */
export async function actInOneGo(
  services: Services,
  actor: Actor,
  id: string,
  input: Input,
  proposal?: unknown,
): Promise<z.output<typeof ChainAnswer>> {
  const acts = input.acts.map((act) => act.act);
  if (!chainOf(acts)) throw new Refusal("matters.not-in-one-go", { acts: acts.join("、") });
  const [books, found] = await Promise.all([services.books(actor.county), findForAct(services, actor, id)]);
  const now = services.clock.now();
  const { v, commandId, baseVersion, deviceAt } = input;
  const hash = requestHash(services.sealer, { id, ...input });
  if (baseVersion !== found.matter.version) {
    const known = { command_id: commandId, request_hash: hash, matter_id: id, base_version: -1, at: now.toISOString() };
    const written = await write(services, actor, { ...known, row: found.matter, lines: [], result: null });
    return { ...(await answerOf(services, actor, found, written, input)), left: leftOf(written, acts) };
  }

  const bodies: { result: unknown }[] = [];
  let standing = found;
  let left: "close" | null = null;
  for (const [nth, fields] of input.acts.entries()) {
    const { act } = fields;
    const { matter } = standing;
    const to = stateAfter(matterLifecycle, matter.state, act) as MatterState | undefined;
    if (!to) throw new Refusal("matters.not-from-this-state", { act, state: matter.state });
    if (!mayDo(actor, factsOf(matter, standing.answered_by), act)) {
      if (act !== "close" || nth === 0) throw new Refusal("access.not-yours", { act }, { status: 403 });
      left = "close";
      break;
    }
    const command = {
      v,
      commandId: commandInside(commandId, nth),
      baseVersion: matter.version,
      ...(deviceAt && { deviceAt }),
      ...fields,
    } as ActInput;
    const options = act === "accept" ? { proposal } : {};
    const composed = await composeAct(services, actor, { books, found: standing, to, now, requestHash: hash }, command, options);
    bodies.push(composed.body);
    standing = composed.after;
  }
  bodies[0] = { ...bodies[0]!, result: bodies.at(-1)!.result };
  const answer = await services.db.pool(actor.role).query<{ written: Written }>({
    name: "matters.act_chain",
    text: "select matters.act_chain($1::jsonb, $2::jsonb) as written",
    values: [JSON.stringify(contextOf(actor)), JSON.stringify(bodies)],
  });
  return { ...(await answerOf(services, actor, standing, answer.rows[0]!.written, input)), left };
}

/** A repeat says the same: a chain that was to end closed and did not has left its close out. */
const leftOf = (written: Written, acts: readonly string[]): "close" | null =>
  acts.at(-1) === "close" && written.result?.state === "answered" ? "close" : null;
