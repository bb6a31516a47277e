import { useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useHotkeys, useWords } from "../../../../ui/index.ts";
import { LIMITS } from "../../contract.ts";
import type { QueueRow } from "../queries.ts";
import { listWords } from "../words.ts";
import { keepPlace, lastPlace } from "./return-place.ts";
import type { Section } from "./sections.ts";

export type BatchAct = "dispatch" | "sign" | "urge";

/** Current row, selection, keys and the way back of a list of matters. */
export function useList(sections: readonly Section[], facts: { name: string; total: string }) {
  const t = useWords(listWords);
  const navigate = useNavigate();
  const href = useLocation({ select: (location) => location.href });
  const rows = useMemo(() => sections.flatMap((section) => section.rows), [sections]);
  const [current, setCurrent] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlyMap<string, QueueRow>>(new Map());
  const [batch, setBatch] = useState<BatchAct | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef<string | null>(null);
  const returned = useRef("");

  useLayoutEffect(() => {
    if (rows.length === 0 || returned.current === href) return;
    returned.current = href;
    const place = lastPlace();
    if (place?.href === href && place.current && rows.some((row) => row.id === place.current)) {
      setCurrent(place.current);
      if (scroller.current) scroller.current.scrollTop = place.scroll;
      document.getElementById("content")?.scrollTo(0, place.scroll);
    }
  }, [rows, href]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins without a selection
  useEffect(() => setSelected(new Map()), [href]);

  const remember = useCallback(
    (id: string | null) =>
      keepPlace({
        href,
        ids: rows.map((row) => row.id),
        total: facts.total,
        name: facts.name,
        current: id,
        scroll:
          scroller.current && scroller.current.scrollHeight > scroller.current.clientHeight
            ? scroller.current.scrollTop
            : (document.getElementById("content")?.scrollTop ?? 0),
      }),
    [href, rows, facts.total, facts.name],
  );
  const onOpen = remember;
  const open = (id: string | null, search: Record<string, string> = {}) => {
    if (!id) return;
    remember(id);
    navigate({ to: "/matters/$id", params: { id }, search });
  };
  const onSelect = useCallback(
    (row: QueueRow, through: boolean) => {
      setSelected((before) => {
        const after = new Map(before);
        const from = rows.findIndex((one) => one.id === anchor.current);
        const to = rows.findIndex((one) => one.id === row.id);
        if (through && from >= 0)
          for (const one of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) after.set(one.id, one);
        else if (!after.delete(row.id)) after.set(row.id, row);
        return new Map([...after].slice(0, LIMITS.batch));
      });
      anchor.current = row.id;
    },
    [rows],
  );
  const onSelectAll = useCallback(
    (yes: boolean) => setSelected(yes ? new Map(rows.map((row) => [row.id, row])) : new Map()),
    [rows],
  );
  const at = rows.findIndex((row) => row.id === current);
  const move = (by: number) => setCurrent(rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.id ?? null);
  const row = rows[at];
  const act = (name: BatchAct) => {
    if (selected.size === 0 && row) setSelected(new Map([[row.id, row]]));
    if (selected.size > 0 || row) setBatch(name);
  };
  useHotkeys([
    { keys: "j", words: t.keys.down, run: () => move(1) },
    { keys: "k", words: t.keys.up, run: () => move(-1) },
    { keys: "x", words: t.keys.select, run: (event) => row && onSelect(row, event.shiftKey) },
    { keys: "Enter", words: t.keys.open, off: current === null, run: () => open(current) },
    { keys: "e", words: t.keys.act, run: () => open(current, { do: "next" }) },
    { keys: "a", words: t.keys.assign, run: () => act("dispatch") },
    { keys: "r", words: t.keys.urge, run: () => act("urge") },
    { keys: "s", words: t.keys.similar, run: () => open(current, { do: "similar" }) },
    { keys: "Escape", words: t.keys.drop, off: selected.size === 0, run: () => setSelected(new Map()) },
  ]);
  return {
    rows,
    current,
    row,
    at,
    selected,
    setSelected,
    batch,
    setBatch,
    act,
    open,
    move,
    scroller,
    table: {
      current,
      selected: useMemo(() => new Set(selected.keys()), [selected]),
      onCurrent: setCurrent,
      onSelect,
      onSelectAll,
      onOpen,
    },
  };
}
