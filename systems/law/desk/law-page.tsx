import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AnswerOf } from "../../../foundation/http/route.ts";
import { beijingDay } from "../../../foundation/i18n/dates.ts";
import { formatDate } from "../../../foundation/time/index.ts";
import { ask, Button, Failure, Input, kitWords, Select, Tag, useLanguage, useWords } from "../../../ui/index.ts";
import { listArticlesRoute } from "../contract.ts";
import { standingOn } from "../rules/in-force.rule.ts";
import { AddArticle, CloseArticle } from "./article-forms.tsx";
import { lawDeskWords } from "./words.ts";
import "./law.css";

type Listed = AnswerOf<typeof listArticlesRoute>["articles"][number];
type Shown = "all" | ReturnType<typeof standingOn>;

const has = (article: Listed, words: string) =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${article.id} ${article.englishLaw} ${article.number} ${article.text}`.toLowerCase().includes(word));

/** 依据: the register of articles; each with its text, its force, how it is known, and where the product leans on it. */
export default function LawPage() {
  const t = useWords(lawDeskWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const articles = useQuery({ queryKey: ["law"], queryFn: () => ask(listArticlesRoute), staleTime: 60_000 });
  const [words, setWords] = useState("");
  const [law, setLaw] = useState("");
  const [shown, setShown] = useState<Shown>("in force");
  const [adding, setAdding] = useState(false);
  const [closing, setClosing] = useState<string>();
  const today = beijingDay(new Date());
  const all = articles.data?.articles ?? [];
  const laws = [...new Map(all.map((one) => [one.law, language === "en" && one.englishLaw ? one.englishLaw : one.law]))];
  const found = all.filter(
    (one) => has(one, words.trim()) && (!law || one.law === law) && (shown === "all" || standingOn(one, today) === shown),
  );
  const may = articles.data?.mayKeep ?? false;
  return (
    <div className="law">
      <header className="law-head">
        <h1>{t.title}</h1>
        {may && (
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        )}
      </header>
      <p className="meta text-meta">{t.intro}</p>
      {articles.error && <Failure reason={articles.error} onRetry={() => articles.refetch()} />}
      {!articles.error && !articles.data && <p role="status">{k.loading}</p>}
      {articles.data && (
        <section className="card">
          <div className="law-filters">
            <Input
              aria-label={t.find}
              placeholder={t.find}
              allowClear
              value={words}
              maxLength={60}
              onChange={(event) => setWords(event.target.value)}
            />
            <Select
              aria-label={t.law}
              value={law}
              onChange={setLaw}
              options={[{ value: "", label: t.allLaws }, ...laws.map(([value, label]) => ({ value, label }))]}
            />
            <Select
              aria-label={t.standing}
              value={shown}
              onChange={(value: Shown) => setShown(value)}
              options={Object.entries(t.standings).map(([value, label]) => ({ value, label }))}
            />
            <span role="status" className="text-meta meta">
              {t.shown(found.length, all.length)}
            </span>
          </div>
          {found.length === 0 ? (
            <p className="law-none">{t.none}</p>
          ) : (
            <table className="law-table">
              <caption className="hidden-words">{t.caption}</caption>
              <thead>
                <tr>
                  {Object.values(t.columns).map((name) => (
                    <th scope="col" key={name}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {found.map((one) => (
                  <ArticleRow
                    key={one.id}
                    article={one}
                    language={language}
                    onClose={may && one.to === null ? setClosing : undefined}
                  />
                ))}
              </tbody>
            </table>
          )}
        </section>
      )}
      {adding && <AddArticle onClose={() => setAdding(false)} />}
      {closing && <CloseArticle id={closing} today={today} onClose={() => setClosing(undefined)} />}
    </div>
  );
}

function ArticleRow({
  article,
  language,
  onClose,
}: {
  article: Listed;
  language: "zh-CN" | "en";
  onClose?: (id: string) => void;
}) {
  const t = useWords(lawDeskWords);
  const day = (one: string) => formatDate(one, language);
  const scope = t.scope[article.scope];
  return (
    <tr>
      <th scope="row">
        <span lang="zh-CN">{article.id}</span>
        {language === "en" && <span className="meta text-small">{article.englishLaw}</span>}
        <span lang="zh-CN" className="meta text-small">
          {article.number}
        </span>
      </th>
      <td lang="zh-CN">{article.text}</td>
      <td>
        <Tag tone={article.trust === "verified" ? "accent" : "amber"}>{t.trust[article.trust]}</Tag> {scope && <Tag>{scope}</Tag>}
        <span className="text-small">{article.to ? t.until(day(article.from), day(article.to)) : t.from(day(article.from))}</span>
        <span lang="zh-CN" className="meta text-small">
          {article.source}
        </span>
        {onClose && (
          <Button size="small" aria-label={t.closeOf(article.id)} onClick={() => onClose(article.id)}>
            {t.close}
          </Button>
        )}
      </td>
      <td>
        {article.uses.length === 0 && <span className="meta text-small">{t.unused}</span>}
        {article.uses.map((use) => (
          <span key={`${use.kind} ${use.name} ${use.file}`} className="text-small" title={use.file}>
            {t.kinds[use.kind]}
            {use.name && <code> {use.name}</code>}
          </span>
        ))}
      </td>
    </tr>
  );
}
