import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { fullDate } from "../../../../foundation/i18n/dates.ts";
import { ask, Button, Empty, Failure, Input, kitWords, Tag, useLanguage, useWords } from "../../../../ui/index.ts";
import { listKnowledge } from "../../contract.ts";
import { useReference, useRight } from "../queries.ts";
import { type Entry, EntryDialog } from "./entry-dialog.tsx";
import { knowledgeWords } from "./words.ts";
import "../parts/work.css";

/** 知识答复: what is read out to those who ask, each with its owner and last day; what has run out is marked. */
export default function KnowledgePage() {
  const t = useWords(knowledgeWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { q?: string };
  const may = useRight("knowledge.edit");
  const categories = useReference().data?.categories ?? [];
  const [editing, setEditing] = useState<Entry | "new" | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ["knowledge", search.q],
    queryFn: () => ask(listKnowledge, { query: { q: search.q } }),
    placeholderData: keepPreviousData,
  });
  const entries = [...(data?.entries ?? [])].sort((a, b) => Number(b.expired) - Number(a.expired));
  const nameOf = (code: string | null) => categories.find((one) => one.code === code)?.name ?? "";
  return (
    <div className="work">
      <div className="row row-wrap">
        <h1>{t.title}</h1>
        <span className="space" />
        {may && (
          <Button kind="primary" icon="plus" onClick={() => setEditing("new")}>
            {t.add}
          </Button>
        )}
      </div>
      <p className="meta text-meta">{t.intro}</p>
      <search>
        <Input.Search
          aria-label={t.search}
          placeholder={t.search}
          allowClear
          defaultValue={search.q}
          maxLength={60}
          style={{ maxWidth: 420 }}
          onSearch={(q) => navigate({ to: "/knowledge", search: (q.trim() ? { q: q.trim() } : {}) as never })}
        />
      </search>
      {error && <Failure reason={error} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{k.loading}</p>}
      {data && entries.length === 0 && (
        <Empty why={search.q ? "no-match" : "none"} words={search.q ? t.noMatch : t.none}>
          {search.q && <Button onClick={() => navigate({ to: "/knowledge", search: {} as never })}>{k.clearFilters}</Button>}
        </Empty>
      )}
      {entries.length > 0 && (
        <div className="card work-table">
          <table>
            <caption className="hidden-words">{t.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.columns.question}</th>
                <th scope="col">{t.columns.category}</th>
                <th scope="col">{t.columns.owner}</th>
                <th scope="col">{t.columns.until}</th>
                {may && (
                  <th scope="col">
                    <span className="hidden-words">{t.edit}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.id}>
                  <th scope="row">
                    {entry.question}
                    <p className="second pre" style={{ fontWeight: 400 }}>
                      {entry.answer}
                    </p>
                  </th>
                  <td className="nowrap">{nameOf(entry.categoryCode)}</td>
                  <td>{entry.owner}</td>
                  <td className="nowrap">
                    {fullDate(`${entry.validUntil}T12:00:00+08:00`, language)}{" "}
                    {entry.expired && (
                      <Tag tone="red" icon="triangle">
                        {t.expired}
                      </Tag>
                    )}
                  </td>
                  {may && (
                    <td>
                      <Button size="small" aria-label={`${t.edit}：${entry.question}`} onClick={() => setEditing(entry)}>
                        {t.edit}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && <EntryDialog entry={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  );
}
