export { appendLine, type KeepPersons } from "./actions/append-line.ts";
export { FAULTS, type Fault, type PersonGroup, type PublicFacts, type PublicGroup, type TextGroup } from "./contract.ts";
export { type Line, type LineDraft, makeLine, sealLine, sha256 } from "./line.ts";
export type { Act } from "./rules/groups.ts";
export type { ReadLine, Reducer } from "./rules/reducer.ts";
export { type Chain, type PersonsOfLine, type StoredLine, verifyLines } from "./rules/verify-lines.ts";
export { type LineTold, linesAfter, newestLines } from "./views/read-lines.ts";
export { linesOf, recordedLines } from "./views/stored-lines.ts";
export {
  type Finding,
  type JournalReport,
  type PersonsReader,
  type Reducers,
  type VerifyOptions,
  verifyJournal,
} from "./views/verify-journal.ts";
