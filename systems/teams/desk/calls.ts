import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AnswerOf } from "../../../foundation/http/route.ts";
import { ask, type FieldProblem, useFailureWords, useToast, useWords } from "../../../ui/index.ts";
import { listPeopleRoute, listPostsRoute, listUnitsRoute, meRoute, type Officer, type Unit } from "../contract.ts";
import { teamDeskWords } from "./words.ts";

export type PostWithHolders = AnswerOf<typeof listPostsRoute>["posts"][number];
/** One person on one post, as the screen shows it. */
export interface Place {
  readonly holding: string;
  readonly person: string;
  readonly kind: "holds" | "stands in";
  readonly from: string;
  readonly to: string | null;
  readonly coming: boolean;
}

const FRESH = 30_000;
export const useUnits = () => useQuery({ queryKey: ["teams", "units"], queryFn: () => ask(listUnitsRoute), staleTime: FRESH });
export const usePosts = () => useQuery({ queryKey: ["teams", "posts"], queryFn: () => ask(listPostsRoute), staleTime: FRESH });
export const usePeople = (may: boolean) =>
  useQuery({ queryKey: ["teams", "people"], queryFn: () => ask(listPeopleRoute), staleTime: FRESH, enabled: may });
export const useMayArrange = (): boolean =>
  useQuery({ queryKey: ["me"], queryFn: () => ask(meRoute), staleTime: 60_000 }).data?.rights.includes("teams.manage") ?? false;

/** Who is on each post: from the people's own list where the reader arranges (those to come as well), else from today's holders. */
export function placesByPost(
  posts: readonly PostWithHolders[],
  people: readonly Officer[] | undefined,
  today: string,
): Map<string, Place[]> {
  const found = new Map<string, Place[]>(posts.map((post) => [post.id, []]));
  if (people)
    for (const person of people.filter((one) => !one.disabled))
      for (const one of person.holdings)
        found
          .get(one.postId)
          ?.push({ holding: one.id, person: person.name, kind: one.kind, from: one.from, to: one.to, coming: one.from > today });
  else
    for (const post of posts)
      for (const one of post.holders)
        found
          .get(post.id)
          ?.push({ holding: one.id, person: one.person.name, kind: one.kind, from: one.from, to: one.to, coming: false });
  return found;
}

export interface Branch {
  readonly unit: Unit;
  readonly children: readonly Branch[];
}
/** Units as a tree; where words are given, those whose name holds them, with the way down to each. */
export function treeOf(units: readonly Unit[], words = ""): Branch[] {
  const asked = words.trim().toLowerCase();
  const known = new Set(units.map((unit) => unit.id));
  const below = (parent: string | null): Branch[] =>
    units
      .filter((unit) => (parent === null ? !unit.parentId || !known.has(unit.parentId) : unit.parentId === parent))
      .map((unit) => ({ unit, children: below(unit.id) }))
      .filter(
        ({ unit, children }) =>
          !asked || children.length > 0 || `${unit.name} ${unit.shortName} ${unit.englishName}`.toLowerCase().includes(asked),
      );
  return below(null);
}

/** Sends one change of the teams: says what is wrong at the form, else says it is kept and shows it. */
export function useChange(onDone: () => void) {
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const t = useWords(teamDeskWords);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const run = async (work: () => Promise<unknown>, asked?: (reason: unknown) => boolean): Promise<void> => {
    setBusy(true);
    setProblems([]);
    try {
      await work();
      await client.invalidateQueries({ queryKey: ["teams"] });
      toast({ words: t.saved });
      onDone();
    } catch (reason) {
      asked?.(reason);
      setProblems([{ field: "", sentence: failure(reason).sentence }]);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problems, setProblems, run, of: (field: string) => problems.find((one) => one.field === field)?.sentence };
}
