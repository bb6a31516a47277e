import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { AnswerOf, QueryOf } from "../../../foundation/http/route.ts";
import { shortDate } from "../../../foundation/i18n/dates.ts";
import { ask, Button, Empty, Failure, kitWords, Segments, useLanguage, useWords } from "../../../ui/index.ts";
import { matterWords } from "../../matters/contract.ts";
import { COUNTED, casesBehind } from "../contract.ts";
import { callWords, rateWords } from "./words.ts";

type Asked = NonNullable<QueryOf<typeof casesBehind>>;

/** The matters behind one figure, each with what it counts and why. */
export function Behind({ asked, title, onClose }: { asked: Asked; title: string; onClose: () => void }) {
  const t = useWords(rateWords);
  const c = useWords(callWords);
  const m = useWords(matterWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const [counted, setCounted] = useState<(typeof COUNTED)[number]>("valid");
  const found = useInfiniteQuery({
    queryKey: ["surveys", "cases", asked, counted],
    queryFn: ({ pageParam }) => ask(casesBehind, { query: { ...asked, counted, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: "",
    getNextPageParam: (page: AnswerOf<typeof casesBehind>) => page.next ?? undefined,
  });
  const cases = found.data?.pages.flatMap((page) => page.cases) ?? [];
  const answerWords = (answer: string | null) =>
    answer === null ? "—" : (c.contacted[answer] ?? c.solved[answer] ?? m.ratings[answer as keyof typeof m.ratings] ?? answer);
  return (
    <section className="card rates-table" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <Button size="small" onClick={onClose}>
          {t.close}
        </Button>
      </header>
      <div className="card-body">
        <Segments
          label={title}
          value={counted}
          options={COUNTED.map((value) => ({ value, words: t.counted[value] }))}
          onChange={setCounted}
        />
      </div>
      {found.error && <Failure reason={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <p role="status">{k.loading}</p>}
      {found.data && cases.length === 0 && <Empty why="no-match" words={t.empty} />}
      {cases.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t.matter}</th>
              <th scope="col">{c.unit}</th>
              <th scope="col">{c.closed}</th>
              <th scope="col">{t.state}</th>
              <th scope="col">{t.answer}</th>
              <th scope="col" className="of-number">
                {t.weight}
              </th>
            </tr>
          </thead>
          <tbody>
            {cases.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link to="/matters/$id" params={{ id: one.matter } as never}>
                    {one.title}
                  </Link>
                  <br />
                  <span className="text-small meta">{one.number}</span>
                </th>
                <td>{one.unit}</td>
                <td className="nowrap">{shortDate(one.closedAt, language)}</td>
                <td>
                  {c.states[one.state]}
                  {one.reason && `（${c.reasons[one.reason] ?? one.reason}）`}
                </td>
                <td>{answerWords(one.answer)}</td>
                <td className="of-number">{one.weight ?? t.counted[one.counted]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.hasNextPage && (
        <div className="card-body">
          <Button busy={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      )}
    </section>
  );
}
