import type { z } from "zod";
import type { Locale } from "../../../../foundation/time/index.ts";
import { getTerm } from "../../../clocks/index.ts";
import type { MatterClock, MatterPage } from "../../contract.ts";
import { CLOCKS_THAT_MAY_GET_TIME } from "../../rules/clocks-of-a-matter.ts";
import type { Books } from "../../store/books.ts";
import type { AssignmentRow, ClockRow, ForAct } from "../../store/row.ts";
import { dueWords } from "../due-words.ts";
import { countedDue, countInWords } from "./due-explained.ts";

type Shown = z.output<typeof MatterClock>;
const TIMED: readonly string[] = CLOCKS_THAT_MAY_GET_TIME;
const UNIT_WORDS: Record<string, Record<Locale, string>> = {
  "working days": { "zh-CN": "个工作日", en: "working days" },
  "natural days": { "zh-CN": "天", en: "days" },
  "working hours": { "zh-CN": "个工作小时", en: "working hours" },
  "urgent hours": { "zh-CN": "小时", en: "hours" },
};

/** The clocks that count and the overall one, each with how its date came about and what time may be asked for it. */
export const clocksOfThePage = (books: Books, found: ForAct, now: Date, locale: Locale): Shown[] =>
  found.clocks
    .filter((one) => one.state === "running" || one.state === "paused" || one.id === found.matter.clock_id)
    .map((one) => shown(books, one, found, now, locale));

function shown(books: Books, clock: ClockRow, found: ForAct, now: Date, locale: Locale): Shown {
  const { matter } = found;
  const overall = clock.id === matter.clock_id;
  const term = clock.term_version > 0 ? getTerm(books.terms, clock.term, clock.term_version) : undefined;
  const counts = clock.state === "running" || clock.state === "paused";
  const ended = !counts && clock.ended_at !== null;
  const words = dueWords(
    books,
    {
      due_at: clock.due_at,
      due_provisional: clock.provisional,
      state: ended ? "withdrawn" : "handling",
      closed_at: clock.state === "met" || clock.state === "missed" ? clock.ended_at : null,
      closed_in_time: clock.state === "met",
      term: clock.term,
      waiting_for_resident: false,
    },
    now,
    locale,
  );
  return {
    id: clock.id,
    clock: clock.clock,
    state: clock.state,
    overdue: words.state === "overdue",
    unit: clock.unit_id ? (books.units.get(clock.unit_id)?.shortName ?? null) : null,
    name: term ? (locale === "en" ? term.englishName || term.name : term.name) : "",
    startedAt: new Date(clock.started_at).toISOString(),
    at: words.at,
    provisional: words.provisional,
    workingDays: words.workingDays,
    words: clock.state === "paused" ? matterPaused(locale) : words.words,
    term: clock.term,
    ...countInWords(countedDue(books, clock, now), new Date(clock.due_at), locale),
    unitWords: term ? (UNIT_WORDS[term.unit]?.[locale] ?? "") : "",
    mayAsk: counts && TIMED.includes(clock.clock) && clock.term_version > 0 && (overall || clock.unit_id === matter.lead_unit),
    grounds: (term?.pauses ?? []).map((one) => ({
      ground: one.ground,
      name: locale === "en" ? one.englishName || one.name : one.name,
      basis: one.basis,
    })),
    extension: term?.extension
      ? {
          most: term.extension.most,
          approver: term.extension.approver,
          englishApprover: term.extension.englishApprover,
          basis: term.extension.basis,
        }
      : null,
  };
}

const matterPaused = (locale: Locale) => (locale === "en" ? "stands still" : "已暂停");

/** The clock of one unit's part: its own where one counts. */
export function dueOfAPart(
  clocks: readonly Shown[],
  rows: readonly ClockRow[],
  part: AssignmentRow,
): z.output<typeof MatterPage>["due"] {
  const names = { lead: ["handle", "sign"], support: ["support"], called: ["arrive"] }[part.role] as readonly string[];
  const row = rows.findLast((one) => names.includes(one.clock) && one.unit_id === part.unit_id);
  const clock = clocks.find((one) => one.id === row?.id);
  if (!clock || clock.state === "stopped") return null;
  return { ...clock, state: clock.state === "running" ? (clock.overdue ? "overdue" : "running") : clock.state };
}
