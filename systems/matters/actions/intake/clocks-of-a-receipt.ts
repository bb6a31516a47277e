import { newId } from "../../../../foundation/ids.ts";
import type { Kind, MatterAct, Urgency } from "../../rules/lifecycle.ts";
import type { Books } from "../../store/books.ts";
import type { ClockRow } from "../../store/row.ts";
import { calendarOf, clockFact, startClockOf } from "../clocks-of-an-act.ts";
import type { DueOfAMatter } from "../due-of-a-matter.ts";

interface Receipt {
  readonly due: DueOfAMatter;
  readonly kind: Kind | null;
  readonly urgency: Urgency | null;
  /** The receiving unit, which has to accept. */
  readonly unit: string;
  readonly receivedAt: Date;
  /** The clerk accepted or answered in the same call. */
  readonly settledAtOnce: MatterAct | undefined;
  readonly closedAt: string | null;
}

/** The clocks that receiving starts: the resident's own, and the receiving unit's time to accept; met at once where it did. */
export function clocksOfAReceipt(books: Books, receipt: Receipt) {
  const { due, kind, urgency, unit, receivedAt, settledAtOnce, closedAt } = receipt;
  const at = receivedAt.toISOString();
  const overall: ClockRow = {
    id: newId(),
    clock: "answer",
    unit_id: null,
    term: due.term,
    term_version: due.termVersion,
    started_at: at,
    due_at: due.dueAt.toISOString(),
    provisional: due.provisional,
    state: "running",
    paused_at: null,
    ended_at: null,
  };
  const accept = startClockOf(books, "accept", unit, { kind, urgency }, receivedAt);
  const begun = accept ? [overall, accept] : [overall];
  const after = begun.map((row): ClockRow => {
    const ended = row === accept ? settledAtOnce !== undefined : closedAt !== null;
    return ended ? { ...row, state: "met", ended_at: at } : row;
  });
  const factsOf = (rows: readonly ClockRow[], what: "started" | "stopped") =>
    Object.fromEntries(rows.map((row, index) => [`clock.${index}`, clockFact(row, what, calendarOf(books, row))]));
  return {
    overall: overall.id,
    rows: after,
    started: factsOf(begun, "started"),
    ended: factsOf(
      after.filter((row) => row.ended_at !== null),
      "stopped",
    ),
  };
}
