import { shortDate } from "../../../foundation/i18n/dates.ts";
import { useLanguage, useWords } from "../../../ui/index.ts";
import { type Board, steps } from "./shape.ts";
import { boardWords } from "./words.ts";

const WIDTH = 690;
const HEIGHT = 150;
const [LEFT, RIGHT, TOP, BOTTOM] = [36, 78, 10, 26];

/** Twelve weeks of two lines, told apart by dash and mark as well as colour; the same figures as a table below. */
export function Trend({ trend }: { trend: Board["trend"] }) {
  const t = useWords(boardWords);
  const language = useLanguage();
  const axis = steps(Math.max(1, ...trend.flatMap((week) => [week.received, week.closed])));
  const top = axis.at(-1) ?? 1;
  const x = (index: number) => LEFT + (index * (WIDTH - LEFT - RIGHT)) / Math.max(1, trend.length - 1);
  const y = (n: number) => TOP + (1 - n / top) * (HEIGHT - TOP - BOTTOM);
  const path = (of: "received" | "closed") =>
    trend.map((week, index) => `${index ? "L" : "M"}${x(index)} ${y(week[of])}`).join("");
  const last = trend.at(-1);
  const day = (from: string) => shortDate(`${from}T12:00:00+08:00`, language);
  const apart = last && Math.abs(y(last.received) - y(last.closed)) < 15 ? (last.received >= last.closed ? -6 : 8) : 0;
  return (
    <section className="card">
      <header>
        <h2>{t.trendTitle}</h2>
      </header>
      <div className="card-body">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="trend" role="img" aria-label={t.trendTitle}>
          {axis.map((n) => (
            <g key={n}>
              <path d={`M${LEFT} ${y(n)}H${WIDTH - RIGHT}`} stroke="#dfe5e3" />
              <text x={LEFT - 6} y={y(n) + 4} textAnchor="end" className="trend-axis">
                {n}
              </text>
            </g>
          ))}
          {trend.map(
            (week, index) =>
              (index % 3 === 0 || index === trend.length - 1) && (
                <text key={week.from} x={x(index)} y={HEIGHT - 6} textAnchor="middle" className="trend-axis">
                  {day(week.from)}
                </text>
              ),
          )}
          <path d={path("closed")} fill="none" stroke="#7d4c00" strokeWidth="1.75" strokeDasharray="5 3" />
          <path d={path("received")} fill="none" stroke="#0b5c61" strokeWidth="2.25" />
          {last && (
            <>
              <circle cx={x(trend.length - 1)} cy={y(last.received)} r="3.5" fill="#0b5c61" />
              <rect x={x(trend.length - 1) - 3} y={y(last.closed) - 3} width="6" height="6" fill="#7d4c00" />
              <text x={WIDTH - RIGHT + 9} y={y(last.received) + 4 + apart} className="trend-name" fill="#0b5c61">
                {t.figures.received} {last.received}
              </text>
              <text x={WIDTH - RIGHT + 9} y={y(last.closed) + 4 - apart} className="trend-name" fill="#7d4c00">
                {t.figures.closed} {last.closed}
              </text>
            </>
          )}
        </svg>
        <details>
          <summary className="text-small">{t.trendTable}</summary>
          <table className="plain-table">
            <caption className="hidden-words">{t.trendTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{t.trendWeek}</th>
                <th scope="col">{t.figures.received}</th>
                <th scope="col">{t.figures.closed}</th>
              </tr>
            </thead>
            <tbody>
              {trend.map((week) => (
                <tr key={week.from}>
                  <th scope="row">{day(week.from)}</th>
                  <td>{week.received}</td>
                  <td>{week.closed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </section>
  );
}
