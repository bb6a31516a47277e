import type { Tx } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { clockInHand, type Recomputed, type RecordRecomputed } from "../../clocks/index.ts";
import { makeLine } from "../../ledger/index.ts";
import type { Services } from "../services.ts";
import { bytesOf, hexOf, lineJson } from "../store/line-json.ts";
import type { ClockRow, MatterRow } from "../store/row.ts";
import { calendarOf, clockFact } from "./clocks-of-an-act.ts";
import { publicFacts } from "./public-facts.ts";

/**
 * The year's calendar is out: provisional dates of matters are set once, each by a line of its own, in the recomputation's own
 * transaction. The line names no officer: a published calendar, not a person, moved the date.
 */
export const recordRecomputedDue =
  (services: Services): RecordRecomputed =>
  async (tx, changes) => {
    for (const change of changes) {
      if (change.procedureKind === "matter") await moveOne(tx, services, change);
    }
  };

async function moveOne(
  tx: Tx,
  services: Services,
  { matterId: id, clock: clockId, to: dueAt, provisional }: Recomputed,
): Promise<void> {
  const row = (
    await tx.query<{ row: MatterRow }>(
      "select to_jsonb(m) as row from matters.matters m where m.county_code = foundation.county() and m.id = $1 for update",
      [id],
    )
  ).rows[0]?.row;
  const clock = (row && (await clockInHand(tx, row.county_code, clockId))) as ClockRow | undefined;
  if (!row || !clock) return;
  const overall = row.clock_id === clockId;
  const books = await services.books(row.county_code);
  const now = services.clock.now();
  const next: MatterRow = {
    ...row,
    version: row.version + 1,
    ...(overall && { due_at: dueAt.toISOString(), due_provisional: provisional }),
    updated_at: now.toISOString(),
  };
  const command = newId();
  const line = lineJson(
    makeLine({
      county: row.county_code,
      id: newId(),
      procedure: { kind: "matter", id },
      matter: id,
      version: next.version,
      act: "recompute-due",
      at: now,
      command,
      facts: publicFacts(next, books.versions, { "clock.0": clockFact(clock, "recomputed", calendarOf(books, clock)) }),
      persons: { actor: { role: "jobs" }, persons: [] },
    }),
    bytesOf(row.head_leaf),
  );
  await tx.query("select matters.act(jsonb_build_object('linli.county', foundation.county()), $1::jsonb)", [
    JSON.stringify({
      command_id: command,
      request_hash: "00",
      matter_id: id,
      base_version: row.version,
      at: now.toISOString(),
      row: { ...next, head_leaf: hexOf(line.leaf) },
      lines: [line.json],
      result: { id },
    }),
  ]);
}
