import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { AnswerOf, QueryOf } from "../../../foundation/http/route.ts";
import { ask } from "../../../ui/index.ts";
import { type Me, meRoute } from "../../teams/contract.ts";
import { countQueues, getMatter, getReference, type listMatters, listViews, type today } from "../contract.ts";

export type Reference = AnswerOf<typeof getReference>;
export type QueuePage = AnswerOf<typeof listMatters>;
export type QueueRow = QueuePage["rows"][number];
export type MatterPage = AnswerOf<typeof getMatter>;
export type Today = AnswerOf<typeof today>;
export type QueueQuery = NonNullable<QueryOf<typeof listMatters>>;
export type Count = QueuePage["count"];

/** Who reads, and in the name of which post. */
export const useMe = (): UseQueryResult<Me> => useQuery({ queryKey: ["me"], queryFn: () => ask(meRoute), staleTime: 60_000 });

/** Has the reader this right today? False until known. */
export function useRight(right: string): boolean {
  return useMe().data?.rights.includes(right) ?? false;
}

export const useReference = (): UseQueryResult<Reference> =>
  useQuery({ queryKey: ["reference"], queryFn: () => ask(getReference), staleTime: 5 * 60_000 });

export const useQueueCounts = () =>
  useQuery({ queryKey: ["matters", "counts"], queryFn: () => ask(countQueues), refetchInterval: 60_000 });

export const useViews = () => useQuery({ queryKey: ["views"], queryFn: () => ask(listViews) });

export const useMatter = (id: string | null) =>
  useQuery({
    queryKey: ["matters", "one", id],
    queryFn: () => ask(getMatter, { params: { id: id ?? "" } }),
    enabled: id !== null,
    placeholderData: id === null ? undefined : keepPreviousData,
  });

/** 18, or 999+. */
export const countWords = (count: Count | null | undefined): string => (count ? `${count.exact}${count.more ? "+" : ""}` : "");
