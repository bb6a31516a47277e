import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ask } from "../../../../ui/index.ts";
import { makeNames, type Names } from "../../../dispatch/contract.ts";
import { getRuleNames, matterWords } from "../../contract.ts";

type Group = Record<string, string>;
const both = (zh: Group, en: Group) => Object.entries(zh).map(([code, word]) => ({ code, zh: word, en: en[code] }));

/** The words that rules are written in; nothing until they have come. */
export function useRuleNames(): Names | undefined {
  const lists = useQuery({ queryKey: ["rule-names"], queryFn: () => ask(getRuleNames), staleTime: 60_000 }).data;
  return useMemo(() => {
    if (!lists) return undefined;
    const { "zh-CN": zh, en } = matterWords as never as Record<"zh-CN" | "en", Record<"kinds" | "urgencies" | "doors", Group>>;
    return makeNames({
      ...lists,
      kind: both(zh.kinds, en.kinds),
      urgency: both(zh.urgencies, en.urgencies),
      door: both(zh.doors, en.doors),
    });
  }, [lists]);
}
