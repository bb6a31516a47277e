export { IMPORT_TARGETS, type ImportField } from "../../store/imports/fields.table.ts";
export { dropSheet } from "../../store/imports/import-files.ts";
export { getImport, listImports, setImport } from "../../store/imports/import-store.ts";
export { IMPORT_LIMITS, type ImportRecord } from "../../store/imports/shapes.ts";
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
} from "./decide-import.ts";
export { indexImport } from "./index-import.ts";
export { type RunOptions, runImport } from "./run-import.ts";
export { undoImport } from "./undo-import.ts";
