import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { fullDate } from "../../../foundation/i18n/dates.ts";
import { ask, Button, Deadline, Failure, kitWords, Tag, useHotkeys, useLanguage, useWords } from "../../../ui/index.ts";
import { listUnitsRoute } from "../../teams/contract.ts";
import { behindFigureRoute, deskRoute } from "../contract.ts";
import { MEASURE_WORDS } from "../words.ts";
import { OrderDialog } from "./order-dialog.tsx";
import { supervisionWords } from "./words.ts";
import "./supervision.css";

type Group = "overdue" | "today" | "soon";
const GROUPS: readonly Group[] = ["overdue", "today", "soon"];

/** 督办台: overdue by unit and clock, the matters behind each figure, orders in flight; the unit's own orders to answer. */
export default function SupervisionPage() {
  const t = useWords(supervisionWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const desk = useQuery({ queryKey: ["supervision", "desk"], queryFn: () => ask(deskRoute), refetchInterval: 60_000 });
  const units =
    useQuery({ queryKey: ["teams", "units"], queryFn: () => ask(listUnitsRoute), staleTime: 30_000 }).data?.units ?? [];
  const [asked, setAsked] = useState<{ unit: string; term: string; group: Group } | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [writing, setWriting] = useState(false);
  const behind = useQuery({
    queryKey: ["supervision", "behind", asked],
    queryFn: () => ask(behindFigureRoute, { query: asked! }),
    enabled: asked !== null,
  });
  useHotkeys([{ keys: "o", words: t.keyIssue, off: chosen.length === 0, run: () => setWriting(true) }]);
  if (desk.error) return <Failure reason={desk.error} onRetry={() => desk.refetch()} />;
  const data = desk.data;
  const matters = behind.data?.matters ?? [];
  return (
    <div className="supervision">
      <h1>{t.title}</h1>
      <p className="meta text-meta">{data?.supervises ? t.intro : t.unitIntro}</p>
      {data?.editsLadder && (
        <p>
          <Link to="/supervision/settings">{t.settings}</Link>
        </p>
      )}
      {!data && <p role="status">{k.loading}</p>}
      {data?.supervises && (
        <section className="card">
          <header>
            <h2>{t.figures}</h2>
          </header>
          {data.figures.length === 0 ? (
            <p className="card-body meta">{t.none}</p>
          ) : (
            <div className="work-table">
              <table>
                <caption className="hidden-words">{t.figures}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t.columns.unit}</th>
                    <th scope="col">{t.columns.term}</th>
                    {GROUPS.map((group) => (
                      <th scope="col" key={group}>
                        {t.columns[group]}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {data.figures.map((row) => (
                    <tr key={`${row.unit.id} ${row.term}`}>
                      <th scope="row">{row.unit.name}</th>
                      <td>{row.termName}</td>
                      {GROUPS.map((group) => (
                        <td key={group}>
                          {row[group] === 0 ? (
                            "0"
                          ) : (
                            <Button
                              size="small"
                              aria-label={t.open(row.unit.name, t.columns[group], row[group])}
                              onClick={() => {
                                setChosen([]);
                                setAsked({ unit: row.unit.id, term: row.term, group });
                              }}
                            >
                              {row[group]}
                            </Button>
                          )}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      )}
      {asked && behind.data && (
        <section className="card">
          <header>
            <h2>{t.behind}</h2>
            <Button size="small" onClick={() => setChosen(matters.slice(0, 50).map((one) => one.id))}>
              {t.chooseAll}
            </Button>
            {chosen.length > 0 && (
              <Button size="small" kind="primary" onClick={() => setWriting(true)}>
                {t.start(chosen.length)}
              </Button>
            )}
          </header>
          <ul className="card-body">
            {matters.map((one) => (
              <li key={one.id} className="row row-wrap">
                <input
                  type="checkbox"
                  aria-label={t.choose(one.number)}
                  checked={chosen.includes(one.id)}
                  onChange={(event) =>
                    setChosen(event.target.checked ? [...chosen, one.id] : chosen.filter((other) => other !== one.id))
                  }
                />
                <Link to="/matters/$id" params={{ id: one.id }}>
                  {one.number}
                </Link>
                <span className="meta">{one.unit.name}</span>
                <Deadline
                  state={asked.group === "overdue" ? "overdue" : asked.group}
                  words={t.columns[asked.group]}
                  date={fullDate(one.dueAt, language)}
                />
              </li>
            ))}
          </ul>
          {behind.data.more && <p className="card-body meta">{t.more}</p>}
        </section>
      )}
      {data && (
        <section className="card">
          <header>
            <h2>{t.orders}</h2>
          </header>
          {data.orders.length === 0 ? (
            <p className="card-body meta">{t.ordersNone}</p>
          ) : (
            <div className="work-table">
              <table>
                <caption className="hidden-words">{t.orders}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t.order.what}</th>
                    <th scope="col">{t.order.by}</th>
                    <th scope="col">{t.order.to}</th>
                    <th scope="col">{t.order.state}</th>
                    <th scope="col">{t.order.due}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.orders.map((one) => (
                    <tr key={one.id}>
                      <th scope="row">
                        <Link to="/supervision/$id" params={{ id: one.id }}>
                          {one.title ?? MEASURE_WORDS[one.measure][language]} {one.subject}
                        </Link>{" "}
                        <Tag>{MEASURE_WORDS[one.measure][language]}</Tag>{" "}
                        <span className="meta text-small">{t.order.matters(one.matters)}</span>
                      </th>
                      <td>{one.issuer.name}</td>
                      <td>{one.unit.name}</td>
                      <td>{t.states[one.state]}</td>
                      <td>
                        {one.dueAt && (
                          <Deadline
                            state={one.overdue ? "overdue" : "running"}
                            words={one.overdue ? t.columns.overdue : t.order.due}
                            date={fullDate(one.dueAt, language)}
                          />
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      )}
      {writing && data && (
        <OrderDialog
          desk={data}
          matterIds={chosen}
          units={[...units.filter((one) => one.id === asked?.unit), ...units.filter((one) => one.id !== asked?.unit)]}
          onClose={() => {
            setWriting(false);
            setChosen([]);
          }}
        />
      )}
    </div>
  );
}
