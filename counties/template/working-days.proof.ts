// Prints how many due dates were compared with chinese-days, and which of them differ. Run by working-days.test.ts in four zones.
import { createRequire } from "node:module";
import { type Day, isWeekend, startOfDay } from "../../foundation/time/index.ts";
import { Term } from "../../systems/clocks/contract.ts";
import { makeCalendar } from "../../systems/clocks/rules/calendar.ts";
import { dueDate } from "../../systems/clocks/rules/due-date.rule.ts";
import { notices } from "./notices.table.ts";

const LONGEST = 90;
const calendar = makeCalendar(
  410425,
  notices.map((notice) => ({ ...notice, version: 1 })),
);
const days: Day[] = [];
for (let at = Date.UTC(2007, 0, 1); at <= Date.UTC(2026, 11, 31); at += 86_400_000)
  days.push(new Date(at).toISOString().slice(0, 10));
/** The library answers a day early where the machine stands west of Greenwich; its own data does not depend on the zone. */
const theirs = createRequire(import.meta.url)("chinese-days/dist/chinese-days.json") as Record<
  "holidays" | "workdays",
  Record<Day, unknown>
>;
const works = days.map((day) => day in theirs.workdays || (!(day in theirs.holidays) && !isWeekend(day)));

/** The first worked day from each day on, itself included; undefined behind the last published year. */
const nextWorked: (number | undefined)[] = new Array(days.length);
for (let at = days.length - 1; at >= 0; at -= 1) nextWorked[at] = works[at] ? at : nextWorked[at + 1];

const termsOf = (unit: Term["unit"]): Term[] =>
  Array.from({ length: LONGEST }, (_, at) =>
    Term.parse({ term: "proof", version: 1, name: "核对", length: at + 1, unit, basis: "核对" }),
  );
const [working, natural] = [termsOf("working days"), termsOf("natural days")];
const compared = { "working days": 0, "natural days": 0 };
const disagreements: string[] = [];

function compare(term: Term, from: number, expected: number): void {
  const answer = dueDate({ term, start: startOfDay(days[from]!, (from * 37) % 1440), calendar });
  compared[term.unit as keyof typeof compared] += 1;
  if (answer.lastDay !== days[expected] || answer.provisional)
    disagreements.push(`${days[from]} + ${term.length} ${term.unit}: ${answer.lastDay}, expected ${days[expected]}`);
}

for (let from = 0; from < days.length; from += 1) {
  let last = from;
  for (const term of working) {
    const next = nextWorked[last + 1];
    if (next === undefined) break;
    last = next;
    compare(term, from, last);
  }
  for (const term of natural) {
    const rolled = nextWorked[from + term.length];
    if (rolled === undefined) break;
    compare(term, from, rolled);
  }
}
console.log(
  JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, compared, disagreements: disagreements.slice(0, 20) }),
);
