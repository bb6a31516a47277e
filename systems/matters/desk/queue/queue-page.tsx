import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { Refused } from "../../../../foundation/http/client.ts";
import { ask, Button, Empty, Failure, kitWords, Select, useWords } from "../../../../ui/index.ts";
import { LIMITS, listMatters, matterWords, SORTS } from "../../contract.ts";
import { countWords, type QueueQuery, type QueueRow, useRight } from "../queries.ts";
import { listWords } from "../words.ts";
import { FilterBar } from "./filter-bar.tsx";
import { ListScreen } from "./list-screen.tsx";
import { narrowing, type QueueSearch, readQueueSearch, viewUrl } from "./queue-search.ts";
import { cutIntoSections } from "./sections.ts";
import { useList } from "./use-list.ts";
import { ViewButtons } from "./view-buttons.tsx";

const ONE_PAGE = 50;

/** One queue: a filter in the address, a page of rows that stay where they are, and what can be done with them. */
export default function QueuePage() {
  const t = useWords(listWords);
  const k = useWords(kitWords);
  const m = useWords(matterWords);
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const search = useMemo(() => readQueueSearch(raw), [raw]);
  const query = { ...search, limit: ONE_PAGE } as QueueQuery;
  const shown = useQuery({
    queryKey: ["matters", "list", query],
    queryFn: () => ask(listMatters, { query }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: "always",
  });
  const peek = useQuery({
    queryKey: ["matters", "peek", query],
    queryFn: () => ask(listMatters, { query }),
    refetchInterval: 30_000,
    initialData: shown.data,
    enabled: shown.data !== undefined,
    staleTime: 30_000,
  });
  const queue = String(search.queue ?? "all") as keyof typeof m.queues;
  useEffect(() => sessionStorage.setItem("linli.queue", JSON.stringify(search)), [search]);
  const sections = useMemo(
    () => cutIntoSections(shown.data?.rows ?? [], (search.sort ?? "due") === "due"),
    [shown.data, search.sort],
  );
  const total = shown.data?.count ?? null;
  const list = useList(sections, { name: m.queues[queue], total: countWords(total) });
  const go = (next: QueueSearch) => navigate({ to: "/matters", search: next });
  const change = (part: QueueSearch) => go({ ...search, cursor: undefined, ...part });
  const known = new Set(shown.data?.rows.map((row) => row.id));
  const arrived = peek.data?.rows.filter((row) => !known.has(row.id)).length ?? 0;
  const selectAll = async () => {
    const chosen = new Map<string, QueueRow>();
    let cursor: string | undefined;
    do {
      const page = await ask(listMatters, { query: { ...query, cursor, limit: LIMITS.page } });
      for (const row of page.rows) if (chosen.size < LIMITS.batch) chosen.set(row.id, row);
      cursor = page.next ?? undefined;
    } while (cursor && chosen.size < LIMITS.batch);
    list.setSelected(chosen);
  };
  const canExport = useRight("matters.export");
  const narrowed = narrowing(search).length > 0;
  const clear = () => go({ queue: search.queue, sort: search.sort });
  const head = (
    <>
      <div className="row row-wrap">
        <h1>{m.queues[queue]}</h1>
        <span className="meta">{total && t.total(countWords(total))}</span>
        <span className="space" />
        <ViewButtons search={search} />
        {canExport && (
          <a
            className="button"
            data-kind="quiet"
            data-size="small"
            href={`/api/matters/export?as=xlsx&url=${encodeURIComponent(viewUrl(search))}`}
          >
            {t.exportXlsx}
          </a>
        )}
        <Select
          aria-label={t.sort}
          variant="borderless"
          size="small"
          popupMatchSelectWidth={false}
          value={search.sort ?? "due"}
          onChange={(sort) => change({ sort: String(sort) })}
          options={SORTS.map((value) => ({ value, label: t.sorts[value] }))}
        />
      </div>
      <div className="row">
        <FilterBar search={search} onChange={change} onClear={clear} />
      </div>
    </>
  );
  const empty = shown.isPending ? (
    <p className="empty meta" role="status">
      {k.loading}
    </p>
  ) : shown.error instanceof Refused && shown.error.status === 403 ? (
    <Empty why="no-right" words={t.noRight} />
  ) : shown.error ? (
    <div className="page">
      <Failure reason={shown.error} onRetry={() => shown.refetch()} />
    </div>
  ) : narrowed ? (
    <Empty why="no-match" words={t.emptyFiltered}>
      <Button onClick={clear}>{t.clear}</Button>
    </Empty>
  ) : (
    <Empty why="none" words={t.emptyQueue} />
  );
  const pager = (shown.data?.previous || shown.data?.next) && (
    <nav className="pager" aria-label={m.queues[queue]}>
      <Button
        onClick={() => go({ ...search, cursor: shown.data?.previous ?? undefined })}
        shut={shown.data.previous ? undefined : "—"}
      >
        {k.previous}
      </Button>
      <Button onClick={() => go({ ...search, cursor: shown.data?.next ?? undefined })} shut={shown.data.next ? undefined : "—"}>
        {k.next}
      </Button>
    </nav>
  );
  const fresh = arrived > 0 && (
    <Button size="small" kind="primary" onClick={() => shown.refetch()}>
      {t.fresh(arrived)}
    </Button>
  );
  return (
    <ListScreen
      list={list}
      head={head}
      sections={sections}
      caption={t.caption(m.queues[queue])}
      total={total}
      totalWords={countWords(total)}
      empty={empty}
      fresh={fresh}
      after={pager}
      onAll={selectAll}
    />
  );
}
