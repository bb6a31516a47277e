import { useQuery } from "@tanstack/react-query";
import { Refused } from "../../../../foundation/http/client.ts";
import type { AnswerOf } from "../../../../foundation/http/route.ts";
import { ask } from "../../../../ui/index.ts";
import { getImport, type IMPORT_FIELDS, ImportPage as ImportShape, listImports, uploadImport } from "../../contract.ts";

export type Import = AnswerOf<typeof getImport>;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** States in which the server is at work: the page asks again by itself. */
const AT_WORK = new Set(["dry-run", "running", "undoing"]);
export const isAtWork = (state: string): boolean => AT_WORK.has(state);
const AGAIN = 1_000;

export const useImports = () =>
  useQuery({
    queryKey: ["imports"],
    queryFn: () => ask(listImports),
    refetchInterval: (query) => (query.state.data?.imports.some((one) => isAtWork(one.state)) ? AGAIN * 2 : false),
  });

export const useImport = (id: string) =>
  useQuery({
    queryKey: ["imports", id],
    queryFn: () => ask(getImport, { params: { id } }),
    refetchInterval: (query) => (query.state.data && isAtWork(query.state.data.state) ? AGAIN : false),
  });

/** Sends a spreadsheet; it is read, and nothing is written but the file. */
export async function bringSheet(file: File): Promise<Import> {
  const form = new FormData();
  form.append("file", file);
  const response = await fetch(uploadImport.path, {
    method: "POST",
    body: form,
    credentials: "same-origin",
    headers: { "x-linli": "1", "accept-language": document.documentElement.lang },
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body);
  return ImportShape.parse(body);
}

/** What is wrong with a mapping, by field of the form; one column must hold what was said, and no meaning stands twice. */
export function mappingFaults(
  columns: readonly { index: number; field: ImportField }[],
): { index: number | null; field: ImportField }[] {
  const faults: { index: number | null; field: ImportField }[] = [];
  if (!columns.some((one) => one.field === "text")) faults.push({ index: null, field: "text" });
  const seen = new Set<ImportField>();
  for (const { index, field } of columns) {
    if (field !== "ignore" && seen.has(field)) faults.push({ index, field });
    seen.add(field);
  }
  return faults;
}

const SEALED = new Set<ImportField>(["account", "name", "phone"]);
/** A sample as the screen shows it: of what will be sealed only the first character. */
export const sampleShown = (sample: string, field: ImportField): string =>
  SEALED.has(field) && sample ? `${[...sample][0]}•••` : sample.slice(0, 60);
