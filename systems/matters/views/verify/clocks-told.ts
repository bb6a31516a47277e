import { type CalendarHistory, type ClockEvent, dueDate, getTerm, type Terms, whatHappened } from "../../../clocks/index.ts";
import type { ReadLine } from "../../../ledger/index.ts";
import type { ClockRow } from "../../store/row.ts";

/** A clock as the journal tells it. */
export interface ClockTold {
  readonly clock: string;
  readonly state: string;
  readonly unit: string | null;
  readonly term: string;
  readonly started: string;
  readonly due: string;
  readonly provisional: boolean;
  readonly events: readonly ClockEvent[];
  /** A date that its own term, start, calendar, pauses and extensions do not give. */
  readonly miscounted: boolean;
}
export type ClocksTold = Readonly<Record<string, ClockTold>>;

/** What a recount needs: every version of the terms and of the calendars. */
export interface Recount {
  readonly terms: Terms;
  readonly calendarOf: CalendarHistory;
}

/** The clocks after this line: see `clockFact` for the order of a fact's parts. */
export function clocksAfter(told: ClocksTold, line: ReadLine, recount: Recount | undefined): ClocksTold {
  let next = told;
  for (const [name, fact] of Object.entries(line.public.facts ?? {})) {
    if (!/^clock\.\d+$/.test(name) || !Array.isArray(fact)) continue;
    const [id, clock, what, state, unit, term, started, due, provisional, calendar, more] = fact as string[];
    const before = told[id!];
    const events = [...(before?.events ?? [])];
    if (what === "paused" || what === "resumed") events.push({ what, at: line.public.at });
    if (what === "extended") events.push({ what, at: line.public.at, facts: { by: Number(more) } });
    const one = {
      clock: clock!,
      state: state!,
      unit: unit === "-" ? null : unit!,
      term: term!,
      started: started!,
      due: due!,
      provisional: provisional === "provisional",
      events,
    };
    const counted =
      what === "started" || what === "extended" || what === "recomputed" || (what === "resumed" && before?.state === "paused");
    next = {
      ...next,
      [id!]: {
        ...one,
        miscounted:
          (before?.miscounted ?? false) ||
          (counted && recount !== undefined && !isCounted(one, calendar!, line.public.at, recount)),
      },
    };
  }
  return next;
}

function isCounted(one: Omit<ClockTold, "miscounted">, calendar: string, at: string, { terms, calendarOf }: Recount): boolean {
  const cut = one.term.lastIndexOf("/");
  const version = Number(one.term.slice(cut + 1));
  if (version === 0) return true;
  const { pauses, extensions } = whatHappened(one.events, new Date(at));
  const due = dueDate({
    term: getTerm(terms, one.term.slice(0, cut), version),
    start: new Date(one.started),
    calendar: calendarOf(calendar),
    pauses,
    extensions,
  });
  return due.due.toISOString() === one.due && due.provisional === one.provisional;
}

const instant = (text: string) => new Date(text).toISOString();

/** Does every clock that the journal tells of stand as told, and is none there that it does not tell of? */
export function clocksStand(told: ClocksTold, rows: readonly ClockRow[], overall: string): boolean {
  const known = new Map(rows.map((row) => [row.id, row]));
  if (rows.some((row) => !told[row.id] && row.id !== overall)) return false;
  return Object.entries(told).every(([id, one]) => {
    const row = known.get(id);
    return (
      row !== undefined &&
      row.clock === one.clock &&
      row.state === one.state &&
      row.unit_id === one.unit &&
      `${row.term}/${row.term_version}` === one.term &&
      instant(row.started_at) === one.started &&
      instant(row.due_at) === one.due &&
      row.provisional === one.provisional
    );
  });
}
