export { appendLine, type KeepPersons } from "./actions/append-line.ts";
export { type Line, type LineDraft, makeLine, sealLine } from "./line.ts";
export type { Act } from "./rules/groups.ts";
