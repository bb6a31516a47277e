import { useQuery } from "@tanstack/react-query";
import { Refused } from "../../../foundation/http/client.ts";
import type { AnswerOf } from "../../../foundation/http/route.ts";
import { ask } from "../../../ui/index.ts";
import { meRoute } from "../../teams/contract.ts";
import { getBook, getRegister, readCatalogueSheet } from "../contract/catalogue.ts";

export type BookName = "catalogue" | "duties";
export type Book = AnswerOf<typeof getBook>;
export type Head = Book["versions"][number];
export type Known = AnswerOf<typeof getRegister>;
export type SheetRead = AnswerOf<typeof readCatalogueSheet>;

/** Has the reader this right today? False until known. */
export function useRight(right: string): boolean {
  return useQuery({ queryKey: ["me"], queryFn: () => ask(meRoute), staleTime: 60_000 }).data?.rights.includes(right) ?? false;
}

/** A version of a book; the one that is on where none is named. */
export const useBook = (book: BookName, version?: number) =>
  useQuery({
    queryKey: ["dispatch-books", book, version ?? "on"],
    queryFn: () => ask(getBook, { params: { book }, query: { version } }),
  });

export const useRegister = () =>
  useQuery({ queryKey: ["dispatch-register"], queryFn: () => ask(getRegister), staleTime: 5 * 60_000 });

/** Sends a spreadsheet of the catalogue; it comes back read, with what is wrong by row, and nothing is kept. */
export async function readSheet(file: File): Promise<SheetRead> {
  const form = new FormData();
  form.append("file", file);
  const response = await fetch(readCatalogueSheet.path, {
    method: "POST",
    body: form,
    credentials: "same-origin",
    headers: { "x-linli": "1", "accept-language": document.documentElement.lang },
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body);
  return readCatalogueSheet.answer.parse(body);
}
