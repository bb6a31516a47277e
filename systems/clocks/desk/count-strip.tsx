import { addDays, type Day, weekdayOf } from "../../../foundation/time/index.ts";
import { useLanguage, useWords } from "../../../ui/index.ts";
import type { Due } from "../rules/due-date.rule.ts";
import { dayWords } from "../words.ts";
import { clockDeskWords } from "./words.ts";

/** Every day of a count, a week a row: the number it has in the term, or why it has none. */
export function CountStrip({ due }: { due: Due }) {
  const t = useWords(clockDeskWords);
  const language = useLanguage();
  const known = new Map(due.days.map((day) => [day.date, day]));
  const first = due.days[0]?.date ?? due.lastDay;
  const weeks: Day[][] = [];
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= due.lastDay; monday = addDays(monday, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((by) => addDays(monday, by)));
  return (
    <table className="count-strip">
      <caption className="hidden-words">{t.strip}</caption>
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
          <tr key={week[0]}>
            {week.map((date) => {
              const day = known.get(date);
              const look = !day
                ? "out"
                : date === due.lastDay
                  ? "due"
                  : day.counted
                    ? "counted"
                    : day.why === "starting day"
                      ? "start"
                      : "rest";
              const mark =
                date === due.lastDay
                  ? t.end
                  : look === "start"
                    ? t.start
                    : day?.n
                      ? String(day.n)
                      : day?.hours
                        ? String(day.hours)
                        : "";
              return (
                <td key={date} data-look={look} title={day ? dayWords(day, language) : undefined}>
                  {date.slice(5)}
                  <small>{mark || (day ? dayWords(day, language).slice(0, language === "en" ? 12 : 6) : "")}</small>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
