import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import type { Fault, PublicGroup, TextGroup } from "../contract.ts";
import { sha256 } from "../line.ts";
import type { ReadLine, Reducer } from "../rules/reducer.ts";
import { type Chain, followLine, type PersonsOfLine, publicGroupOf, type StoredLine } from "../rules/verify-lines.ts";
import { nextLines } from "./stored-lines.ts";

/** The third groups of these lines; a line without one is missing from the map. */
export type PersonsReader = (tx: Tx, county: number, lineIds: readonly string[]) => Promise<ReadonlyMap<string, PersonsOfLine>>;

// biome-ignore lint/suspicious/noExplicitAny: each system's state and row are its own
export type Reducers = Readonly<Record<string, Reducer<any, any, Tx>>>;

export interface Finding {
  readonly procedureKind: string;
  readonly procedureId?: string;
  readonly version?: number;
  readonly fault: Fault;
  /** Names of the columns that differ, or how many rows stand without a journal. */
  readonly detail?: string;
}

export interface JournalReport {
  readonly lines: number;
  readonly procedures: number;
  /** Lines whose persons and actor were erased by a recorded act. */
  readonly erased: number;
  /** How many findings there are; the first thousand stand in `findings`. */
  readonly faults: number;
  readonly findings: readonly Finding[];
  /** Procedures whose kind has no reducer: chain checked, state not rebuilt. */
  readonly notRebuilt: Readonly<Record<string, number>>;
}

export interface VerifyOptions {
  readonly reducers?: Reducers;
  readonly persons?: PersonsReader;
  readonly onProgress?: (lines: number) => void;
  /** Lines read at once; memory grows with it and with nothing else. */
  readonly page?: number;
}

const FINDINGS_KEPT = 1000;

/**
 * Walks a county's whole journal in one read-only snapshot: every hash, every chain, every state rebuilt and compared with its row.
 * `actor` has the role `verify`. Memory is bounded by a page of lines. Throws only on a fault of the database.
 */
export async function verifyJournal(db: Database, actor: Actor, options: VerifyOptions = {}): Promise<JournalReport> {
  return withActor(db, actor, (tx) => walk(tx, actor.county, options), { readOnly: true, snapshot: true });
}

interface Walked {
  readonly chain: Chain;
  readonly state: unknown;
}

type Note = (finding: Finding) => void;

async function walk(tx: Tx, county: number, options: VerifyOptions): Promise<JournalReport> {
  const report = {
    lines: 0,
    procedures: 0,
    erased: 0,
    faults: 0,
    findings: [] as Finding[],
    notRebuilt: {} as Record<string, number>,
  };
  const withRow: Record<string, number> = {};
  const note: Note = (finding) => {
    report.faults += 1;
    if (report.findings.length < FINDINGS_KEPT) report.findings.push(finding);
  };
  const { reducers = {} } = options;
  for await (const { finished, lines } of procedures(tx, county, options)) {
    for (const [kind, group] of byKind(finished)) {
      const reducer = reducers[kind];
      if (reducer) withRow[kind] = (withRow[kind] ?? 0) + (await compareWithRows(tx, county, group, reducer, note));
      else report.notRebuilt[kind] = (report.notRebuilt[kind] ?? 0) + group.length;
    }
    for (const { chain } of finished) {
      report.erased += chain.erased;
      const { procedureKind, procedureId, broken } = chain;
      if (broken) note({ procedureKind, procedureId, version: broken.version, fault: broken.fault });
    }
    report.procedures += finished.length;
    report.lines = lines;
    options.onProgress?.(lines);
  }
  for (const [procedureKind, reducer] of Object.entries(reducers)) {
    const without = (await reducer.count(tx, county)) - (withRow[procedureKind] ?? 0);
    if (without !== 0) note({ procedureKind, fault: "rows_without_journal", detail: String(without) });
  }
  return report;
}

/** Page by page: the procedures whose last line has been read, and the number of lines read so far. */
async function* procedures(
  tx: Tx,
  county: number,
  options: VerifyOptions,
): AsyncGenerator<{ finished: Walked[]; lines: number }> {
  const { reducers = {}, persons: readPersons, page = 1000 } = options;
  let open: Walked | undefined;
  let last: StoredLine | undefined;
  let count = 0;
  do {
    const lines = await nextLines(
      tx,
      county,
      last && { kind: last.procedureKind, id: last.procedureId, version: last.version },
      page,
    );
    const persons = await readPersons?.(
      tx,
      county,
      lines.map((line) => line.id),
    );
    const finished: Walked[] = [];
    for (const line of lines) {
      const { procedureKind, procedureId } = line;
      if (open && (open.chain.procedureId !== procedureId || open.chain.procedureKind !== procedureKind)) {
        finished.push(open);
        open = undefined;
      }
      const chain = followLine(sha256, open?.chain, line, persons && (persons.get(line.id) ?? "missing"));
      const reducer = reducers[procedureKind];
      const state: unknown = open ? open.state : reducer?.initial;
      open = { chain, state: reducer && !chain.broken ? reducer.apply(state, readable(line)) : state };
    }
    count += lines.length;
    last = lines.length === page ? lines.at(-1) : undefined;
    if (!last && open) finished.push(open);
    yield { finished, lines: count };
  } while (last);
}

function readable(line: StoredLine): ReadLine {
  return {
    id: line.id,
    version: line.version,
    act: line.act,
    at: line.at,
    public: publicGroupOf(line) as PublicGroup,
    leaf: line.leaf,
    get text() {
      return JSON.parse(line.textGroup) as TextGroup;
    },
  };
}

function byKind(finished: readonly Walked[]): Map<string, Walked[]> {
  return Map.groupBy(finished, ({ chain }) => chain.procedureKind);
}

/** Notes where a rebuilt state and its row differ; gives the number of rows found. A broken chain is not compared. */
async function compareWithRows(
  tx: Tx,
  county: number,
  group: readonly Walked[],
  reducer: Reducers[string],
  note: Note,
): Promise<number> {
  const rows = await reducer.read(
    tx,
    county,
    group.map(({ chain }) => chain.procedureId),
  );
  for (const { chain, state } of group) {
    const { procedureKind, procedureId } = chain;
    const row = rows.get(procedureId);
    if (!row) note({ procedureKind, procedureId, fault: "row_missing" });
    else if (!chain.broken) {
      const differs = [...(row.version === chain.lines ? [] : ["version"]), ...reducer.compare(state, row)];
      if (differs.length > 0)
        note({ procedureKind, procedureId, version: chain.lines, fault: "row_differs", detail: differs.join(", ") });
    }
  }
  return rows.size;
}
