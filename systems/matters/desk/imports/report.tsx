import { Icon, useWords } from "../../../../ui/index.ts";
import type { Import } from "./calls.ts";
import { importWords } from "./words.ts";

/** How many rows are new, known, wrong; each wrong one by its row in the sheet, all of them to take home. */
export function Report({ one }: { one: Import }) {
  const t = useWords(importWords);
  const names = ["read", "new", "skipped", "errors"] as const;
  return (
    <section className="card">
      <header>
        <h2>{one.state === "checked" ? t.report : t.states[one.state]}</h2>
      </header>
      <div className="card-body column">
        <dl className="work-counts">
          {names.map((name) => (
            <div key={name}>
              <dt>{t.counts[name]}</dt>
              <dd>{one.counts[name].toLocaleString("en-US")}</dd>
            </div>
          ))}
        </dl>
        {one.problems.length > 0 ? (
          <>
            <h3>{t.problems}</h3>
            <div className="work-table">
              <table>
                <caption className="hidden-words">{t.problemsCaption}</caption>
                <thead>
                  <tr>
                    <th scope="col" className="of-number">
                      {t.problem.row}
                    </th>
                    <th scope="col">{t.problem.column}</th>
                    <th scope="col">{t.problem.sentence}</th>
                  </tr>
                </thead>
                <tbody>
                  {one.problems.slice(0, 50).map((problem) => (
                    <tr key={`${problem.row}-${problem.column}-${problem.sentence}`}>
                      <th scope="row" className="of-number">
                        {problem.row}
                      </th>
                      <td className="nowrap">{problem.column ?? "—"}</td>
                      <td>{problem.sentence}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {one.counts.errors > 50 && <p className="text-small meta">{t.problemsMore(Math.min(50, one.problems.length))}</p>}
          </>
        ) : (
          <p className="meta">{t.problemsNone}</p>
        )}
        {one.report && one.counts.errors > 0 && (
          <p>
            <a className="button" href={one.report} download>
              <Icon name="document" /> {t.download}
            </a>
          </p>
        )}
      </div>
    </section>
  );
}
