import { Refusal } from "../../../foundation/refusal.ts";
import { guardFormula, inspectSheet, proposeMapping, readRows, writeXlsx } from "../../../foundation/sheets/index.ts";
import {
  catalogueCells,
  FIELD_NAMES,
  REQUIRED,
  readCatalogueRows,
  SHEET_FIELDS,
  type SheetField,
} from "../rules/catalogue-sheet.rule.ts";
import type { CatalogueItem, Duties } from "../rules/dispatch-shapes.ts";
import type { Fault, Register } from "../rules/faults-of-a-catalogue.rule.ts";

export interface SheetRead {
  readonly items: readonly CatalogueItem[];
  readonly faults: readonly Fault[];
  /** Columns that a catalogue needs and this sheet has not. */
  readonly missing: readonly string[];
  readonly rows: number;
}

const MOST = 2000;

/** A dry run over a catalogue's sheet on disk: columns found by name in any order. Throws the reader's refusals (foundation/sheets) and `dispatch.sheet-too-long`. */
export async function readCatalogueSheet(path: string, name: string, register: Register, duties?: Duties): Promise<SheetRead> {
  const sheet = (await inspectSheet(path, name)).sheets[0];
  const kinds = ["date", "number", "id", "choice", "text", "long text", "phone", "coordinate"] as const;
  const targets = SHEET_FIELDS.map((field) => ({ field, names: FIELD_NAMES[field], kinds, required: REQUIRED.includes(field) }));
  const { matches, missing } = proposeMapping(sheet?.columns ?? [], targets);
  if (missing.length > 0)
    return { items: [], faults: [], missing: missing.map((field) => FIELD_NAMES[field as SheetField][0]), rows: 0 };
  const rows: { row: number; cells: Partial<Record<SheetField, string>> }[] = [];
  for await (const { row, cells } of readRows(path, { headerRow: sheet?.headerRow })) {
    if (rows.length === MOST) throw new Refusal("dispatch.sheet-too-long", { most: MOST }, { status: 413 });
    rows.push({ row, cells: Object.fromEntries(matches.map(({ field, column }) => [field, cells[column]])) });
  }
  return { ...readCatalogueRows(rows, register, duties), missing: [], rows: rows.length };
}

/** The catalogue as an XLSX that reads back as it was; texts that look like formulas are guarded. */
export const writeCatalogueSheet = (items: readonly CatalogueItem[], register: Register): Promise<Buffer> =>
  writeXlsx([
    {
      name: "派单目录",
      columns: SHEET_FIELDS.map((field) => ({
        name: FIELD_NAMES[field][0],
        width: field === "zh" || field === "basis" ? 36 : 18,
      })),
      rows: items.map((item) => catalogueCells(item, register).map(guardFormula)),
    },
  ]);
