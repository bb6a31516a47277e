import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { fullDate, weekday } from "../../../../foundation/i18n/dates.ts";
import { ask, Button, Empty, Failure, kitWords, useLanguage, useWords } from "../../../../ui/index.ts";
import { matterWords, today } from "../../contract.ts";
import { countWords } from "../queries.ts";
import { ListScreen } from "../queue/list-screen.tsx";
import type { Section } from "../queue/sections.ts";
import { useList } from "../queue/use-list.ts";
import { listWords } from "../words.ts";

const QUEUE_OF = {
  given: "handling",
  overdue: "overdue",
  "due-today": "soon",
  soon: "soon",
  "questions-answered": "all",
  objected: "objected",
  "to-verify": "to-verify",
  "to-sign": "to-sign",
  received: "received",
  "to-dispatch": "to-dispatch",
  handling: "handling",
} as const;

/** 今日: over all of my posts, what wants a hand, most pressing first. It stays as it is until the reader asks for the new. */
export default function TodayPage() {
  const t = useWords(listWords);
  const k = useWords(kitWords);
  const m = useWords(matterWords);
  const language = useLanguage();
  const shown = useQuery({
    queryKey: ["matters", "today-shown"],
    queryFn: () => ask(today),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: "always",
  });
  const latest = useQuery({ queryKey: ["matters", "today"], queryFn: () => ask(today) });
  const groups = shown.data?.groups ?? [];
  const sections = useMemo<Section[]>(() => {
    const seen = new Set<string>();
    return (shown.data?.groups ?? [])
      .map((group) => ({
        name: group.group,
        count: countWords(group.count),
        rows: group.rows.filter((row) => !seen.has(row.id) && seen.add(row.id)),
      }))
      .filter((section) => section.rows.length > 0);
  }, [shown.data]);
  const exact = groups.reduce((sum, group) => sum + group.count.exact, 0);
  const more = groups.some((group) => group.count.more);
  const total = `${exact}${more ? "+" : ""}`;
  const list = useList(sections, { name: m.queues.today, total });
  const known = new Set(list.rows.map((row) => row.id));
  const arrived = new Set(
    (latest.data?.groups ?? []).flatMap((group) => group.rows.map((row) => row.id)).filter((id) => !known.has(id)),
  ).size;
  const head = (
    <div className="row row-wrap">
      <h1>{m.queues.today}</h1>
      <span className="meta">{shown.data && t.todo(total)}</span>
      <span className="space" />
      <span className="meta text-meta">
        {fullDate(new Date(), language)} {weekday(new Date(), language)}
      </span>
    </div>
  );
  const empty = shown.isPending ? (
    <p className="empty meta" role="status">
      {k.loading}
    </p>
  ) : shown.error ? (
    <div className="page">
      <Failure reason={shown.error} onRetry={() => shown.refetch()} />
    </div>
  ) : (
    <Empty why="none" words={t.emptyToday}>
      <span className="meta">{t.emptyTodayText}</span>
    </Empty>
  );
  const cut = groups.filter((group) => group.count.more || group.count.exact > group.rows.length);
  const after = cut.length > 0 && (
    <p className="pager row-wrap text-meta">
      {cut.map((group) => (
        <Link key={group.group} to="/matters" search={{ queue: QUEUE_OF[group.group] }}>
          {t.groups[group.group].name} · {t.openAll(group.count.exact)}
        </Link>
      ))}
    </p>
  );
  const fresh = shown.data && arrived > 0 && (
    <Button size="small" kind="primary" onClick={() => shown.refetch()}>
      {t.fresh(arrived)}
    </Button>
  );
  return (
    <ListScreen
      list={list}
      head={head}
      sections={sections}
      caption={t.caption(m.queues.today)}
      total={null}
      totalWords={total}
      empty={empty}
      fresh={fresh}
      after={after}
    />
  );
}
