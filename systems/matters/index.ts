export { actOnMatter } from "./actions/act-on-matter.ts";
export type { ActOptions } from "./actions/compose-act.ts";
export { eraseWhoStandsBehind } from "./actions/erase-matter.ts";
export { openIdentityForAReturnCall } from "./actions/identity.ts";
export {
  askJobs,
  bringSheet,
  type ChosenMapping,
  checkImport,
  confirmImport,
  dropSheet,
  getImport,
  IMPORT_LIMITS,
  IMPORT_TARGETS,
  type ImportField,
  type ImportRecord,
  type ImportWork,
  indexImport,
  listImports,
  proposeColumns,
  type RunOptions,
  runImport,
  setImport,
  startCheck,
  startUndo,
  stopImport,
  undoImport,
} from "./actions/imports/index.ts";
export { composeReceive, type ReceiveInput, type ReceiveOptions } from "./actions/intake/compose-receive.ts";
export { receiveMatter, writeReceived } from "./actions/intake/receive-matter.ts";
export { makeDraftBox } from "./actions/keep-desk-things.ts";
export { keepPlatforms } from "./actions/keep-platforms.ts";
export { learnFromConfirmed } from "./actions/learn-from-confirmed.ts";
export { openMattersOfAPost } from "./actions/open-matters-of-a-post.ts";
export { type Bearing, changeOwnMatter, type OwnChange } from "./actions/own/change-own-matter.ts";
export { answerARequest, askAboutOwnData, type RequestAnswer } from "./actions/own/person-requests.ts";
export { recordRecomputedDue } from "./actions/recompute-due.ts";
export { runSandbox, sandboxOrphans, startSandbox } from "./actions/sandbox/run-sandbox.ts";
export { seedCountyData, seedKnowledge } from "./actions/seed-county-data.ts";
export type { Lane } from "./lane.ts";
export { laneReducer, type VerifiedLaneRow } from "./lane-reducer.ts";
export { letterPaper, matterPaper, orderPaper, receiptPaper } from "./papers/papers.ts";
export type { Services } from "./services.ts";
export { type Books, keepBooks } from "./store/books.ts";
export {
  type ClosedCount,
  countFigures,
  type FigureCounts,
  type FiguresAsked,
  type OpenCount,
  type ReceivedCount,
} from "./views/figures.ts";
export { findMattersSeen } from "./views/find-matters-seen.ts";
export { exportList, upperReplies } from "./views/imports/export-list.ts";
export { importPage } from "./views/imports/import-page.ts";
export { matterPage } from "./views/page/matter-page.ts";
export { bookletLines } from "./views/portal/booklet-lines.ts";
export { followMatter } from "./views/portal/follow-matter.ts";
export { nearbyMatters } from "./views/portal/nearby-matters.ts";
export { ownMatter } from "./views/portal/own-matter.ts";
export { publicFigures } from "./views/portal/public-figures.ts";
export { speaksOfDanger } from "./views/portal/speaks-of-danger.ts";
export { type AttachmentsReport, checkAttachments } from "./views/verify/check-attachments.ts";
export { checkNumbers, type NumbersReport } from "./views/verify/check-numbers.ts";
export { makeMatterReducer, matterReducer } from "./views/verify/matter-reducer.ts";
export { importRefusals } from "./words-of-imports.ts";
