import { beijingDay, dateTime } from "../../../../foundation/i18n/dates.ts";
import { Icon, useLanguage, useWords } from "../../../../ui/index.ts";
import type { MatterPage } from "../queries.ts";
import { pageWords } from "./words.ts";

type Due = NonNullable<MatterPage["due"]>;
const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const columnOf = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** How the deadline is counted: the sentence, its basis, and every day of it on a calendar. */
export function DuePanel({ due }: { due: Due }) {
  const t = useWords(pageWords);
  const language = useLanguage();
  const first = due.days[0]?.date;
  const last = due.days.at(-1)?.date;
  const today = beijingDay(new Date());
  const dueDay = beijingDay(due.at);
  const known = new Map(due.days.map((one) => [one.date, one]));
  const weeks: string[][] = [];
  if (first && last) {
    const end = [last, dueDay].sort()[1] ?? last;
    for (let monday = plus(first, -columnOf(first)); monday <= end; monday = plus(monday, 7))
      weeks.push([0, 1, 2, 3, 4, 5, 6].map((by) => plus(monday, by)));
  }
  return (
    <div className="due-panel">
      <div className="row">
        <h2>{t.dueTitle}</h2>
        <span className="space" />
        <span className="text-small meta">{due.basis}</span>
      </div>
      <p className="text-small second">{due.sentence}</p>
      {due.provisional && (
        <p className="text-small row due-provisional">
          <Icon name="triangle" small />
          {t.provisional}
        </p>
      )}
      {weeks.length > 0 && (
        <table className="due-calendar">
          <caption className="hidden-words">{t.dueTitle}</caption>
          <thead>
            <tr>
              <td />
              {t.weekdays.split(",").map((one) => (
                <th scope="col" key={one}>
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, index) => (
              <tr key={week[0]}>
                <th scope="row">
                  {index === 0 || week.some((day) => day.endsWith("-01"))
                    ? t.month(Number((week.find((day) => day.endsWith("-01")) ?? week[0] ?? "").slice(5, 7)))
                    : ""}
                </th>
                {week.map((day) => {
                  const one = known.get(day);
                  const look =
                    day === dueDay
                      ? "due"
                      : day === today
                        ? "today"
                        : !one
                          ? "out"
                          : one.counted
                            ? day > today
                              ? "left"
                              : "counted"
                            : day === first
                              ? "start"
                              : "rest";
                  const words = [
                    day === first ? t.received : "",
                    one?.counted && one.n ? String(one.n) : "",
                    one && !one.counted && day !== first ? t.rest : "",
                    day === today ? t.todayMark : "",
                    day === dueDay ? t.dueDay : "",
                  ]
                    .filter(Boolean)
                    .join(" ");
                  return (
                    <td key={day} data-look={look} title={one?.why ?? undefined}>
                      {Number(day.slice(8))}
                      <small>{words}</small>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="text-small second">
        {due.words} · {dateTime(due.at, language)}
      </p>
    </div>
  );
}
