import { Link } from "@tanstack/react-router";
import { useWords } from "../../../../ui/index.ts";
import { number, type Run, share } from "./run-words.ts";
import { sandboxWords } from "./words.ts";

type Result = NonNullable<Run["result"]>;

/** What a replay found: headline figures, deadlines, hand-backs, units, and the matters that move. */
export function Results({ result }: { result: Result }) {
  const t = useWords(sandboxWords);
  const { deadlines, bounces } = result;
  const most = Math.max(1, ...result.load.flatMap((line) => [line.was, line.now]));
  const moves = result.matrix.filter((cell) => cell.was.id !== cell.now.id);
  return (
    <>
      <dl className="sandbox-figures">
        <Figure words={t.figures.tried} figure={number(result.tried)} />
        <Figure words={t.figures.changed} figure={number(result.changed)} />
        <Figure words={t.figures.supports} figure={number(result.supportsChanged)} />
        <Figure
          words={t.figures.recorded}
          figure={result.recorded === 0 ? t.noneRecorded : t.of(number(result.recordedSame), number(result.recorded))}
        />
      </dl>
      <Compared
        title={`${t.deadlines} · ${t.bounces}`}
        rows={[
          [t.deadlineRows.inTime(number(deadlines.settled)), deadlines.inTimeWas, deadlines.inTimeNow],
          [t.deadlineRows.late(number(deadlines.running)), deadlines.lateWas, deadlines.lateNow],
          [t.bounceRows.right(number(bounces.bounced)), bounces.rightWas, bounces.rightNow],
          [t.bounceRows.elsewhere(number(bounces.settledAtOnce)), bounces.elsewhereWas, bounces.elsewhereNow],
        ]}
      />
      <p className="meta text-meta">{t.assumed}</p>
      <section className="card">
        <div className="card-body column">
          <h2>{t.load}</h2>
          <div className="work-table">
            <table>
              <caption className="hidden-words">{t.load}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.loadUnit}</th>
                  <th scope="col">
                    {t.was} / {t.now}
                  </th>
                  <th scope="col" className="of-number">
                    {t.byChange}
                  </th>
                </tr>
              </thead>
              <tbody>
                {result.load.map((line) => (
                  <tr key={line.unit.id}>
                    <th scope="row">{line.unit.name}</th>
                    <td>
                      <Bar of={share(line.was, most)} n={line.was} />
                      <Bar of={share(line.now, most)} n={line.now} strong />
                      {line.periods.length > 1 && (
                        <details>
                          <summary>{t.month}</summary>
                          <ul className="sandbox-months">
                            {line.periods.map((one) => (
                              <li key={one.period}>
                                {one.period}: {number(one.was)} → {number(one.now)}
                              </li>
                            ))}
                          </ul>
                        </details>
                      )}
                    </td>
                    <td className="of-number">{signed(line.now - line.was)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </section>
      {moves.length > 0 && (
        <section className="card">
          <div className="card-body column">
            <h2>{t.moves}</h2>
            <div className="work-table">
              <table>
                <caption className="hidden-words">{t.moves}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t.was}</th>
                    <th scope="col">{t.now}</th>
                    <th scope="col" className="of-number">
                      {t.matters}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {moves.slice(0, 100).map((cell) => (
                    <tr key={`${cell.was.id} ${cell.now.id}`}>
                      <th scope="row">{cell.was.name}</th>
                      <td>{cell.now.name}</td>
                      <td className="of-number">{number(cell.matters)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </div>
        </section>
      )}
      <section className="card">
        <div className="card-body column">
          <h2>{result.changed === 0 ? t.listNone : t.list(number(result.list.length))}</h2>
          {result.hidden > 0 && <p className="meta">{t.hidden(result.hidden)}</p>}
          {result.list.length > 0 && (
            <div className="work-table">
              <table>
                <caption className="hidden-words">{t.list(number(result.list.length))}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t.matter}</th>
                    <th scope="col">{t.was}</th>
                    <th scope="col">{t.now}</th>
                    <th scope="col">{t.why}</th>
                  </tr>
                </thead>
                <tbody>
                  {result.list.map((one) => (
                    <tr key={one.id}>
                      <th scope="row">
                        <Link to="/matters/$id" params={{ id: one.id }}>
                          {one.number}
                        </Link>{" "}
                        {one.title}
                      </th>
                      <td>{one.was}</td>
                      <td>{one.now}</td>
                      <td>{one.why}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </div>
      </section>
    </>
  );
}

const signed = (n: number): string => (n > 0 ? `+${number(n)}` : number(n));

function Figure({ words, figure }: { words: string; figure: string }) {
  return (
    <div className="card">
      <dt className="meta">{words}</dt>
      <dd>{figure}</dd>
    </div>
  );
}

function Bar({ of, n, strong = false }: { of: number; n: number; strong?: boolean }) {
  return (
    <span className="sandbox-bar">
      <span className={strong ? "sandbox-fill is-strong" : "sandbox-fill"} style={{ inlineSize: `${of * 0.7}%` }} />
      {number(n)}
    </span>
  );
}

function Compared({ title, rows }: { title: string; rows: readonly (readonly [string, number, number])[] }) {
  const t = useWords(sandboxWords);
  return (
    <section className="card">
      <div className="card-body column">
        <h2>{title}</h2>
        <div className="work-table">
          <table>
            <caption className="hidden-words">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t.measure}</th>
                <th scope="col" className="of-number">
                  {t.was}
                </th>
                <th scope="col" className="of-number">
                  {t.now}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(([words, was, now]) => (
                <tr key={words}>
                  <th scope="row">{words}</th>
                  <td className="of-number">{number(was)}</td>
                  <td className="of-number">{number(now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}
