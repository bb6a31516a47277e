import type { Json, PublicGroup, TextGroup } from "../contract.ts";

/** A checked line as a reducer sees it. */
export interface ReadLine {
  readonly id: string;
  readonly version: number;
  readonly act: string;
  readonly at: string;
  readonly public: PublicGroup;
  /** 36 bytes; a row that keeps the head of its chain is compared with the last one. */
  readonly leaf: Uint8Array;
  /** Parsed when asked for. */
  readonly text: TextGroup & { readonly content: Json };
}

/**
 * How a system rebuilds a procedure's state from its lines and compares it with its own row. `read` gives rows by procedure id and
 * `count` how many rows there are; both run as the verifying role in the journal's snapshot.
 */
export interface Reducer<State, Row extends { readonly version: number }, Tx> {
  readonly initial: State;
  apply(state: State, line: ReadLine): State;
  /** Names of the columns that differ; the version is compared by the ledger. Never values: they may be a person's words. */
  compare(rebuilt: State, row: Row): readonly string[];
  read(tx: Tx, county: number, procedureIds: readonly string[]): Promise<ReadonlyMap<string, Row>>;
  count(tx: Tx, county: number): Promise<number>;
}
