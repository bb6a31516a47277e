import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useState } from "react";
import { listMatters, matterWords } from "../../../systems/matters/contract.ts";
import type { Me } from "../../../systems/teams/contract.ts";
import { ask, type Command, CommandBox, useSettings, useWords } from "../../../ui/index.ts";
import { SCREENS } from "../routes.tsx";
import { deskWords } from "../words.ts";
import { QUEUE_ICONS } from "./rail.tsx";

function useSettled(text: string, after: number): string {
  const [settled, set] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => set(text), after);
    return () => clearTimeout(timer);
  }, [text, after]);
  return settled;
}

/** Ctrl+K: matters by number or word, every queue and screen, and a few acts. Names and telephones are never searched. */
export function Commands({ open, onClose, me }: { open: boolean; onClose: () => void; me: Me }) {
  const t = useWords(deskWords);
  const m = useWords(matterWords);
  const navigate = useNavigate();
  const { settings, change } = useSettings();
  const [text, setText] = useState("");
  const shown = useDeferredValue(text.trim());
  const asked = useSettled(shown, 120);
  const matters = useQuery({
    queryKey: ["matters", "find", asked],
    queryFn: () => ask(listMatters, { query: { q: asked, queue: "all", sort: "newest", limit: 8 } }),
    enabled: open && asked.length >= 2,
  });
  const rows: Command[] = (asked.length >= 2 ? (matters.data?.rows ?? []) : []).map((row) => ({
    key: row.id,
    icon: "document",
    words: row.title,
    aside: `${row.number.slice(-6)} · ${m.states[row.state]}`,
    group: t.commandGroups.matters,
    run: () => navigate({ to: "/matters/$id", params: { id: row.id } }),
  }));
  const fits = (words: string) => shown === "" || words.toLowerCase().includes(shown.toLowerCase());
  const go: Command[] = [
    ...QUEUE_ICONS.map(({ queue, icon }) => ({
      key: `queue-${queue}`,
      icon,
      name: m.queues[queue],
      run: () => (queue === "today" ? navigate({ to: "/" }) : navigate({ to: "/matters", search: { queue } })),
    })),
    ...SCREENS.flatMap((one) =>
      one.rail && (!one.rail.right || me.rights.includes(one.rail.right))
        ? [{ key: one.path, icon: one.rail.icon, name: t.work[one.rail.words], run: () => navigate({ to: one.path }) }]
        : [],
    ),
    { key: "help", icon: "help" as const, name: t.helpTitle, run: () => navigate({ to: "/help" }) },
  ]
    .filter((one) => fits(one.name))
    .map(({ name, ...one }) => ({ ...one, words: t.goTo(name), group: t.commandGroups.go }));
  const acts: Command[] = [
    {
      key: "language",
      icon: "gear" as const,
      words: t.switchLanguage,
      group: t.commandGroups.act,
      run: () => change({ language: settings.language === "en" ? "zh-CN" : "en" }),
    },
    ...(shown.length >= 2
      ? [
          {
            key: "all",
            icon: "search" as const,
            words: t.searchAll(shown),
            group: t.commandGroups.act,
            run: () => navigate({ to: "/matters", search: { queue: "all", q: shown } }),
          },
        ]
      : []),
  ].filter((one) => one.key === "all" || fits(String(one.words)));
  return (
    <CommandBox
      open={open}
      onClose={onClose}
      text={text}
      onText={setText}
      found={shown.length >= 2 ? [...rows, ...acts, ...go] : [...go, ...acts]}
      busy={matters.isFetching}
    />
  );
}
