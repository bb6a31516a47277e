import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { idFrom } from "../../../foundation/id-from.ts";
import { newId } from "../../../foundation/ids.ts";
import { stateAfter } from "../../../foundation/lifecycle.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Json } from "../../ledger/contract.ts";
import { appendLine, makeLine } from "../../ledger/index.ts";
import { keepPersons } from "../../residents/index.ts";
import { mayDo } from "../rules/access.ts";
import { CALL_STATES, type CallAct, callLifecycle } from "../rules/lifecycle.ts";
import { CALL_COLUMNS, type CallChange, type CallRow, callFacts } from "../store/row.ts";

/** One call for a reporter and a closing: hearing the same closing twice meets the same id. */
export const callIdOf = (matterId: string, reporterId: string, closing: number): string =>
  idFrom(`return call ${matterId} ${reporterId} ${closing}`);

interface Act {
  readonly act: CallAct;
  readonly at: Date;
  readonly commandId: string;
  /** Words and answers: they stand in the text group, never in the public one. */
  readonly content?: Readonly<Record<string, Json | undefined>>;
}
type NewCall = Omit<CallRow, "version" | "taken_by" | "taken_until" | "head_leaf">;

/** What anyone may see of a call: state, units, places and dates. */
function lineOf(actor: Actor, row: Omit<CallRow, "head_leaf">, { act, at, commandId, content }: Act) {
  return makeLine({
    county: actor.county,
    id: newId(),
    procedure: { kind: callLifecycle.procedure, id: row.id },
    matter: row.matter_id,
    version: row.version,
    act,
    at,
    command: commandId,
    facts: {
      state: row.state,
      unit: row.unit_id,
      ...(row.kind && { kind: row.kind }),
      rules: { sampling: row.sampling_version },
      facts: {
        closing: row.closing,
        closed: row.closed_at.toISOString(),
        township: row.township_id,
        village: row.village_id,
        handled: [...row.handled_units],
        due: row.due_from.toISOString(),
        attempts: row.attempts,
        reason: row.reason,
        ended: row.ended_at?.toISOString() ?? null,
      },
    },
    persons: {
      actor: {
        role: actor.role === "app" ? "app" : "jobs",
        ...(actor.person && { person: actor.person }),
        ...(actor.post && { post: actor.post }),
      },
      persons: [row.reporter_id],
    },
    text: { content: (content ?? null) as Json },
  });
}

/** Writes a new call with its first line; one that is there already stays as it is. Answers whether it was written. */
export async function openCall(tx: Tx, actor: Actor, call: NewCall, act: Act): Promise<boolean> {
  const there = await tx.query("select from surveys.calls where county_code = $1 and id = $2", [actor.county, call.id]);
  if (there.rowCount) return false;
  const row = { ...call, version: 1, taken_by: null, taken_until: null };
  const line = await appendLine(tx, lineOf(actor, row, act), keepPersons);
  await tx.query(
    `insert into surveys.calls (county_code, id, matter_id, reporter_id, closing, version, state, reason, kind, unit_id, handled_units, township_id,
       village_id, closed_at, sampling_version, due_from, attempts, ended_at, updated_at, head_leaf)
     values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, $16, $17, $18)`,
    [
      actor.county,
      row.id,
      row.matter_id,
      row.reporter_id,
      row.closing,
      row.state,
      row.reason,
      row.kind,
      row.unit_id,
      row.handled_units,
      row.township_id,
      row.village_id,
      row.closed_at,
      row.sampling_version,
      row.due_from,
      row.ended_at,
      act.at,
      line.leaf,
    ],
  );
  return true;
}

/** The call as it stands, kept for this transaction; 404 `surveys.no-such-call` where the reader may not see it. */
export async function getCall(tx: Tx, county: number, id: string, options: { lock?: boolean } = {}): Promise<CallRow> {
  const find = async (lock: string) =>
    (await tx.query<CallRow>(`select ${CALL_COLUMNS} from surveys.calls where county_code = $1 and id = $2${lock}`, [county, id]))
      .rows[0];
  // a row that may be read but not changed is not there for update: the act's own access then says why
  const row = (options.lock && (await find(" for update"))) || (await find(""));
  if (!row) throw new Refusal("surveys.no-such-call", {}, { status: 404 });
  return row;
}

/**
 * One act on one call: table, right and version checked, then row and journal line written together. Throws
 * `surveys.own-unit` (403) for an officer of a unit that handled the matter, `surveys.changed-meanwhile` (409), `surveys.call-is-over`.
 */
export async function actOnCall(
  tx: Tx,
  actor: Actor,
  row: CallRow,
  baseVersion: number,
  act: Act,
  change: CallChange,
): Promise<{ id: string; version: number; state: string }> {
  if (!mayDo(actor, callFacts(row), act.act)) throw mayNot(actor, row);
  if (row.version !== baseVersion) throw new Refusal("surveys.changed-meanwhile", { state: row.state }, { status: 409 });
  const to = stateAfter(callLifecycle, row.state, act.act);
  if (!to) throw new Refusal("surveys.call-is-over", { state: row.state });
  const next: CallRow = { ...row, ...change, version: row.version + 1, state: to };
  const after = { ...next, ended_at: CALL_STATES[to].open ? null : (row.ended_at ?? act.at) };
  const line = await appendLine(tx, lineOf(actor, after, act), keepPersons);
  const jobs = actor.role === "jobs";
  await tx.query(
    `update surveys.calls set version = $3, state = $4, reason = $5, due_from = $6, attempts = $7, contacted = $8, solved = $9, satisfied = $10,
       passed = $11, ended_at = $12, taken_by = null, taken_until = null, updated_at = $13, head_leaf = $14${jobs ? ", portal_rating = $15" : ""}
     where county_code = $1 and id = $2`,
    [
      actor.county,
      after.id,
      after.version,
      after.state,
      after.reason,
      after.due_from,
      after.attempts,
      after.contacted,
      after.solved,
      after.satisfied,
      after.passed,
      after.ended_at,
      act.at,
      line.leaf,
      ...(jobs ? [after.portal_rating] : []),
    ],
  );
  return { id: after.id, version: after.version, state: after.state };
}

/** Why not: the reader's own unit handled the matter, or the right is missing. */
export const mayNot = (actor: Actor, row: CallRow): Refusal =>
  row.handled_units.some((unit) => actor.units.includes(unit))
    ? new Refusal("surveys.own-unit", {}, { status: 403 })
    : new Refusal("access.not-yours", {}, { status: 403 });
