import type { Citation } from "../../../foundation/citation.ts";
import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { isId, newId } from "../../../foundation/ids.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { mayAsk } from "../rules/access.ts";
import { beginning } from "../rules/approval.rule.ts";
import { findKind } from "../rules/kinds.table.ts";
import type { ApprovalRow } from "../views/approval-row.ts";
import { journalApproval } from "./journal-approval.ts";

export interface Asking {
  readonly id?: string;
  /** A name of the declared table. */
  readonly kind: string;
  /** What it is about: a matter's id, a plan's id, or another short name without words. */
  readonly subject: string;
  /** The matter, where the subject is not its id. */
  readonly matter?: string;
  /** One of the kind's purposes. */
  readonly purpose: string;
  readonly text: string;
  readonly article?: Citation;
  /** How long it shall hold; never longer than the kind allows. */
  readonly hours?: number;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Act now and have it reviewed; only for the purposes that the kind names. */
  readonly atOnce?: boolean;
  readonly at?: Date;
}

/**
 * Asks another person for an approval, in the given transaction; returns its id. Journalled. The caller has checked that the asker may
 * see the matter. Refusals: `approvals.no-such-kind`, `approvals.no-such-purpose`, `approvals.may-not-ask` (403),
 * `approvals.not-at-once`, `approvals.asked-already` (409).
 */
export async function askApproval(tx: Tx, actor: Actor, asking: Asking): Promise<string> {
  const kind = findKind(asking.kind);
  if (!kind) throw new Refusal("approvals.no-such-kind", { kind: asking.kind }, { status: 400 });
  const purpose = kind.purposes.find((one) => one.code === asking.purpose);
  if (!purpose) throw new Refusal("approvals.no-such-purpose", { purpose: asking.purpose }, { status: 400 });
  if (!mayAsk(actor, kind)) throw new Refusal("approvals.may-not-ask", { kind: kind.name }, { status: 403 });
  const at = asking.at ?? new Date();
  const { state, hours, decideUntil, holdsUntil } = beginning(kind, purpose.code, asking.atOnce ?? false, at, asking.hours);
  if (asking.atOnce && state !== "at-once") throw new Refusal("approvals.not-at-once", { kind: kind.name });
  const matter = asking.matter ?? (kind.about === "matter" && isId(asking.subject) ? asking.subject : null);
  const row: Omit<ApprovalRow, "head_leaf"> = {
    id: asking.id ?? newId(),
    version: 1,
    kind: asking.kind,
    subject: asking.subject,
    matter_id: matter,
    purpose: purpose.code,
    words: asking.text.trim(),
    article: asking.article ?? purpose.cites?.[0] ?? null,
    facts: asking.facts ?? {},
    state,
    asked_person: actor.person as string,
    asked_post: actor.post as string,
    asked_unit: actor.unit as string,
    asked_at: at,
    decide_until: decideUntil,
    hours: String(hours),
    decided_person: null,
    decided_post: null,
    decided_unit: null,
    decided_at: null,
    why: "",
    holds_until: holdsUntil,
    uses: 0,
    used_at: null,
  };
  const same = await tx.query(
    `select 1 from approvals.approvals where county_code = $1 and kind = $2 and subject = $3 and asked_person = $4
     and state = 'asked' and decide_until > $5`,
    [actor.county, row.kind, row.subject, row.asked_person, at],
  );
  if (same.rowCount) throw new Refusal("approvals.asked-already", { kind: kind.name }, { status: 409 });
  const leaf = await journalApproval(tx, actor, row, state === "at-once" ? "ask-at-once" : "ask", at, row.words);
  await tx.query(
    `insert into approvals.approvals (county_code, id, version, kind, subject, matter_id, purpose, words, article, facts, state,
       asked_person, asked_post, asked_unit, asked_at, decide_until, hours, holds_until, head_leaf)
     values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      actor.county,
      row.id,
      row.kind,
      row.subject,
      row.matter_id,
      row.purpose,
      row.words,
      row.article,
      JSON.stringify(row.facts),
      row.state,
      row.asked_person,
      row.asked_post,
      row.asked_unit,
      at,
      decideUntil,
      hours,
      holdsUntil,
      leaf,
    ],
  );
  return row.id;
}
