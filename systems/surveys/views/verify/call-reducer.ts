import type { Tx } from "../../../../foundation/db/pool.ts";
import { idFrom } from "../../../../foundation/id-from.ts";
import type { PublicGroup, ReadLine, Reducer } from "../../../ledger/index.ts";
import { CALL_COLUMNS, type CallRow } from "../../store/row.ts";

interface Told {
  readonly id?: string;
  readonly last?: PublicGroup;
  readonly leaf?: Uint8Array;
  readonly contacted: unknown;
  readonly solved: unknown;
  readonly satisfied: unknown;
  readonly passed: unknown;
  readonly rating: unknown;
}

function apply(told: Told, line: ReadLine): Told {
  const content = (line.text.content ?? {}) as Record<string, unknown>;
  const answered = line.act === "take-answers";
  return {
    id: line.public.procedure_id,
    last: line.public,
    leaf: line.leaf,
    contacted: answered ? content.contacted : told.contacted,
    solved: answered ? content.solved : told.solved,
    satisfied: answered ? content.satisfied : told.satisfied,
    passed: answered ? content.passed : told.passed,
    rating: line.act === "note-rating" ? content.rating : told.rating,
  };
}

/** Every column that an act decides, as the journal tells it and as the row has it. */
function pairs(told: Told, row: CallRow): Record<string, readonly [unknown, unknown]> {
  const facts = told.last?.facts ?? {};
  return {
    matter_id: [told.last?.matter, row.matter_id],
    // the reporter is in no public group: the call's id is made from matter, reporter and closing
    reporter_id: [told.id, idFrom(`return call ${row.matter_id} ${row.reporter_id} ${row.closing}`)],
    closing: [facts.closing, row.closing],
    state: [told.last?.state, row.state],
    reason: [facts.reason, row.reason],
    kind: [told.last?.kind ?? null, row.kind],
    unit_id: [told.last?.unit, row.unit_id],
    handled_units: [String(facts.handled), String(row.handled_units)],
    township_id: [facts.township, row.township_id],
    village_id: [facts.village, row.village_id],
    closed_at: [facts.closed, row.closed_at.toISOString()],
    sampling_version: [told.last?.rules?.sampling, row.sampling_version],
    due_from: [facts.due, row.due_from.toISOString()],
    attempts: [facts.attempts, row.attempts],
    ended_at: [facts.ended, row.ended_at?.toISOString() ?? null],
    contacted: [told.contacted, row.contacted],
    solved: [told.solved, row.solved],
    satisfied: [told.satisfied, row.satisfied],
    passed: [told.passed, row.passed],
    portal_rating: [told.rating, row.portal_rating],
    head_leaf: [told.leaf && Buffer.from(told.leaf).toString("hex"), row.head_leaf.toString("hex")],
  };
}

/** The columns that a check compares; the test holds them to the table. */
export const COMPARED_OF_A_CALL = [
  "matter_id",
  "reporter_id",
  "closing",
  "state",
  "reason",
  "kind",
  "unit_id",
  "handled_units",
  "township_id",
  "village_id",
  "closed_at",
  "sampling_version",
  "due_from",
  "attempts",
  "ended_at",
  "contacted",
  "solved",
  "satisfied",
  "passed",
  "portal_rating",
  "head_leaf",
] as const;

/** How a return call's state is rebuilt from its journal lines. */
export const callReducer: Reducer<Told, CallRow, Tx> = {
  initial: { contacted: null, solved: null, satisfied: null, passed: null, rating: null },
  apply,
  compare(told, row) {
    const all = pairs(told, row);
    return COMPARED_OF_A_CALL.filter((column) => all[column]![0] !== all[column]![1]);
  },
  async read(tx, county, ids) {
    const { rows } = await tx.query<CallRow>(
      `select ${CALL_COLUMNS} from surveys.calls where county_code = $1 and id = any ($2::uuid[])`,
      [county, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  },
  count: async (tx, county) =>
    (await tx.query<{ n: number }>("select count(*)::integer as n from surveys.calls where county_code = $1", [county])).rows[0]!
      .n,
};
