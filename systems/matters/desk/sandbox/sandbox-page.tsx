import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { dateTime } from "../../../../foundation/i18n/dates.ts";
import { newId } from "../../../../foundation/ids.ts";
import { addDays, dayOf } from "../../../../foundation/time/index.ts";
import {
  ask,
  Button,
  ErrorSummary,
  Failure,
  Field,
  type FieldProblem,
  Input,
  kitWords,
  Segments,
  Select,
  useFailureWords,
  useLanguage,
  useWords,
} from "../../../../ui/index.ts";
import { getSandbox, startSandbox } from "../../contract.ts";
import { changeWords, isUnderWay } from "./run-words.ts";
import { sandboxWords } from "./words.ts";
import "../parts/work.css";
import "./sandbox.css";

const NO_TERM = "none";

/** 政策沙盘: choose a span and a change, start a replay, come back to earlier ones. */
export default function SandboxPage() {
  const t = useWords(sandboxWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const failure = useFailureWords();
  const found = useQuery({
    queryKey: ["sandbox"],
    queryFn: () => ask(getSandbox),
    refetchInterval: (query) => (query.state.data?.runs.some((run) => isUnderWay(run.state)) ? 1000 : false),
  });
  const today = dayOf(new Date());
  const [from, setFrom] = useState<string>(addDays(today, -92));
  const [to, setTo] = useState<string>(today);
  const [rules, setRules] = useState(true);
  const [catalogue, setCatalogue] = useState(false);
  const [term, setTerm] = useState(NO_TERM);
  const [length, setLength] = useState("");
  const [beside, setBeside] = useState<"now" | "then">("now");
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const data = found.data;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = [
      ...(from ? [] : [{ field: "sandbox-from", sentence: t.missing.from }]),
      ...(to >= from ? [] : [{ field: "sandbox-to", sentence: t.missing.order }]),
      ...(term === NO_TERM || (/^\d+$/.test(length) && Number(length) >= 1 && Number(length) <= 366)
        ? []
        : [{ field: "sandbox-length", sentence: t.missing.length }]),
    ];
    setProblems(wrong);
    if (wrong.length > 0 || !data) return;
    setBusy(true);
    try {
      const id = newId();
      await ask(startSandbox, {
        body: {
          commandId: newId(),
          id,
          span: { from: `${from}T00:00:00+08:00`, to: `${addDays(to, 1)}T00:00:00+08:00` },
          change: {
            rules: rules ? data.rules.waiting : null,
            catalogue: catalogue ? data.catalogue.waiting : null,
            term: term === NO_TERM ? null : { term, length: Number(length) },
            beside,
          },
        },
      });
      navigate({ to: "/sandbox/$id", params: { id } });
    } catch (reason) {
      setProblems([{ field: "", sentence: failure(reason).sentence }]);
    } finally {
      setBusy(false);
    }
  };
  const of = (field: string) => problems.find((one) => one.field === field)?.sentence;
  return (
    <div className="work">
      <h1>{t.title}</h1>
      <p className="meta text-meta">{t.intro}</p>
      {found.error && !data && <Failure reason={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <p role="status">{k.loading}</p>}
      {data && (
        <form className="card" onSubmit={send} noValidate>
          <div className="card-body column">
            <ErrorSummary problems={problems} />
            <h2>{t.span}</h2>
            <div className="work-two">
              <Field id="sandbox-from" label={t.from} error={of("sandbox-from")}>
                <Input type="date" value={from} max={today} onChange={(event) => setFrom(event.target.value)} />
              </Field>
              <Field id="sandbox-to" label={t.to} error={of("sandbox-to")}>
                <Input type="date" value={to} max={today} onChange={(event) => setTo(event.target.value)} />
              </Field>
            </div>
            <h2>{t.what}</h2>
            <label className="row">
              <input
                type="checkbox"
                checked={rules && data.rules.waiting !== null}
                disabled={data.rules.waiting === null}
                onChange={(event) => setRules(event.target.checked)}
              />
              {t.rules(data.rules.on, data.rules.waiting)}
            </label>
            <label className="row">
              <input
                type="checkbox"
                checked={catalogue && data.catalogue.waiting !== null}
                disabled={data.catalogue.waiting === null}
                onChange={(event) => setCatalogue(event.target.checked)}
              />
              {t.catalogue(data.catalogue.on, data.catalogue.waiting)}
            </label>
            <div className="work-two">
              <Field id="sandbox-term" label={t.term}>
                <Select
                  value={term}
                  onChange={(value: string) => setTerm(value)}
                  options={[
                    { value: NO_TERM, label: t.noTerm },
                    ...data.terms.map((one) => ({
                      value: one.term,
                      label: `${one.name} · ${one.length} ${t.units[one.unit as never]}`,
                    })),
                  ]}
                />
              </Field>
              {term !== NO_TERM && (
                <Field id="sandbox-length" label={t.length} error={of("sandbox-length")}>
                  <Input inputMode="numeric" value={length} onChange={(event) => setLength(event.target.value.trim())} />
                </Field>
              )}
            </div>
            <div className="row row-wrap">
              <span className="field-label">{t.beside}</span>
              <Segments
                label={t.beside}
                value={beside}
                options={(["now", "then"] as const).map((value) => ({ value, words: t.besides[value] }))}
                onChange={setBeside}
              />
              <span className="space" />
              <Button kind="primary" type="submit" busy={busy}>
                {t.start}
              </Button>
            </div>
          </div>
        </form>
      )}
      {data && (
        <section className="column">
          <h2>{t.runs}</h2>
          {data.runs.length === 0 ? (
            <p className="meta">{t.runsNone}</p>
          ) : (
            <div className="card work-table">
              <table>
                <caption className="hidden-words">{t.runs}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t.columns.when}</th>
                    <th scope="col">{t.columns.span}</th>
                    <th scope="col">{t.columns.change}</th>
                    <th scope="col">{t.columns.state}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.runs.map((run) => (
                    <tr key={run.id}>
                      <th scope="row" className="nowrap">
                        <Link to="/sandbox/$id" params={{ id: run.id }}>
                          {dateTime(run.at, language)}
                        </Link>
                      </th>
                      <td className="nowrap">
                        {dayOf(new Date(run.span.from))} – {addDays(dayOf(new Date(run.span.to)), -1)}
                      </td>
                      <td>{changeWords(t, run.change)}</td>
                      <td className="nowrap">
                        {t.states[run.state]} {isUnderWay(run.state) && t.progress(String(run.done), String(run.total ?? "…"))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      )}
    </div>
  );
}
