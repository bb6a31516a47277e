import { newId } from "../../../foundation/ids.ts";
import type { Term } from "../contract.ts";
import type { Calendar } from "./calendar.ts";
import { type Due, dueDate } from "./due-date.rule.ts";

/** Rows as the columns of clocks.running and clocks.events, without county_code; ready to be JSON for a hot function. */
export interface ClockRows {
  readonly running: {
    readonly id: string;
    readonly clock: string;
    readonly unit_id: string | null;
    readonly procedure_kind: string;
    readonly procedure_id: string;
    readonly matter_id: string;
    readonly term: string;
    readonly term_version: number;
    readonly started_at: string;
    readonly due_at: string;
    readonly provisional: boolean;
    readonly state: "running";
  };
  readonly event: {
    readonly id: string;
    readonly running_id: string;
    readonly matter_id: string;
    readonly what: "started";
    readonly at: string;
    readonly facts: Record<string, unknown>;
  };
  /** Nothing where the date was set from outside. */
  readonly due: Due | undefined;
}

export interface ClockStart {
  readonly procedureKind: string;
  readonly procedureId: string;
  readonly matterId: string;
  readonly start: Date;
  /** Which of the procedure's clocks, and whose time it is; its own overall clock where nothing is said. */
  readonly clock?: string | undefined;
  readonly unitId?: string | undefined;
}

/** The rows of a clock that starts now under a term of the county. */
export function startClock(input: ClockStart & { term: Term; calendar: Calendar }): ClockRows {
  const due = dueDate({ term: input.term, start: input.start, calendar: input.calendar });
  return rowsOf(input, input.term.term, input.term.version, due.due, due.provisional, { calendar: input.calendar.version }, due);
}

/** The rows of a clock whose date a higher order has set: that date governs and is never recomputed. */
export const startClockWithOutsideDate = (input: ClockStart & { due: Date; basis: string }): ClockRows =>
  rowsOf(input, "set from outside", 0, input.due, false, { basis: input.basis }, undefined);

function rowsOf(
  input: ClockStart,
  term: string,
  version: number,
  dueAt: Date,
  provisional: boolean,
  facts: Record<string, unknown>,
  due: Due | undefined,
): ClockRows {
  const [id, at] = [newId(), input.start.toISOString()];
  return {
    running: {
      id,
      clock: input.clock ?? "answer",
      unit_id: input.unitId ?? null,
      procedure_kind: input.procedureKind,
      procedure_id: input.procedureId,
      matter_id: input.matterId,
      term,
      term_version: version,
      started_at: at,
      due_at: dueAt.toISOString(),
      provisional,
      state: "running",
    },
    event: {
      id: newId(),
      running_id: id,
      matter_id: input.matterId,
      what: "started",
      at,
      facts: { term, termVersion: version, dueAt: dueAt.toISOString(), provisional, ...facts },
    },
    due,
  };
}
