import { type Actor, contextOf } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { makeLine } from "../../ledger/index.ts";
import type { Sealer } from "../../residents/index.ts";
import type { Books } from "../store/books.ts";
import { otherBody, requestHash } from "../store/command.ts";
import { bytesOf, hexOf, lineJson } from "../store/line-json.ts";
import type { ForAct } from "../store/row.ts";
import { publicFacts } from "./public-facts.ts";

/** A command that concerns one reporter of a matter. */
export interface OnReporter {
  readonly commandId: string;
  readonly reporterId: string;
}

/**
 * Writes a line on the matter that changes nothing but its version: an opening of an identity, a new code. Throws `matters.not-found`
 * where the reporter is not the matter's, `matters.changed-meanwhile`, `command.other-body`.
 */
export async function recordOnReporter(
  tx: Tx,
  sealer: Sealer,
  books: Books,
  actor: Actor,
  found: ForAct,
  act: "open-identity" | "new-code",
  at: Date,
  asked: OnReporter,
  content: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { id } = found.matter;
  if (!found.reporters.some((reporter) => reporter.id === asked.reporterId))
    throw new Refusal("matters.not-found", {}, { status: 404 });
  const row = { ...found.matter, version: found.matter.version + 1, updated_at: at.toISOString() };
  const line = lineJson(
    makeLine({
      county: actor.county,
      id: newId(),
      procedure: { kind: "matter", id },
      matter: id,
      version: row.version,
      act,
      at,
      command: asked.commandId,
      facts: publicFacts(row, books.versions),
      persons: {
        actor: { role: "app", ...(actor.person && { person: actor.person }), ...(actor.post && { post: actor.post }) },
        persons: [asked.reporterId],
      },
      text: { attachments: [], content: content as never },
    }),
    bytesOf(found.matter.head_leaf),
  );
  const body = {
    command_id: asked.commandId,
    request_hash: requestHash(sealer, { id, act, commandId: asked.commandId, reporterId: asked.reporterId }),
    matter_id: id,
    base_version: found.matter.version,
    at: at.toISOString(),
    row: { ...row, head_leaf: hexOf(line.leaf) },
    lines: [line.json],
    result: { id },
  };
  const { written } = (
    await tx.query<{ written: { conflict?: true; repeated?: true; same?: boolean } }>(
      "select matters.act($1::jsonb, $2::jsonb) as written",
      [JSON.stringify(contextOf(actor)), JSON.stringify(body)],
    )
  ).rows[0]!;
  if (written.repeated && !written.same) throw otherBody();
  if (written.conflict) throw new Refusal("matters.changed-meanwhile", { version: null, changes: [] }, { status: 409 });
}
