import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { appendLine, makeLine } from "../../ledger/index.ts";
import { keepPersons } from "../../residents/index.ts";
import type { ApprovalRow } from "../views/approval-row.ts";

export type ApprovalAct = "ask" | "ask-at-once" | "approve" | "refuse" | "withdraw" | "use" | "uphold" | "object";

/** Writes the line of an act on an approval; its words stand in the text group. Answers the leaf that the row keeps. */
export async function journalApproval(
  tx: Tx,
  actor: Actor,
  row: Omit<ApprovalRow, "head_leaf">,
  act: ApprovalAct,
  at: Date,
  words: string,
): Promise<Buffer> {
  const draft = makeLine({
    county: actor.county,
    id: newId(),
    procedure: { kind: "approval", id: row.id },
    version: row.version,
    act,
    at,
    command: newId(),
    facts: {
      state: row.state,
      facts: {
        kind: row.kind,
        subject: row.subject,
        matter: row.matter_id,
        purpose: row.purpose,
        hours: Number(row.hours),
        holds: row.holds_until?.toISOString() ?? null,
        asked: row.asked_post,
        decided: row.decided_post,
        uses: row.uses,
      },
    },
    persons: {
      actor: { role: "app", ...(actor.person && { person: actor.person }), ...(actor.post && { post: actor.post }) },
      persons: [],
    },
    text: { attachments: [], content: { words } },
  });
  return (await appendLine(tx, draft, keepPersons)).leaf;
}
