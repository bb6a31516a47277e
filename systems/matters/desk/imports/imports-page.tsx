import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { dateTime } from "../../../../foundation/i18n/dates.ts";
import { Button, Empty, ErrorSummary, Failure, kitWords, useFailureWords, useLanguage, useWords } from "../../../../ui/index.ts";
import { useRight } from "../queries.ts";
import { bringSheet, useImports } from "./calls.ts";
import { importWords } from "./words.ts";
import "../parts/work.css";

/** 导入: bring a spreadsheet, and what became of the earlier ones. */
export default function ImportsPage() {
  const t = useWords(importWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const failure = useFailureWords();
  const may = useRight("matters.import");
  const list = useImports();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ sentence: string; requestId?: string } | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    try {
      const made = await bringSheet(file);
      client.setQueryData(["imports", made.id], made);
      client.invalidateQueries({ queryKey: ["imports"], exact: true });
      navigate({ to: "/imports/$id", params: { id: made.id } });
    } catch (reason) {
      setProblem(failure(reason));
    } finally {
      setBusy(false);
      if (input.current) input.current.value = "";
    }
  };
  const imports = list.data?.imports ?? [];
  return (
    <div className="work">
      <h1>{t.title}</h1>
      <p className="meta text-meta">{t.intro}</p>
      <ErrorSummary problems={problem ? [{ field: "", sentence: problem.sentence }] : []} requestId={problem?.requestId} />
      {may && (
        <section className="card">
          <div className="card-body row row-wrap">
            <input
              ref={input}
              type="file"
              hidden
              accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              onChange={(event) => take(event.target.files?.[0])}
            />
            <Button kind="primary" icon="upload" busy={busy} onClick={() => input.current?.click()}>
              {busy ? t.uploading : t.choose}
            </Button>
            <span className="text-meta meta">{t.drop}</span>
          </div>
        </section>
      )}
      {list.error && <Failure reason={list.error} onRetry={() => list.refetch()} />}
      {list.isPending && <p role="status">{k.loading}</p>}
      {list.data && imports.length === 0 && <Empty why="none" words={t.none} />}
      {imports.length > 0 && (
        <div className="card work-table">
          <table>
            <caption className="hidden-words">{t.listCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.columns.name}</th>
                <th scope="col">{t.columns.state}</th>
                <th scope="col" className="of-number">
                  {t.columns.counts}
                </th>
                <th scope="col">{t.columns.when}</th>
              </tr>
            </thead>
            <tbody>
              {imports.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to="/imports/$id" params={{ id: one.id }}>
                      {one.name}
                    </Link>
                  </th>
                  <td>{t.states[one.state]}</td>
                  <td className="of-number">
                    {one.progress.done.toLocaleString("en-US")} /{" "}
                    {(one.progress.total ?? one.counts.total ?? 0).toLocaleString("en-US")}
                  </td>
                  <td className="nowrap">{one.startedAt ? dateTime(one.startedAt, language) : "—"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
