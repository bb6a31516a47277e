export { bringSheet, proposeColumns } from "./bring-sheet.ts";
export { checkImport } from "./check-import.ts";
export {
  askJobs,
  type ChosenMapping,
  confirmImport,
  type ImportWork,
  startCheck,
  startUndo,
  stopImport,
  whyNotUndone,
} from "./decide-import.ts";
export { IMPORT_TARGETS, type ImportField } from "./fields.table.ts";
export { dropSheet } from "./import-files.ts";
export { getImport, listImports, setImport } from "./import-store.ts";
export { indexImport } from "./index-import.ts";
export { type RunOptions, runImport } from "./run-import.ts";
export { IMPORT_LIMITS, type ImportRecord } from "./shapes.ts";
export { undoImport } from "./undo-import.ts";
