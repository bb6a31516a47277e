import { useQuery } from "@tanstack/react-query";
import { ask, useWords } from "../../../../ui/index.ts";
import { listUnitsRoute } from "../../../teams/contract.ts";
import { matterWords } from "../../contract.ts";
import { useReference } from "../queries.ts";
import type { Rule } from "./rule-list.ts";
import { ruleWords } from "./words.ts";

/** The names behind a rule's codes, and what its forms choose from. */
export function useNames() {
  const t = useWords(ruleWords);
  const m = useWords(matterWords);
  const reference = useReference().data;
  const units = useQuery({ queryKey: ["units"], queryFn: () => ask(listUnitsRoute), staleTime: 5 * 60_000 }).data?.units ?? [];
  const categories = reference?.categories ?? [];
  const townships = reference?.townships ?? [];
  const targets = [
    { value: "township-of-place", label: t.targets.township },
    { value: "village-of-place", label: t.targets.village },
    { value: "catalogue", label: t.targets.catalogue },
    ...units.filter((unit) => unit.level !== "village").map((unit) => ({ value: `unit:${unit.code}`, label: unit.name })),
  ];
  const targetName = (target: string) => targets.find((one) => one.value === target)?.label ?? target;
  const list = (items: readonly string[] | undefined, name: (item: string) => string) => (items ?? []).map(name).join("、");
  const whenWords = (when: Rule["when"]): string =>
    [
      list(when.kinds, (kind) => m.kinds[kind as keyof typeof m.kinds]),
      list(when.categories, (code) => categories.find((one) => one.code === code)?.name ?? code),
      list(when.urgency, (urgency) => m.urgencies[urgency as keyof typeof m.urgencies]),
      list(when.places, (code) => townships.find((one) => one.code === code)?.name ?? code),
      list(when.words, (word) => `“${word}”`),
      list(when.doors, (door) => m.doors[door as keyof typeof m.doors]),
    ]
      .filter(Boolean)
      .join(" · ") || t.any;
  return { targets, targetName, whenWords, categories, townships };
}
