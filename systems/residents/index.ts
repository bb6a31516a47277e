export { keepPersons } from "./actions/keep-persons.ts";
export { makeReporter, type NewReporter, type Reporter, type ReporterRequest } from "./reporter.ts";
export { type Keys, makeSealer, newCode, newHandle, newLink, type Sealed, type Sealer, type WrappedKey } from "./seal.ts";
