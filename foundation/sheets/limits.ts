const MiB = 1024 * 1024;

/** What a spreadsheet may cost us. Every limit is checked before or while reading, never after. */
export interface SheetLimits {
  /** Entries in the zip directory of an XLSX. */
  readonly zipEntries: number;
  /** Bytes that all entries together may inflate to. */
  readonly inflatedBytes: number;
  /** How many times larger than its packed form an entry may be, once it is larger than `ratioFromBytes`. */
  readonly inflationRatio: number;
  readonly ratioFromBytes: number;
  /** Inflated bytes of the table of shared texts, which is held in memory. */
  readonly sharedTextBytes: number;
  /** Characters of one cell; Excel's own limit. A longer cell is cut and its row carries a problem. */
  readonly cellCharacters: number;
  /** Bytes of one CSV record: beyond it a quotation mark was surely left open. */
  readonly recordBytes: number;
  readonly columns: number;
  readonly sheets: number;
}

export const SHEET_LIMITS: SheetLimits = {
  zipEntries: 10_000,
  inflatedBytes: 512 * MiB,
  inflationRatio: 200,
  ratioFromBytes: 16 * MiB,
  sharedTextBytes: 96 * MiB,
  cellCharacters: 32_767,
  recordBytes: 16 * MiB,
  columns: 500,
  sheets: 50,
};
