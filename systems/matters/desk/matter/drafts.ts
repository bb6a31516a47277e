import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../../ui/index.ts";
import { dropDraft, listDrafts, saveDraft } from "../../contract.ts";

/** A kept draft by its key, once: typing afterwards is the reader's own. */
export function useKeptDraft<V>(key: string): { kept: { body: V; savedAt: string } | null; ready: boolean } {
  const drafts = useQuery({
    queryKey: ["drafts"],
    queryFn: () => ask(listDrafts),
    staleTime: 0,
    gcTime: 0,
    refetchOnMount: "always",
  });
  const found = drafts.data?.drafts.find((one) => one.key === key);
  return { kept: found ? { body: found.body as V, savedAt: found.savedAt } : null, ready: !drafts.isFetching };
}

export const keepDraft = async (key: string, body: unknown): Promise<string> =>
  (await ask(saveDraft, { params: { key }, body: { body } })).savedAt;
export const throwDraft = (key: string) => ask(dropDraft, { params: { key } });
