/** The door of spreadsheets: in, checked, written, taken back, and out again. */
export * from "./actions/imports/index.ts";
export { exportList, upperReplies } from "./views/imports/export-list.ts";
export { importPage } from "./views/imports/import-page.ts";
export { importRefusals } from "./words-of-imports.ts";
