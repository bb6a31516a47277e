export { addReporter } from "./actions/add-reporter.ts";
export {
  askFourDigits,
  correctOwnData,
  keepQuiet,
  type Own,
  renewOwnReceipt,
  type SealedBefore,
  wantSecrecy,
} from "./actions/change-own-data.ts";
export { type CountOptions, makeTries, type Tries } from "./actions/count-tries.ts";
export { type Erased, type Erasure, eraseMatter, type RecordErasure } from "./actions/erase-matter.ts";
export { findByTelephone } from "./actions/find-by-telephone.ts";
export { dropFromIndex, indexAllAnew, indexReporters } from "./actions/index-reporters.ts";
export { type BookletEntry, type Booklets, makeBooklets } from "./actions/keep-booklet.ts";
export { findEnvelope, keepEnvelope } from "./actions/keep-envelope.ts";
export { keepPersons } from "./actions/keep-persons.ts";
export { keepReadings, noteOpening, type ReadingsKept } from "./actions/note-readings.ts";
export { openByDigits, tellsRight } from "./actions/open-by-digits.ts";
export { renewReceipt } from "./actions/renew-receipt.ts";
export { sweepTries } from "./actions/sweep-tries.ts";
export { type WrapProgress, type WrapReport, waitingForWrapping, wrapAnew } from "./actions/wrap-anew.ts";
export type { BlindIndex, Pointer } from "./blind-index.ts";
export { PROFILES, type Profile } from "./ciphers.ts";
export {
  type KeyFile,
  type KeySource,
  type Keys,
  keyFileText,
  newKeyFile,
  type RecoverySplit,
  readKeyFile,
  withNextIdentityKey,
} from "./keys.ts";
export { openKeyFile, type RecoveryPaper, readPapers, sealKeyFile, splitRecovery } from "./recovery.ts";
export { makeReporter, type NewReporter, type Reporter, type ReporterRequest } from "./reporter.ts";
export { OPENING_LIMITS } from "./rules/opening-limits.table.ts";
export { makeSealer, newCode, newHandle, newLink, type Sealed, type Sealer, type WrappedKey } from "./seal.ts";
export { withinOpeningLimits } from "./views/count-openings.ts";
export { type Bearer, findBearer, stillBears } from "./views/find-bearer.ts";
export { keyOfMatter } from "./views/key-of-matter.ts";
export { matterOfCode } from "./views/matter-of-code.ts";
export { type OwnData, ownData } from "./views/own-data.ts";
export { personsOfLines } from "./views/persons-of-lines.ts";
export { ERASE, readPersons } from "./views/read-persons.ts";
export { type Reading, readingsOf } from "./views/readings-of.ts";
export { type ReporterOfMatter, reportersOf } from "./views/reporters-of.ts";
