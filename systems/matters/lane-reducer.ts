import type { Tx } from "../../foundation/db/pool.ts";
import type { Reducer } from "../ledger/index.ts";
import type { LaneRow } from "./lane.ts";
import { bytesOf } from "./store/line-json.ts";

interface Told {
  readonly state?: string;
  readonly unit?: string;
  readonly outcome: string | null;
  readonly destination: string | null;
  readonly matter?: string;
  readonly openedAt?: string;
  readonly reportedAt: string | null;
  readonly leaf?: Uint8Array;
}

/** A lane's row with the matter that it belongs to. */
export type VerifiedLaneRow = LaneRow & { readonly matter_id: string };

interface LaneTable {
  /** The act that reports to the spine. */
  readonly reports: string;
  read(tx: Tx, county: number, ids: readonly string[]): Promise<readonly VerifiedLaneRow[]>;
  count(tx: Tx, county: number): Promise<number>;
}

const instant = (text: string | null | undefined) => (text ? new Date(text).toISOString() : null);

/** Rebuilds a lane's procedure from its journal lines and compares every column with its row. Each lane gives its own table. */
export function laneReducer(table: LaneTable): Reducer<Told, VerifiedLaneRow, Tx> {
  return {
    initial: { outcome: null, destination: null, reportedAt: null },
    apply: (told, line) => ({
      state: line.public.state ?? told.state,
      unit: line.public.unit ?? told.unit,
      outcome: line.public.outcome ?? told.outcome,
      destination: (line.public.facts?.destination as string | undefined) ?? told.destination,
      matter: line.public.matter,
      openedAt: told.openedAt ?? line.at,
      reportedAt: line.act === table.reports ? line.at : told.reportedAt,
      leaf: line.leaf,
    }),
    compare(told, row) {
      const pairs: Record<string, readonly [unknown, unknown]> = {
        state: [told.state, row.state],
        unit_id: [told.unit, row.unit_id],
        outcome: [told.outcome, row.outcome],
        destination: [told.destination, row.destination ?? null],
        matter_id: [told.matter, row.matter_id],
        opened_at: [instant(told.openedAt), instant(row.opened_at)],
        reported_at: [instant(told.reportedAt), instant(row.reported_at)],
        head_leaf: [told.leaf && Buffer.from(told.leaf).toString("hex"), bytesOf(row.head_leaf).toString("hex")],
      };
      return Object.entries(pairs).flatMap(([column, [journal, stands]]) => (journal === stands ? [] : [column]));
    },
    read: async (tx, county, ids) => new Map((await table.read(tx, county, ids)).map((row) => [row.id, row])),
    count: (tx, county) => table.count(tx, county),
  };
}
