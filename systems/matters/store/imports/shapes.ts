import type { ImportField } from "./fields.table.ts";

/** A problem of one row, kept without any word of the row but places and figures. */
export interface ImportProblem {
  readonly row: number;
  readonly column?: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface ImportColumn {
  readonly index: number;
  readonly name: string;
  readonly field: ImportField;
  readonly reason: string;
  readonly confidence: number;
}

export type ImportState = "uploaded" | "dry-run" | "checked" | "running" | "done" | "stopped" | "undoing" | "undone" | "failed";

/** matters.imports as a query gives it. */
export interface ImportRecord {
  readonly id: string;
  readonly name: string;
  readonly state: ImportState;
  readonly kind: string;
  readonly encoding: string | null;
  readonly sheet: string;
  readonly sheet_index: number;
  readonly header_row: number;
  readonly columns: readonly ImportColumn[];
  readonly warnings: readonly { readonly code: string; readonly facts: Readonly<Record<string, unknown>> }[];
  readonly shift_years: number;
  readonly pseudonyms: boolean;
  readonly total: number | null;
  readonly read_rows: number;
  readonly new_rows: number;
  readonly skipped_rows: number;
  readonly error_rows: number;
  readonly notes: Readonly<Record<string, number>>;
  readonly problems: readonly ImportProblem[];
  readonly resume_row: number;
  readonly undone_rows: number;
  readonly kept_rows: number;
  readonly indexed_until: string | null;
  readonly indexed_rows: number;
  readonly failure: string | null;
  readonly by_post: string | null;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly worked_seconds: number;
  readonly updated_at: Date;
}

export const IMPORT_LIMITS = {
  /** Rows of one chunk, one transaction. */ chunk: 2500,
  /** Problems kept to be shown; all are counted. */ problems: 500,
  /** Of one code of note, so many are listed. */ listed: 100,
  /** Bytes of a sheet brought over HTTP. */ file: 256 * 1024 * 1024,
  /** The earliest day that a message can be of. */ earliestYear: 1980,
} as const;
