import { Link } from "@tanstack/react-router";
import type { AnswerOf } from "../../../../foundation/http/route.ts";
import { useWords } from "../../../../ui/index.ts";
import type { tryRules } from "../../contract.ts";
import { ruleWords } from "./words.ts";

export type Tried = AnswerOf<typeof tryRules>;
const number = (n: number) => n.toLocaleString("en-US");

/** Who would have got what: matters that change hands, and each unit's load before and after. */
export function Trial({ tried }: { tried: Tried }) {
  const t = useWords(ruleWords);
  return (
    <section className="card" aria-live="polite">
      <div className="card-body column">
        <h2>{t.tried(number(tried.tried), number(tried.same), number(tried.tried - tried.same))}</h2>
        {tried.changed.length === 0 ? (
          <p className="meta">{t.none}</p>
        ) : (
          <div className="work-table">
            <table>
              <caption className="hidden-words">{t.changedCaption}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.changedColumns.matter}</th>
                  <th scope="col">{t.changedColumns.was}</th>
                  <th scope="col">{t.changedColumns.now}</th>
                  <th scope="col">{t.changedColumns.rule}</th>
                </tr>
              </thead>
              <tbody>
                {tried.changed.slice(0, 100).map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      <Link to="/matters/$id" params={{ id: one.id }}>
                        {one.title}
                      </Link>{" "}
                      <span className="text-small meta">{one.number}</span>
                    </th>
                    <td>{one.was}</td>
                    <td>{one.now}</td>
                    <td>{one.rule}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <details>
          <summary>{t.loadCaption}</summary>
          <div className="work-table">
            <table>
              <caption className="hidden-words">{t.loadCaption}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.loadColumns.unit}</th>
                  <th scope="col" className="of-number">
                    {t.loadColumns.was}
                  </th>
                  <th scope="col" className="of-number">
                    {t.loadColumns.now}
                  </th>
                  <th scope="col" className="of-number">
                    {t.loadColumns.by}
                  </th>
                </tr>
              </thead>
              <tbody>
                {tried.load.map((one) => (
                  <tr key={one.unit}>
                    <th scope="row">{one.unit}</th>
                    <td className="of-number">{number(one.was)}</td>
                    <td className="of-number">{number(one.now)}</td>
                    <td className="of-number">
                      {one.now > one.was ? "+" : one.now < one.was ? "−" : ""}
                      {number(Math.abs(one.now - one.was))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      </div>
    </section>
  );
}
