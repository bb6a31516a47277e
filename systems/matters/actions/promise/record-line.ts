import { type Actor, contextOf } from "../../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { makeLine } from "../../../ledger/index.ts";
import { MATTER_STATES, type MatterState } from "../../rules/lifecycle.ts";
import type { Services } from "../../services.ts";
import { otherBody, requestHash } from "../../store/command.ts";
import { bytesOf, hexOf, lineJson } from "../../store/line-json.ts";
import type { AssignmentRow, ForAct, MatterRow } from "../../store/row.ts";
import { publicFacts } from "../public-facts.ts";

export interface PromiseLine {
  readonly act: "name-accused" | "stand-aside";
  readonly commandId: string;
  readonly baseVersion: number;
  /** What was asked, for telling a repeat from another body. */
  readonly asked: object;
  readonly row: Partial<MatterRow>;
  readonly content: Record<string, unknown>;
  readonly assignments?: readonly AssignmentRow[];
  readonly notices?: readonly Record<string, unknown>[];
}

export interface LineWritten {
  readonly version: number;
  readonly state: MatterState;
  readonly repeated: boolean;
}

interface Answer {
  readonly conflict?: true;
  readonly repeated?: true;
  readonly same?: boolean;
  readonly version?: number;
  readonly result?: { version: number; state: MatterState };
}

/**
 * One line of the promise on a matter, and by `also` what belongs to it, in one transaction. Throws `matters.changed-meanwhile` (409)
 * where the matter moved on, `command.other-body` where another body came under the same id.
 */
export async function recordLine(
  services: Services,
  actor: Actor,
  found: ForAct,
  line: PromiseLine,
  also: (tx: Tx) => Promise<unknown>,
): Promise<LineWritten> {
  const books = await services.books(actor.county);
  const { id } = found.matter;
  const at = services.clock.now();
  const draft: MatterRow = { ...found.matter, ...line.row, version: found.matter.version + 1, updated_at: at.toISOString() };
  const row = { ...draft, open: MATTER_STATES[draft.state].open };
  const made = lineJson(
    makeLine({
      county: actor.county,
      id: newId(),
      procedure: { kind: "matter", id },
      matter: id,
      version: row.version,
      act: line.act,
      at,
      command: line.commandId,
      facts: publicFacts(row, books.versions),
      persons: {
        actor: { role: "app", ...(actor.person && { person: actor.person }), ...(actor.post && { post: actor.post }) },
        persons: [],
      },
      text: { attachments: [], content: line.content as never },
    }),
    bytesOf(found.matter.head_leaf),
  );
  const result = { version: row.version, state: row.state };
  const body = {
    command_id: line.commandId,
    request_hash: requestHash(services.sealer, { id, act: line.act, ...line.asked }),
    matter_id: id,
    base_version: line.baseVersion,
    at: at.toISOString(),
    row: { ...row, head_leaf: hexOf(made.leaf) },
    lines: [made.json],
    ...(line.assignments?.length && { assignments: line.assignments }),
    ...(line.notices?.length && { notices: line.notices }),
    result,
  };
  return withActor(services.db, actor, async (tx) => {
    const answer = await tx.query<{ written: Answer }>("select matters.act($1::jsonb, $2::jsonb) as written", [
      JSON.stringify(contextOf(actor)),
      JSON.stringify(body),
    ]);
    const written = answer.rows[0]!.written;
    if (written.repeated && !written.same) throw otherBody();
    if (written.conflict)
      throw new Refusal("matters.changed-meanwhile", { version: written.version ?? null, changes: [] }, { status: 409 });
    if (!written.repeated) await also(tx);
    return { ...result, ...written.result, repeated: written.repeated ?? false };
  });
}
