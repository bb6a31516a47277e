/** The last entry of an archive: what is in it, and by what to know that it is whole. */
export interface Manifest {
  readonly format: "linli-backup";
  readonly version: 1;
  readonly takenAt: string;
  readonly server: string;
  /** In the order in which they were applied. */
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly hash: string }[];
  /** In the order in which they can be filled. */
  readonly tables: readonly TableEntry[];
  readonly sequences: readonly { readonly quoted: string; readonly last: string; readonly called: boolean }[];
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

export interface TableEntry {
  readonly table: string;
  readonly entry: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of the rows as COPY writes them (text format). */
  readonly sha256: string;
}

export const MANIFEST = "manifest.json";

/** Called as each table, and the files, begin. */
export type Progress = (part: string, index: number, total: number) => void;
