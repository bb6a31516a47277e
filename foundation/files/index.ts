export { servingHeaders } from "./serving.ts";
export {
  checkFile,
  FILE_LIMIT,
  openFile,
  removeAbandoned,
  removeFile,
  type StoredFile,
  type StoreOptions,
  storeFile,
} from "./store.ts";
export { fileRefusals } from "./words.ts";
