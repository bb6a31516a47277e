export { addReporter } from "./actions/add-reporter.ts";
export { type Erased, type Erasure, eraseMatter, type RecordErasure } from "./actions/erase-matter.ts";
export { keepPersons } from "./actions/keep-persons.ts";
export { newKeyFile, readKeyFile, withNextIdentityKey } from "./keys.ts";
export { makeReporter, type NewReporter, type Reporter, type ReporterRequest } from "./reporter.ts";
export { type Keys, makeSealer, newCode, newHandle, newLink, type Sealed, type Sealer, type WrappedKey } from "./seal.ts";
export { type Bearer, findBearer } from "./views/find-bearer.ts";
export { ERASE, readPersons } from "./views/read-persons.ts";
export { type ReporterOfMatter, reportersOf } from "./views/reporters-of.ts";
