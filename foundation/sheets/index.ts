export { readDate, type WrittenDate } from "./dates.ts";
export { inspectSheet, type SheetFinding, type SheetInspection } from "./inspect.ts";
export { SHEET_LIMITS, type SheetLimits } from "./limits.ts";
export { type MappingReason, type MappingTarget, type ProposedMapping, type ProposedMatch, proposeMapping } from "./mapping.ts";
export { type ReadPlan, readRows } from "./read.ts";
export type { ColumnKind, RowProblem, SheetColumn, SheetRow, SheetWarning, TextEncoding } from "./shapes.ts";
export { sheetProblems, sheetRefusals, sheetWarnings } from "./words.ts";
export {
  csvLines,
  guardFormula,
  type OutCell,
  type OutColumn,
  type OutFormula,
  type OutSheet,
  writeCsv,
  writeXlsx,
} from "./write.ts";
