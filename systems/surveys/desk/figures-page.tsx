import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { AnswerOf } from "../../../foundation/http/route.ts";
import { beijingDay } from "../../../foundation/i18n/dates.ts";
import { ask, Empty, Failure, Field, Icon, Input, kitWords, Select, useWords } from "../../../ui/index.ts";
import { FIGURES_BY, RATES, type RateName, surveyFigures } from "../contract.ts";
import { Behind } from "./behind.tsx";
import { SurveyTabs } from "./survey-tabs.tsx";
import { callWords, rateWords } from "./words.ts";
import "./surveys.css";

type Found = AnswerOf<typeof surveyFigures>;
type Rate = Found["total"]["response"];
interface Search {
  readonly from?: string;
  readonly to?: string;
  readonly by?: (typeof FIGURES_BY)[number];
  readonly version?: string | number;
  readonly rate?: RateName;
  readonly key?: string;
}
const percent = (value: number) => `${(value * 100).toFixed(1)}%`;

/** 回访三率: a period, three rates, each with its n, valid n and excluded n, its formula and the matters behind it. */
export default function FiguresPage() {
  const t = useWords(rateWords);
  const c = useWords(callWords);
  const k = useWords(kitWords);
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const today = beijingDay(new Date());
  const from = search.from ?? `${today.slice(0, 7)}-01`;
  const to = search.to ?? today;
  const by = search.by ?? "unit";
  const version = search.version ? Number(search.version) : undefined;
  const asked = { from, to, by, ...(version && { version }) };
  const change = (part: Partial<Search>) => navigate({ to: "/return-calls/figures", search: { ...search, ...part } as never });
  const figures = useQuery({
    queryKey: ["surveys", "figures", asked],
    queryFn: () => ask(surveyFigures, { query: asked }),
    placeholderData: keepPreviousData,
  });
  const found = figures.data;
  const open = (rate: RateName, key?: string) => change({ rate, key });
  const words = (rate: Rate) =>
    rate.value !== null ? percent(rate.value) : rate.withheld ? t.withheld(found?.formulas.fewest ?? 0) : t.none;
  const link = (name: RateName, rate: Rate, key: string | undefined, label: string) => (
    <button type="button" className="link-button" aria-label={`${label} ${words(rate)}`} onClick={() => open(name, key)}>
      {words(rate)}
    </button>
  );
  const query = new URLSearchParams({ from, to, by, ...(version && { version: String(version) }) });
  return (
    <div className="calls">
      <div className="row row-wrap">
        <h1>{t.title}</h1>
        <span className="space" />
        <SurveyTabs here="figures" />
      </div>
      <p className="meta text-meta">{t.intro}</p>
      <div className="row row-wrap">
        <Field id="figures-from" label={t.from}>
          <Input type="date" value={from} onChange={(event) => event.target.value && change({ from: event.target.value })} />
        </Field>
        <Field id="figures-to" label={t.to}>
          <Input type="date" value={to} onChange={(event) => event.target.value && change({ to: event.target.value })} />
        </Field>
        <Field id="figures-by" label={t.by}>
          <Select
            style={{ minWidth: 130 }}
            value={by}
            options={FIGURES_BY.map((value) => ({ value, label: t.bys[value] }))}
            onChange={(value: (typeof FIGURES_BY)[number]) => change({ by: value, key: undefined, rate: undefined })}
          />
        </Field>
        <Field id="figures-version" label={t.versionLabel}>
          <Select
            style={{ minWidth: 210 }}
            value={version ?? 0}
            options={[
              { value: 0, label: t.versionOfThen },
              ...(found?.formulas.versions ?? []).map((one) => ({
                value: one.version,
                label: t.version(one.version, one.validFrom),
              })),
            ]}
            onChange={(value: number) => change({ version: value || undefined })}
          />
        </Field>
        <span className="space" />
        <a className="button" href={`/api/surveys/figures.xlsx?${query}`} download>
          <Icon name="print" small /> {t.export}
        </a>
      </div>
      {figures.error && <Failure reason={figures.error} onRetry={() => figures.refetch()} />}
      {figures.isPending && <p role="status">{k.loading}</p>}
      {found && found.total.response.n === 0 && <Empty why="no-match" words={t.none0} />}
      {found && found.total.response.n > 0 && (
        <>
          <p className="text-small meta">
            {t.version(found.formulas.version, found.formulas.validFrom)}
            {found.formulas.trust === "from-memory" && ` · ${t.fromMemory}`}
          </p>
          <div className="rates-three">
            {RATES.map((name) => {
              const about = found.formulas.rates[name];
              const rate = found.total[name];
              return (
                <section className="card" key={name} aria-label={about?.name}>
                  <h2>{about?.name}</h2>
                  <p className={rate.value === null ? "second" : "rates-value"}>
                    {link(name, rate, undefined, about?.name ?? "")}
                  </p>
                  <p className="text-meta">{t.counts(rate.n, rate.valid, rate.excluded)}</p>
                  <p className="text-small meta">
                    {about?.sentence} {about?.excludes.join(" ")}
                  </p>
                </section>
              );
            })}
          </div>
          <section className="card rates-table" aria-label={t.table}>
            <table>
              <caption>{t.table}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.bys[by]}</th>
                  {RATES.map((name) => (
                    <th scope="col" className="of-number" key={name}>
                      {found.formulas.rates[name]?.name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {found.rows.map((row) => (
                  <tr key={row.key}>
                    <th scope="row">{row.name}</th>
                    {RATES.map((name) => (
                      <td className="of-number" key={name}>
                        {link(name, row.rates[name], row.key, `${row.name} ${found.formulas.rates[name]?.name ?? ""}`)}
                        <br />
                        <span className="text-small meta">
                          {t.counts(row.rates[name].n, row.rates[name].valid, row.rates[name].excluded)}
                        </span>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {search.rate && (
            <Behind
              key={`${search.rate} ${search.key ?? ""} ${from} ${to} ${by} ${version ?? ""}`}
              asked={{ ...asked, rate: search.rate, ...(search.key !== undefined && { key: String(search.key) }) }}
              title={t.behind(
                found.formulas.rates[search.rate]?.name ?? "",
                found.rows.find((row) => row.key === search.key)?.name ?? "",
              )}
              onClose={() => change({ rate: undefined, key: undefined })}
            />
          )}
          <section className="card" aria-label={t.became}>
            <header>
              <h2>{t.became}</h2>
            </header>
            <ul className="card-body">
              {found.states.map((one) => (
                <li key={`${one.state} ${one.reason}`}>
                  {c.states[one.state]}
                  {one.reason && `（${c.reasons[one.reason] ?? one.reason}）`} <b>{one.n}</b>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  );
}
