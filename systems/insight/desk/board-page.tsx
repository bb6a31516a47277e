import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { dateTime, shortDate } from "../../../foundation/i18n/dates.ts";
import { ask, Button, Failure, kitWords, Segments, Select, useLanguage, useWords } from "../../../ui/index.ts";
import { getBoard } from "../contract.ts";
import { AreaMap } from "./area-map.tsx";
import { AreaTable } from "./area-table.tsx";
import { FigureRow } from "./figures.tsx";
import { Growth } from "./growth.tsx";
import { SeatMap } from "./seat-map.tsx";
import { Trend } from "./trend.tsx";
import { boardWords } from "./words.ts";
import "./board.css";

const COLOURS = ["received", "open", "overdue"] as const;
type Colour = (typeof COLOURS)[number];

const dayAfter = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** 一张图: the week's figures of the county, a township or a village. Place, week and colour live in the address. */
export default function BoardPage() {
  const t = useWords(boardWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const router = useRouter();
  const search = useSearch({ strict: false }) as { place?: string; week?: string; colour?: string };
  const colour: Colour = COLOURS.find((one) => one === search.colour) ?? "received";
  const {
    data: board,
    error,
    refetch,
  } = useQuery({
    queryKey: ["board", search.place, search.week, colour],
    queryFn: () => ask(getBoard, { query: { place: search.place, week: search.week, colour } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const week = search.week;
  const kept = search.colour;
  const searchOf = useCallback(
    (place: string): Record<string, string> => ({ place, ...(week && { week }), ...(kept && { colour: kept }) }),
    [week, kept],
  );
  const addressOf = useCallback(
    (place: string) =>
      router.buildLocation({ to: "/board", search: searchOf(place) as never }).href.replace(/^(?!\/desk)/, "/desk"),
    [router, searchOf],
  );
  const change = (part: Record<string, string | undefined>) =>
    navigate({ to: "/board", search: { ...search, ...part } as never });
  if (error && !board)
    return (
      <div className="page">
        <Failure reason={error} onRetry={() => refetch()} />
      </div>
    );
  if (!board)
    return (
      <p className="page meta" role="status">
        {k.loading}
      </p>
    );
  const day = (one: string) => shortDate(`${one}T12:00:00+08:00`, language);
  const { from, to, beforeFrom, beforeTo } = board.week;
  const weeks = [...new Set([from, ...board.trend.map((one) => one.from)])].sort().reverse();
  const isNow = dayAfter(from, 7) > board.calculatedAt.slice(0, 10);
  const definitions = Object.entries(board.figures) as [keyof typeof board.figures, { definition: string }][];
  return (
    <div className="board">
      <div className="row row-wrap">
        <h1>{t.title(board.place.name)}</h1>
        {board.place.path.length > 1 && (
          <nav aria-label={t.path}>
            <ol className="row board-path">
              {board.place.path.map((one, index) => (
                <li key={one.id}>
                  {index === board.place.path.length - 1 ? (
                    <span aria-current="page">{one.name}</span>
                  ) : (
                    <Link to="/board" search={searchOf(one.id)}>
                      {one.name}
                    </Link>
                  )}
                </li>
              ))}
            </ol>
          </nav>
        )}
        <span className="space" />
        <span className="row row-wrap board-week">
          <Button
            size="small"
            icon="chevron-right"
            className="turn"
            aria-label={t.earlier}
            onClick={() => change({ week: beforeFrom })}
          />
          <Select
            aria-label={t.week}
            value={from}
            options={weeks.map((value) => ({
              value,
              label: value === from ? t.weekOf(day(from), day(to), day(beforeFrom), day(beforeTo)) : t.weekFrom(day(value)),
            }))}
            onChange={(value: string) => change({ week: value })}
          />
          <Button
            size="small"
            icon="chevron-right"
            aria-label={t.later}
            shut={isNow ? t.later : undefined}
            onClick={() => change({ week: dayAfter(from, 7) })}
          />
        </span>
        <Button icon="print" onClick={() => print()}>
          {t.print}
        </Button>
      </div>
      <FigureRow figures={board.figures} />
      {board.rows.length > 0 ? (
        <div className="board-where">
          <section className="card">
            <header>
              <h2>{t.mapTitle(t.figures[colour])}</h2>
              <span className="space" />
              <Segments
                label={t.colour}
                value={colour}
                options={COLOURS.map((value) => ({ value, words: t.figures[value] }))}
                onChange={(value) => change({ colour: value })}
              />
            </header>
            <AreaMap
              svg={board.svg}
              addressOf={addressOf}
              onEnter={(place) => navigate({ to: "/board", search: searchOf(place) as never })}
            />
            <p className="text-small meta board-hint">{t.mapHint}</p>
          </section>
          <section className="card" aria-label={t.tableTitle}>
            <AreaTable board={board} searchOf={searchOf} />
          </section>
        </div>
      ) : (
        <p className="notice-bar">{t.noVillages}</p>
      )}
      <SeatMap path={board.place.path} title={t.seat} />
      <div className="board-when">
        <Trend trend={board.trend} />
        <Growth board={board} />
      </div>
      <p className="text-small meta">{t.foot(dateTime(board.calculatedAt, language))}</p>
      <details className="text-small">
        <summary>{t.definitions}</summary>
        <dl className="board-definitions">
          {definitions.map(([name, one]) => (
            <div key={name}>
              <dt>{t.figures[name]}</dt>
              <dd>{one.definition}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
