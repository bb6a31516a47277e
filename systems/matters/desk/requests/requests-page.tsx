import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { fullDate } from "../../../../foundation/i18n/dates.ts";
import { ask, Button, Deadline, Empty, Failure, kitWords, useLanguage, useWords } from "../../../../ui/index.ts";
import { listPersonRequests } from "../../contract.ts";
import { AnswerDialog, type Waiting } from "./answer-dialog.tsx";
import { requestWords } from "./words.ts";
import "../parts/work.css";

/** 个人信息申请: what residents ask about their own data, by the last day for the answer. */
export default function RequestsPage() {
  const t = useWords(requestWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const [answering, setAnswering] = useState<Waiting | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ["person-requests"],
    queryFn: () => ask(listPersonRequests, {}),
  });
  const matter = (one: Waiting) => (
    <td>
      <Link to="/matters/$id" params={{ id: one.matter } as never}>
        {one.title}
      </Link>
      <br />
      <span className="text-small meta">{one.number}</span>
    </td>
  );
  const what = (one: Waiting) => (
    <td>
      <strong>{t.kinds[one.kind]}</strong> <span className="text-small meta">{one.article}</span>
      <br />
      {one.words}
    </td>
  );
  return (
    <div className="work">
      <h1>{t.title}</h1>
      <p className="meta text-meta">{t.intro}</p>
      {error && <Failure reason={error} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{k.loading}</p>}
      {data?.waiting.length === 0 && <Empty why="none" words={t.none} />}
      {data && data.waiting.length > 0 && (
        <section className="card work-table" aria-label={t.waiting(data.waiting.length)}>
          <header>
            <h2>{t.waiting(data.waiting.length)}</h2>
          </header>
          <table>
            <tbody>
              {data.waiting.map((one) => (
                <tr key={one.id}>
                  {what(one)}
                  {matter(one)}
                  <td className="nowrap">
                    <Deadline
                      state={one.overdue ? "overdue" : "running"}
                      words={one.overdue ? t.overdue : t.due(fullDate(one.dueAt, language))}
                      date={one.overdue ? fullDate(one.dueAt, language) : undefined}
                    />
                  </td>
                  <td>
                    <Button size="small" onClick={() => setAnswering(one)}>
                      {t.answer}
                      <span className="hidden-words">{one.number}</span>
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {data && data.answered.length > 0 && (
        <section className="card work-table" aria-label={t.answered}>
          <header>
            <h2>{t.answered}</h2>
          </header>
          <table>
            <tbody>
              {data.answered.map((one) => (
                <tr key={one.id}>
                  {what(one)}
                  {matter(one)}
                  <td>
                    <strong>{one.granted ? t.yes : t.no}</strong>{" "}
                    <span className="text-small meta">{one.answeredAt && fullDate(one.answeredAt, language)}</span>
                    <br />
                    {one.answer}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {answering && <AnswerDialog request={answering} onClose={() => setAnswering(null)} />}
    </div>
  );
}
