import { addDays, type Day, dayOf, formatWeekday, type Locale, timeOf } from "../../../foundation/time/index.ts";
import type { CountedDay } from "../contract.ts";
import { UNITS } from "../words.ts";
import type { Due } from "./due-date.rule.ts";

/** Runs of days of one name; weekends between two of them belong to the run. */
function runsOf(days: readonly CountedDay[]): { name: string; from: Day; to: Day }[] {
  const runs: { name: string; from: Day; to: Day }[] = [];
  const weekends = new Set(days.filter((day) => day.why === "weekend").map((day) => day.date));
  for (const { date, why, name = "" } of days) {
    if (why !== "holiday") continue;
    const last = runs.at(-1);
    let next = last ? addDays(last.to, 1) : date;
    while (next < date && weekends.has(next)) next = addDays(next, 1);
    if (last && last.name === name && next === date) last.to = date;
    else runs.push({ name, from: date, to: date });
  }
  return runs;
}

/** A day without its year where that is the year of the start. */
const shortly = (day: Day, start: Day): string => (day.slice(0, 4) === start.slice(0, 4) ? day.slice(5) : day);

const by = (locale: Locale, ...parts: readonly (string | undefined)[]): string => {
  const said = parts.filter(Boolean);
  if (said.length === 0) return "";
  return locale === "en" ? ` (${said.join("; ")})` : `（${said.join("，")}）`;
};
const amount = (n: number, unit: Due["term"]["unit"], locale: Locale): string => {
  const shown = Number.isInteger(n) ? String(n) : n.toFixed(1);
  return locale === "en" ? `${shown} ${UNITS[unit].en}` : `${shown}${UNITS[unit]["zh-CN"]}`;
};

function chinese(due: Due, start: Day): string {
  const { unit, length } = due.term;
  const inDays = unit.endsWith("days");
  const short = (day: Day) => shortly(day, start);
  const span = (from: Day, to: Day) => (from === to ? short(from) : `${short(from)}至${short(to)}`);
  const free = inDays && unit === "natural days" ? [] : runsOf(due.days);
  const made = due.days.filter((day) => day.why === "make-up workday" && day.counted);
  const counted = [
    free.length > 0 ? `${free.map((run) => `${run.name}${span(run.from, run.to)}`).join("、")}不计` : "",
    made.length > 0
      ? `${made.map((day) => `${short(day.date)}（${formatWeekday(day.date, "zh-CN")}）`).join("、")}调休上班计入`
      : "",
  ].filter(Boolean);
  const pauses = due.pauses.map((one) => {
    const [from, to] = [dayOf(new Date(one.from)), one.to && dayOf(new Date(one.to))];
    const when = to ? span(from, to) : `${short(from)}起`;
    return `${one.name ? `因${one.name}` : ""}暂停${amount(one.left, unit, "zh-CN")}${by("zh-CN", when, one.approver && `${one.approver}批准`)}`;
  });
  const longer = due.extensions.map(
    (one) =>
      `${one.ground ? `因${one.ground}` : ""}延长${amount(one.by, unit, "zh-CN")}${by("zh-CN", one.approver && `${one.approver}批准`)}`,
  );
  const rolled = due.rolledDays > 0 ? [`最后一日遇${freeName(due, "zh-CN")}，顺延${due.rolledDays}天`] : [];
  const head = `自${inDays ? start : `${start} ${timeOf(new Date(due.start))}`}起${amount(length, unit, "zh-CN")}${inDays ? "，当日不计" : ""}`;
  const said = [head, counted.join("，"), ...pauses, ...longer, ...rolled].filter(Boolean).join("；");
  return `${said}：到${lastMoment(due)}。${provisionalWords(due, "zh-CN")}规则：${due.term.name}（第${due.term.version}版）；依据：${due.term.basis}。`;
}

function english(due: Due, start: Day): string {
  const { unit, length } = due.term;
  const inDays = unit.endsWith("days");
  const short = (day: Day) => shortly(day, start);
  const span = (from: Day, to: Day) => (from === to ? short(from) : `${short(from)} to ${short(to)}`);
  const free = unit === "natural days" ? [] : runsOf(due.days);
  const made = due.days.filter((day) => day.why === "make-up workday" && day.counted);
  const counted = [
    free.length > 0 ? `${free.map((run) => `${run.name} ${span(run.from, run.to)}`).join(", ")} not counted` : "",
    made.length > 0
      ? `${made.map((day) => `${formatWeekday(day.date, "en")} ${short(day.date)}`).join(", ")} worked and counted`
      : "",
  ].filter(Boolean);
  const pauses = due.pauses.map((one) => {
    const [from, to] = [dayOf(new Date(one.from)), one.to && dayOf(new Date(one.to))];
    const when = to ? span(from, to) : `since ${short(from)}`;
    return `paused ${amount(one.left, unit, "en")}${one.englishName ? ` for ${one.englishName}` : ""}${by("en", when, one.approver && `approved by ${one.approver}`)}`;
  });
  const longer = due.extensions.map(
    (one) => `extended by ${amount(one.by, unit, "en")}${by("en", one.ground, one.approver && `approved by ${one.approver}`)}`,
  );
  const rolled =
    due.rolledDays > 0 ? [`moved on by ${due.rolledDays} days because the last day was free (${freeName(due, "en")})`] : [];
  const head = `${amount(length, unit, "en")} from ${inDays ? `${start}, not counting that day` : `${start} ${timeOf(new Date(due.start))}`}`;
  const said = [head, counted.join(", "), ...pauses, ...longer, ...rolled].filter(Boolean).join("; ");
  return `${said}: until ${lastMoment(due)}. ${provisionalWords(due, "en")}Rule: ${due.term.englishName || due.term.name} (version ${due.term.version}); basis: ${due.term.basis}.`;
}

/** The day; with the hour where the term does not simply end with the day. */
function lastMoment(due: Due): string {
  const time = timeOf(due.due);
  return time === "23:59" ? due.lastDay : `${due.lastDay} ${time}`;
}

/** What the natural last day fell on: the holiday's name, else the weekend. */
function freeName(due: Due, locale: Locale): string {
  const day = due.days.findLast((one) => one.counted);
  const run = due.days.slice(due.days.indexOf(day as CountedDay));
  const named = run.find((one) => one.name && one.why !== "last day moved here")?.name;
  return named ?? (locale === "en" ? "weekend" : "周末");
}

function provisionalWords(due: Due, locale: Locale): string {
  if (!due.provisional) return "";
  const years = due.assumedYears.join(locale === "en" ? ", " : "、");
  return locale === "en"
    ? `The holidays of ${years} are not published yet; the date is provisional. `
    : `${years}年放假安排尚未公布，期限为暂定。`;
}

/**
 * How a date came about, in one sentence a resident can check: the start, what was not counted and what was, each pause and each
 * extension with its ground and the post that approved it, the day, the rule and its basis.
 */
export function dueSentence(due: Due, locale: Locale): string {
  const start = dayOf(new Date(due.start));
  return locale === "en" ? english(due, start) : chinese(due, start);
}
