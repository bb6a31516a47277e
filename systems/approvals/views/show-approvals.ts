import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { type PostName, postNames } from "../../teams/index.ts";
import type { ApprovalShown } from "../contract.ts";
import { findKind } from "../rules/kinds.table.ts";
import type { ApprovalRow } from "./approval-row.ts";

/** A matter by what a list may say of it. */
export interface NamedMatter {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** Of these matters, those that the officer may see; what is closed to them is left out. Handed in by the app. */
export type FindMatters = (tx: Tx, actor: Actor, ids: readonly string[]) => Promise<ReadonlyMap<string, NamedMatter>>;

const isOver = (row: ApprovalRow, at: Date): boolean =>
  row.state === "asked"
    ? row.decide_until <= at
    : row.state !== "at-once" && (row.holds_until === null || row.holds_until <= at || usedUp(row));
const usedUp = (row: ApprovalRow): boolean => row.uses > 0 && findKind(row.kind)?.uses === "once";

const sideOf = (names: ReadonlyMap<string, PostName>, post: string) => ({
  post: names.get(post)?.name ?? "",
  unit: names.get(post)?.unit ?? "",
});

/** Rows as screens show them, in their order: posts and units by name, never a person. */
export async function showApprovals(
  tx: Tx,
  actor: Actor,
  rows: readonly ApprovalRow[],
  matters: ReadonlyMap<string, NamedMatter>,
  at: Date,
): Promise<ApprovalShown[]> {
  const posts = rows.flatMap((row) => [row.asked_post, ...(row.decided_post ? [row.decided_post] : [])]);
  const names = await postNames(tx, actor.county, [...new Set(posts)]);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    matter: (row.matter_id && matters.get(row.matter_id)) || null,
    purpose: row.purpose,
    words: row.words,
    article: row.article,
    facts: { ...row.facts },
    state: row.state,
    over: isOver(row, at),
    asked: { ...sideOf(names, row.asked_post), at: row.asked_at.toISOString() },
    decideUntil: row.decide_until.toISOString(),
    hours: Number(row.hours),
    decided:
      row.decided_post && row.decided_at
        ? { ...sideOf(names, row.decided_post), at: row.decided_at.toISOString(), why: row.why }
        : null,
    holdsUntil: row.holds_until?.toISOString() ?? null,
    uses: row.uses,
  }));
}
