import { type KeyboardEvent, useRef, useState } from "react";
import { addDays, type Day, weekdayOf } from "../../../foundation/time/index.ts";
import { useWords } from "../../../ui/index.ts";
import type { CalendarDay } from "../contract.ts";
import { clockDeskWords } from "./words.ts";

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A whole year at a glance, twelve months; with `onPress` each day is a button, moved between by arrow keys. */
export function YearGrid({
  year,
  days,
  today,
  onPress,
}: {
  year: number;
  days: ReadonlyMap<Day, CalendarDay>;
  today: Day;
  onPress?: ((day: Day) => void) | undefined;
}) {
  const t = useWords(clockDeskWords);
  const grid = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Day>(today.startsWith(String(year)) ? today : `${year}-01-01`);
  const lookOf = (day: Day) => days.get(day)?.kind ?? (weekdayOf(day) > 5 ? ("weekend" as const) : ("working day" as const));
  const move = (event: KeyboardEvent, day: Day) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = addDays(day, step);
    if (!next.startsWith(String(year))) return;
    setHeld(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  const cell = (day: Day) => {
    const look = lookOf(day);
    const name = days.get(day)?.name;
    const marked = look === "holiday" || look === "make-up workday";
    const seen = `${Number(day.slice(8))}${marked ? t.kinds[look] : ""}`;
    const words = `${seen} ${day}${marked ? "" : ` ${t.kinds[look]}`}${name ? ` ${name}` : ""}`;
    const shown = (
      <>
        {Number(day.slice(8))}
        {marked && <small>{t.kinds[look]}</small>}
      </>
    );
    return (
      <td key={day} data-look={look} data-today={day === today ? "yes" : undefined} title={name}>
        {onPress ? (
          <button
            type="button"
            data-day={day}
            aria-label={words}
            tabIndex={day === held ? 0 : -1}
            onFocus={() => setHeld(day)}
            onKeyDown={(event) => move(event, day)}
            onClick={() => onPress(day)}
          >
            {shown}
          </button>
        ) : (
          <span>{shown}</span>
        )}
      </td>
    );
  };
  return (
    <div className="year-grid" ref={grid}>
      {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => {
        const first = `${year}-${String(month).padStart(2, "0")}-01`;
        const weeks: Day[][] = [];
        for (
          let monday = addDays(first, 1 - weekdayOf(first));
          monday.slice(0, 7) <= first.slice(0, 7);
          monday = addDays(monday, 7)
        )
          weeks.push([0, 1, 2, 3, 4, 5, 6].map((by) => addDays(monday, by)));
        return (
          <table key={month}>
            <caption>{t.month(month)}</caption>
            <thead>
              <tr>
                {t.weekdays.split(",").map((one) => (
                  <th scope="col" key={one}>
                    {one}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week[0]}>{week.map((day) => (day.slice(0, 7) === first.slice(0, 7) ? cell(day) : <td key={day} />))}</tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </div>
  );
}
