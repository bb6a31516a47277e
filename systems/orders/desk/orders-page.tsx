import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { AnswerOf } from "../../../foundation/http/route.ts";
import { dateTime } from "../../../foundation/i18n/dates.ts";
import { newId } from "../../../foundation/ids.ts";
import {
  ask,
  Button,
  Empty,
  ErrorSummary,
  Failure,
  kitWords,
  Segments,
  useFailureWords,
  useHotkeys,
  useLanguage,
  useToast,
  useWords,
} from "../../../ui/index.ts";
import { listOrders, sendAgain, sendReplies } from "../contract.ts";
import { orderWords } from "./words.ts";
import "./orders.css";

type Found = AnswerOf<typeof listOrders>;
type Listed = Found["ready"][number] | Found["cannot"][number];

function Orders({
  title,
  last,
  rows,
  cell,
}: {
  title: string;
  last: string;
  rows: readonly Listed[];
  cell: (row: Listed) => string;
}) {
  const t = useWords(orderWords);
  const language = useLanguage();
  return (
    <section className="card orders-table" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              {[t.theirs, t.matter, t.due, last].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.matter}>
                <th scope="row" className="nowrap">
                  {row.theirs}
                </th>
                <td>
                  <Link to="/matters/$id" params={{ id: row.matter } as never}>
                    {row.title}
                  </Link>
                  <br />
                  <span className="text-small meta">{row.number}</span>
                </td>
                <td className="nowrap">{dateTime(row.dueAt, language)}</td>
                <td>{cell(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** 上级交办: what is ready to go back in the platform's columns, what cannot go and why, the files so far. */
export default function OrdersPage() {
  const t = useWords(orderWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const failure = useFailureWords();
  const { platform } = useSearch({ strict: false }) as { platform?: string };
  const found = useQuery({ queryKey: ["orders", platform ?? ""], queryFn: () => ask(listOrders, { query: { platform } }) });
  const [ids, setIds] = useState(() => ({ commandId: newId(), id: newId() }));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ sentence: string; requestId?: string } | null>(null);
  const data = found.data;
  const run = async (work: () => Promise<{ rows: number; id: string }>) => {
    setBusy(true);
    setProblem(null);
    try {
      const file = await work();
      setIds({ commandId: newId(), id: newId() });
      toast({ words: t.made(file.rows) });
      await client.invalidateQueries({ queryKey: ["orders"] });
      window.location.assign(`/api/orders/files/${file.id}`);
    } catch (reason) {
      setProblem(failure(reason));
    } finally {
      setBusy(false);
    }
  };
  const make = () => {
    const to = data?.platform;
    if (to && data.ready.length > 0) run(() => ask(sendReplies, { body: { ...ids, platform: to, form: "xlsx" } }));
  };
  useHotkeys([{ keys: "Ctrl+Enter", words: t.make, run: make }]);
  const chosen = data?.platforms.find((one) => one.code === data.platform);
  return (
    <div className="orders">
      <h1>{t.title}</h1>
      <p className="meta text-meta">{t.intro}</p>
      {found.error && <Failure reason={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <p role="status">{k.loading}</p>}
      <ErrorSummary problems={problem ? [{ field: "", sentence: problem.sentence }] : []} requestId={problem?.requestId} />
      {data && !chosen && <Empty why="none" words={t.noPlatform} />}
      {data && chosen && (
        <>
          <div className="row row-wrap">
            <Segments
              label={t.platform}
              value={chosen.code}
              options={data.platforms.map((one) => ({ value: one.code, words: one.name }))}
              onChange={(code) => navigate({ to: "/orders", search: { platform: code } as never })}
            />
            <span className="space" />
            <Button
              kind="primary"
              hotkey="Ctrl+Enter"
              busy={busy}
              shut={data.ready.length === 0 ? t.none : undefined}
              onClick={make}
            >
              {t.make}
            </Button>
          </div>
          <p className="text-small meta">
            {t.columns(chosen.columns.join("、"))} {chosen.trust !== "verified" && t.example}
          </p>
          <Orders
            title={`${t.ready(data.ready.length)} · ${t.open(data.open)}`}
            last={t.word}
            rows={data.ready}
            cell={(row) => ("word" in row ? row.word : "")}
          />
          {data.cannot.length > 0 && (
            <Orders
              title={t.cannot(data.cannot.length)}
              last={t.why}
              rows={data.cannot}
              cell={(row) => ("reason" in row ? (t.reasons[row.reason] ?? row.reason) : "")}
            />
          )}
          <section className="card orders-table" aria-label={t.files}>
            <header>
              <h2>{t.files}</h2>
            </header>
            {data.files.length === 0 ? (
              <p className="card-body meta">{t.noFiles}</p>
            ) : (
              <ul className="card-body">
                {data.files.map((file) => (
                  <li key={file.id} className="row row-wrap">
                    <span>
                      {dateTime(file.sentAt, language)} · {file.platformName} · {t.rows(file.rows)} · {t.sendings(file.sendings)}
                    </span>
                    <a className="button" data-size="small" href={`/api/orders/files/${file.id}`} download>
                      {t.fetch}
                    </a>
                    <Button
                      size="small"
                      busy={busy}
                      onClick={() => run(() => ask(sendAgain, { params: { id: file.id }, body: { commandId: ids.commandId } }))}
                    >
                      {t.again}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </div>
  );
}
