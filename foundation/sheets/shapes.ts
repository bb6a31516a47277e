import type { SheetProblemCode, SheetWarningCode } from "./words.ts";

/** Something wrong in one row. `column` counts from 1, as people do; `facts` fill the sentence in words.ts. */
export interface RowProblem {
  readonly code: SheetProblemCode;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** One row as text. `row` is the row number that Excel shows. Blank rows are left out. */
export interface SheetRow {
  readonly row: number;
  readonly cells: string[];
  readonly problems?: readonly RowProblem[];
}

export interface SheetWarning {
  readonly code: SheetWarningCode;
  readonly facts: Readonly<Record<string, unknown>>;
}

export type ColumnKind =
  | "empty"
  | "date"
  | "number"
  | "coordinate"
  | "phone"
  | "citizen number"
  | "id"
  | "choice"
  | "text"
  | "long text";

export interface SheetColumn {
  /** Position in `cells`, from 0. */
  readonly index: number;
  /** The header's text; two header rows are joined by " / ". */
  readonly name: string;
  /** Up to five different values, cut to 80 characters; they may be personal: show them, never log them. */
  readonly samples: readonly string[];
  readonly guess: ColumnKind;
}

export type TextEncoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
