import { Link } from "@tanstack/react-router";
import { Icon, useWords } from "../../../ui/index.ts";
import { type Board, type Figure, filtersOf, number, percent, type Rate } from "./shape.ts";
import { boardWords } from "./words.ts";

/** A figure that opens exactly the matters that were counted. */
export function FigureLink({ figure, words, strong }: { figure: Figure; words?: string; strong?: string }) {
  return (
    <Link to="/matters" search={filtersOf(figure.url)} className="figure-link" title={figure.definition} data-tone={strong}>
      {words ?? number(figure.value)}
    </Link>
  );
}

/** 较上周: an arrow and how many. */
export function Change({ figure }: { figure: Figure }) {
  if (figure.before === null) return null;
  const by = figure.value - figure.before;
  return (
    <span className="nowrap second">
      {by !== 0 && <Icon name={by > 0 ? "arrow-up" : "arrow-down"} small />}{" "}
      {by === 0 ? "0" : `${by > 0 ? "+" : "−"}${Math.abs(by)}`}
    </span>
  );
}

function Against({ figure }: { figure: Figure }) {
  const t = useWords(boardWords);
  if (figure.before === null) return <>{t.nowOnly}</>;
  const by = figure.value - figure.before;
  const before = number(figure.before);
  const words = by === 0 ? t.same(before) : by > 0 ? t.more(number(by), before) : t.fewer(number(-by), before);
  return (
    <>
      {by !== 0 && <Icon name={by > 0 ? "arrow-up" : "arrow-down"} small />} {words}
    </>
  );
}

function RateWords({ rate }: { rate: Rate }) {
  const t = useWords(boardWords);
  const within =
    rate.before !== null && rate.low !== null && rate.high !== null && rate.before >= rate.low && rate.before <= rate.high;
  return (
    <>
      {rate.low !== null && rate.high !== null && <span>{t.rate(rate.n, percent(rate.low), percent(rate.high))}</span>}
      {rate.comparable && rate.before !== null && <span>{t.rateBefore(percent(rate.before), within)}</span>}
    </>
  );
}

/** The week in seven figures; a rate never stands without its n, and below ten is not compared. */
export function FigureRow({ figures }: { figures: Board["figures"] }) {
  const t = useWords(boardWords);
  const counts = ["received", "closed", "open", "overdue", "shelved"] as const;
  const rates = ["onTime", "satisfied"] as const;
  return (
    <dl className="card figure-row">
      {counts.map((name) => (
        <div key={name} data-tone={name === "overdue" && figures.overdue.value > 0 ? "over" : undefined}>
          <dt>
            {name === "overdue" && <Icon name="diamond" small />} {t.figures[name]}
          </dt>
          <dd className="figure-value">
            <FigureLink figure={figures[name]} />
          </dd>
          <dd className="text-small meta">
            <Against figure={figures[name]} />
          </dd>
        </div>
      ))}
      {rates.map((name) => (
        <div key={name}>
          <dt>{t.figures[name]}</dt>
          <dd className="figure-value" data-quiet={figures[name].comparable ? undefined : "yes"}>
            {figures[name].n === 0 ? (
              <span className="meta">{t.none}</span>
            ) : figures[name].comparable ? (
              <FigureLink figure={figures[name]} words={percent(figures[name].value)} />
            ) : (
              <FigureLink figure={figures[name]} words={t.notCompared} />
            )}
          </dd>
          <dd className="text-small meta figure-under">{figures[name].n > 0 ? <RateWords rate={figures[name]} /> : t.n(0)}</dd>
        </div>
      ))}
    </dl>
  );
}
