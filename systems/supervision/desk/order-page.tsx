import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { fullDate } from "../../../foundation/i18n/dates.ts";
import { newId } from "../../../foundation/ids.ts";
import {
  ask,
  Button,
  ErrorSummary,
  Failure,
  Field,
  type FieldProblem,
  Input,
  kitWords,
  Select,
  Tag,
  useFailureWords,
  useLanguage,
  useToast,
  useWords,
} from "../../../ui/index.ts";
import { ADOPTIONS, actOnOrderRoute, orderPageRoute, wantsWrittenFeedback } from "../contract.ts";
import { MEASURE_WORDS } from "../words.ts";
import { supervisionWords } from "./words.ts";
import "./supervision.css";

type Act = "issue" | "not-issue" | "answer" | "accept" | "return" | "close" | "withdraw";

/** One order: what is asked, by whom and on what basis, the matters, the answer, and what the reader may do next. */
export default function OrderPage() {
  const t = useWords(supervisionWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const page = useQuery({ queryKey: ["supervision", "order", id], queryFn: () => ask(orderPageRoute, { params: { id } }) });
  const [text, setText] = useState("");
  const [adoption, setAdoption] = useState<(typeof ADOPTIONS)[number]>("adopted");
  const [files, setFiles] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  if (page.error) return <Failure reason={page.error} onRetry={() => page.refetch()} />;
  if (!page.data) return <p role="status">{k.loading}</p>;
  const one = page.data;
  const feedback = wantsWrittenFeedback(one.measure);
  const send = async (act: Act) => {
    setBusy(true);
    setProblems([]);
    try {
      const words = text.trim() || undefined;
      await ask(actOnOrderRoute, {
        params: { id },
        body: {
          commandId: newId(),
          baseVersion: one.version,
          act,
          ...(act === "answer" ? { text: words, files: [...files], ...(feedback && { adoption }) } : { reason: words }),
        },
      });
      setText("");
      toast({ words: t.kept });
    } catch (reason) {
      setProblems([{ field: "order-text", sentence: failure(reason).sentence }]);
    } finally {
      await client.invalidateQueries({ queryKey: ["supervision"] });
      setBusy(false);
    }
  };
  const facts: readonly (readonly [string, string | null])[] = [
    [t.order.by, one.issuer.name],
    [t.order.to, one.unit.name],
    [t.order.state, t.states[one.state]],
    [t.order.due, one.dueAt && fullDate(one.dueAt, language)],
    [t.article, one.basis],
    [t.decision, one.decision],
    [t.ground, one.ground],
    [t.demand, one.demand],
    [t.answer, one.answer],
    [t.adoption, one.adoption && t.adoptions[one.adoption]],
    [t.returned, one.returnedBecause],
    [t.ended, one.endedBecause],
  ];
  return (
    <div className="supervision">
      <h1>
        {one.title} {one.subject} <Tag>{MEASURE_WORDS[one.measure][language]}</Tag>
      </h1>
      <p className="row row-wrap">
        <Link to="/supervision">{t.back}</Link>
        <a href={`/print/supervision/${one.id}`} target="_blank" rel="noreferrer">
          {t.print}
        </a>
      </p>
      <section className="card">
        <div className="work-table">
          <table>
            <caption className="hidden-words">{one.subject}</caption>
            <tbody>
              {facts.map(([name, value]) =>
                value ? (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>{value}</td>
                  </tr>
                ) : null,
              )}
            </tbody>
          </table>
        </div>
        <ul className="card-body">
          {one.list.map((matter) => (
            <li key={matter.id} className="row row-wrap">
              <Link to="/matters/$id" params={{ id: matter.id }}>
                {matter.number}
              </Link>
              <span className="meta">
                {matter.unit.name} · {fullDate(matter.dueAt, language)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {one.acts.length > 0 && (
        <section className="card">
          <header>
            <h2>{t.act}</h2>
          </header>
          <div className="card-body">
            <ErrorSummary problems={problems} />
            <Field id="order-text" label={one.acts.includes("answer") ? t.answer : t.reason}>
              <Input.TextArea
                rows={4}
                maxLength={one.acts.includes("answer") ? 4000 : 1000}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            </Field>
            {one.acts.includes("answer") && feedback && (
              <Field id="order-adoption" label={t.adoption}>
                <Select
                  value={adoption}
                  options={ADOPTIONS.map((value) => ({ value, label: t.adoptions[value] }))}
                  onChange={(next) => setAdoption(next)}
                />
              </Field>
            )}
            {one.acts.includes("answer") && one.evidence.length > 0 && (
              <fieldset>
                <legend>{t.evidence}</legend>
                {one.evidence.map((file) => (
                  <label key={file.id} className="row">
                    <input
                      type="checkbox"
                      checked={files.includes(file.id)}
                      onChange={(event) =>
                        setFiles(event.target.checked ? [...files, file.id] : files.filter((other) => other !== file.id))
                      }
                    />
                    {file.name}
                  </label>
                ))}
              </fieldset>
            )}
            <div className="row row-wrap">
              {one.acts.map((act, index) => (
                <Button key={act} kind={index === 0 ? "primary" : undefined} busy={busy} onClick={() => send(act as Act)}>
                  {t.acts[act as Act]}
                </Button>
              ))}
            </div>
          </div>
        </section>
      )}
    </div>
  );
}
