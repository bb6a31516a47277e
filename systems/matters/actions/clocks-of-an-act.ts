import { newId } from "../../../foundation/ids.ts";
import { dayOf } from "../../../foundation/time/index.ts";
import { calendarVersionBetween, dueDate, getTerm, whatHappened } from "../../clocks/index.ts";
import { type ClockChange, clockChanges } from "../rules/clock-changes.rule.ts";
import { CLOCKS_OF_A_MATTER, type ClockName } from "../rules/clocks-of-a-matter.ts";
import type { MatterAct } from "../rules/lifecycle.ts";
import { termOfAMatter } from "../rules/term-of-a-matter.rule.ts";
import type { Books } from "../store/books.ts";
import { explainDue } from "../store/explain-due.ts";
import type { AssignmentRow, ClockRow, MatterRow } from "../store/row.ts";
import type { Effects, Setting } from "./effects/shape.ts";

export interface ClockEventRow {
  readonly id: string;
  readonly running_id: string;
  readonly what: "started" | "paused" | "resumed" | "extended" | "stopped" | "recomputed";
  readonly facts: Record<string, unknown>;
}

export interface ActClocks {
  /** Each clock that the act touched, as it stands after it. */
  readonly rows: readonly ClockRow[];
  readonly events: readonly ClockEventRow[];
  /** For the public group of the act's line: see `clockFact`. */
  readonly facts: Readonly<Record<string, string[]>>;
}

const iso = (text: string): string => new Date(text).toISOString();

/**
 * One touched clock in the journal, codes and instants only: id, clock, what, state, unit, term/version, started, due, provisional,
 * calendar, and for a pause its ground or for an extension its length.
 */
export const clockFact = (row: ClockRow, what: ClockEventRow["what"], calendar: string, more = "-"): string[] => [
  row.id,
  row.clock,
  what,
  row.state,
  row.unit_id ?? "-",
  `${row.term}/${row.term_version}`,
  iso(row.started_at),
  iso(row.due_at),
  row.provisional ? "provisional" : "certain",
  calendar,
  more,
];

/** The calendar's versions that this clock's count rests on. */
export const calendarOf = (books: Books, row: Pick<ClockRow, "started_at" | "due_at">): string =>
  calendarVersionBetween(books.calendar, dayOf(new Date(row.started_at)), dayOf(new Date(row.due_at)));

/** The term that this clock of a matter runs under, where the county has one. */
export function startClockOf(
  books: Books,
  clock: ClockName,
  unit: string | null,
  matter: Pick<MatterRow, "kind" | "urgency">,
  start: Date,
): ClockRow | undefined {
  const code = termOfAMatter(books.data["term-choices"] ?? [], CLOCKS_OF_A_MATTER[clock].term, matter.kind, matter.urgency);
  if (!code) return undefined;
  const { due, term } = explainDue(books, start, code);
  return {
    id: newId(),
    clock,
    unit_id: unit,
    term: term.term,
    term_version: term.version,
    started_at: start.toISOString(),
    due_at: due.due.toISOString(),
    provisional: due.provisional,
    state: "running",
    paused_at: null,
    ended_at: null,
  };
}

/** Open parts after the act, by unit. */
function partsAfter(setting: Setting, effects: Effects, after: MatterRow) {
  const byId = new Map<string, AssignmentRow>(setting.found.assignments.map((one) => [one.id, one]));
  for (const one of effects.assignments) byId.set(one.id, one);
  const open = [...byId.values()].filter((one) => one.ended_at === null);
  const of = (role: AssignmentRow["role"]) => open.filter((one) => one.role === role).map((one) => one.unit_id);
  return { receiving: after.received_by, lead: after.lead_unit, supports: of("support"), called: of("called") };
}

