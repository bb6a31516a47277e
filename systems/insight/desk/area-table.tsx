import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Icon, useWords } from "../../../ui/index.ts";
import { Change, FigureLink } from "./figures.tsx";
import { type Board, COLUMNS, type Column, number, percent, type Rate, sortRows } from "./shape.ts";
import { boardWords } from "./words.ts";

function RateCell({ rate }: { rate: Rate }) {
  const t = useWords(boardWords);
  if (rate.n === 0) return <span className="meta">—</span>;
  return <FigureLink figure={rate} words={rate.comparable ? percent(rate.value) : t.notCompared} />;
}

/** The map's equal in words: every place, every figure a link, in any order. */
export function AreaTable({ board, searchOf }: { board: Board; searchOf: (place: string) => Record<string, string> }) {
  const t = useWords(boardWords);
  const [order, setOrder] = useState<{ by: Column; down: boolean }>({ by: "received", down: true });
  const nameOf = (column: Column) => (column === "change" ? t.change : column === "onTime" ? t.onTimeShort : t.figures[column]);
  const rows = sortRows(board.rows, order.by, order.down);
  const unplaced = board.figures.received.value - rows.reduce((sum, row) => sum + row.received.value, 0);
  return (
    <div className="area-table">
      <table>
        <caption className="hidden-words">{t.tableCaption(board.place.name)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.place}</th>
            {COLUMNS.map((column) => {
              const on = order.by === column;
              return (
                <th key={column} scope="col" aria-sort={on ? (order.down ? "descending" : "ascending") : "none"}>
                  <button
                    type="button"
                    className="link-button"
                    data-on={on ? "yes" : undefined}
                    title={t.sortBy(nameOf(column))}
                    onClick={() => setOrder({ by: column, down: on ? !order.down : true })}
                  >
                    {nameOf(column)} {on && <Icon name={order.down ? "arrow-down" : "arrow-up"} small />}
                  </button>
                </th>
              );
            })}
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.place.id}>
              <th scope="row">
                <Link to="/board" search={searchOf(row.place.id)}>
                  {row.place.name}
                </Link>
              </th>
              <td>
                <FigureLink figure={row.received} />
              </td>
              <td>
                <Change figure={row.received} />
              </td>
              <td>
                <FigureLink figure={row.open} />
              </td>
              <td>
                <FigureLink figure={row.overdue} strong={row.overdue.value > 0 ? "over" : undefined} />
              </td>
              <td>
                <FigureLink figure={row.closed} />
              </td>
              <td>
                <RateCell rate={row.onTime} />
              </td>
              <td className="meta">{row.onTime.n}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {unplaced > 0 && (
            <tr>
              <th scope="row" className="area-unplaced">
                {t.unplaced}
              </th>
              <td>{number(unplaced)}</td>
              <td colSpan={6} />
            </tr>
          )}
          <tr>
            <th scope="row">
              {board.place.name} {t.total}
            </th>
            <td>{number(board.figures.received.value)}</td>
            <td>
              <Change figure={board.figures.received} />
            </td>
            <td>{number(board.figures.open.value)}</td>
            <td>{number(board.figures.overdue.value)}</td>
            <td>{number(board.figures.closed.value)}</td>
            <td>
              <RateCell rate={board.figures.onTime} />
            </td>
            <td className="meta">{board.figures.onTime.n}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