/** What an act does to the clocks of its matter, by the declared table, and to one of them where it grants or ends time. */
export function clocksOfAnAct(setting: Setting, act: MatterAct, effects: Effects, after: MatterRow): ActClocks {
  const { books, found, actor, now } = setting;
  const touched = new Map<
    string,
    { row: ClockRow; what: ClockEventRow["what"]; more?: string; facts?: Record<string, unknown> }
  >();
  const parts = partsAfter(setting, effects, after);
  const calledBefore = new Set(found.assignments.filter((one) => one.role === "called").map((one) => one.id));
  const changes = clockChanges(
    {
      act,
      actingUnits: actor.units,
      newlyCalled: effects.assignments
        .filter((one) => one.role === "called" && !calledBefore.has(one.id))
        .map((one) => one.unit_id),
      now,
    },
    found.clocks.map((one) => ({ id: one.id, clock: one.clock, unit: one.unit_id, state: one.state, due: new Date(one.due_at) })),
    parts,
  );
  const known = new Map(found.clocks.map((one) => [one.id, one]));
  for (const change of changes) {
    const row = changed(books, known, change, after, now);
    if (row)
      touched.set(row.id, { row, what: change.what === "starts" ? "started" : change.what === "ends" ? "stopped" : "resumed" });
  }
  if (effects.time) {
    const { clock: id, what, facts } = effects.time;
    const row = known.get(id)!;
    touched.set(id, { row: withTime(books, row, what, facts, now), what, more: String(facts.ground ?? facts.by ?? "-"), facts });
  }
  const overall = known.get(after.clock_id);
  const kept = touched.get(after.clock_id)?.row ?? overall;
  if (kept && (iso(kept.due_at) !== iso(after.due_at) || kept.term !== after.term) && effects.time?.clock !== kept.id)
    touched.set(kept.id, {
      row: {
        ...kept,
        ...(effects.countedFrom && { started_at: effects.countedFrom }),
        due_at: after.due_at,
        provisional: after.due_provisional,
        term: after.term,
        term_version: after.term_version,
      },
      what: touched.get(kept.id)?.what ?? "recomputed",
    });

  const all = [...touched.values()];
  return {
    rows: all.map(({ row }) => withoutEvents(row)),
    events: all.map(({ row, what, facts }) => ({
      id: newId(),
      running_id: row.id,
      what,
      facts: { act, clock: row.clock, due: iso(row.due_at), ...facts },
    })),
    facts: Object.fromEntries(
      all.map(({ row, what, more }, index) => [`clock.${index}`, clockFact(row, what, calendarOf(books, row), more)]),
    ),
  };
}

function changed(
  books: Books,
  known: ReadonlyMap<string, ClockRow>,
  change: ClockChange,
  matter: MatterRow,
  now: Date,
): ClockRow | undefined {
  if (change.what === "starts") return startClockOf(books, change.clock, change.unit, matter, now);
  const row = known.get(change.id)!;
  if (change.what === "ends") return { ...row, state: change.state, paused_at: null, ended_at: now.toISOString() };
  return { ...row, state: "running", ended_at: null };
}

/** The clock paused, going again, or longer: its date counted anew from its start with all its pauses and extensions. */
function withTime(
  books: Books,
  row: ClockRow,
  what: "paused" | "resumed" | "extended",
  facts: Record<string, unknown>,
  now: Date,
): ClockRow {
  if (what === "paused") return { ...row, state: "paused", paused_at: now.toISOString() };
  const events = [...(row.events ?? []), { what, at: now, facts }];
  const { pauses, extensions } = whatHappened(events, now);
  const term = getTerm(books.terms, row.term, row.term_version);
  const due = dueDate({
    term,
    start: new Date(row.started_at),
    calendar: books.calendar,
    pauses,
    extensions,
  });
  return {
    ...row,
    due_at: due.due.toISOString(),
    provisional: due.provisional,
    ...(what === "resumed" && { state: "running" as const, paused_at: null }),
  };
}

function withoutEvents({ events: _events, ...row }: ClockRow): ClockRow {
  return row;
}
