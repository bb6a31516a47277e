import { Refusal } from "../../../../foundation/refusal.ts";
import type { TermUnit } from "../../../clocks/contract.ts";
import { getTerm, mayExtend, mayPause } from "../../../clocks/index.ts";
import type { AskedTime, ClockRow } from "../../store/row.ts";
import { type Effects, type InputOf, leadOf, nothing, type Setting, words } from "./shape.ts";

/** The unit asks that one of the clocks stand still or be lengthened, on a ground that the clock's own term names. */
export function askForTime(setting: Setting, input: InputOf<"ask-for-time">): Effects {
  const { found, now } = setting;
  if (found.matter.asked) throw new Refusal("matters.time-asked-already");
  const clock = countingClock(setting, input.clock);
  if (clock.state === "paused") throw new Refusal("matters.clock-stands-already");
  const asked: AskedTime = {
    clock: clock.id,
    what: input.what,
    ground: input.ground,
    by: input.what === "extend" ? (input.by ?? null) : null,
    unit: found.matter.lead_unit ?? found.matter.received_by,
    at: now.toISOString(),
  };
  const unit = theTermAllowsIt(setting, clock, asked);
  return {
    ...nothing,
    row: { asked },
    content: {
      ...words(input.reason),
      asked: { clock: clock.clock, what: asked.what, ground: asked.ground, by: asked.by, unit },
    },
    tellUnits: [found.matter.received_by],
  };
}

/** Granted by someone else than who asked: the clock stands still from now, or is longer. */
export function grantTime(setting: Setting, input: InputOf<"grant-time">): Effects {
  const { found, books, actor } = setting;
  const { asked } = found.matter;
  if (!asked) throw new Refusal("matters.no-time-asked");
  const clock = found.clocks.find((one) => one.id === asked.clock && (one.state === "running" || one.state === "paused"));
  if (!clock) throw new Refusal("matters.no-such-clock");
  const unit = theTermAllowsIt(setting, clock, asked);
  const overall = clock.id === found.matter.clock_id;
  if (overall && !input.note) throw new Refusal("matters.the-resident-is-told-why");
  const approver = books.units.get(actor.unit ?? "")?.name ?? "";
  return {
    ...nothing,
    row: { asked: null },
    time: {
      clock: clock.id,
      what: asked.what === "pause" ? "paused" : "extended",
      facts: { ...(asked.what === "pause" ? { ground: asked.ground } : { by: asked.by }), approver },
    },
    content: {
      ...words(input.note),
      granted: { clock: clock.clock, what: asked.what, ground: asked.ground, by: asked.by, unit },
      ...(overall && { overall: true }),
    },
    tellUnits: leadOf(found.matter),
  };
}

export const refuseTime = ({ found }: Setting, input: InputOf<"refuse-time">): Effects => {
  if (!found.matter.asked) throw new Refusal("matters.no-time-asked");
  return { ...nothing, row: { asked: null }, content: words(input.reason), tellUnits: leadOf(found.matter) };
};

/** The ground is over: the clock goes on, its date counted anew without the days it stood still. */
export function resumeClock(setting: Setting, input: InputOf<"resume-clock">): Effects {
  const clock = setting.found.clocks.find((one) => one.state === "paused" && (!input.clock || one.clock === input.clock));
  if (!clock) throw new Refusal("matters.no-clock-stands");
  return {
    ...nothing,
    time: { clock: clock.id, what: "resumed", facts: {} },
    content: { ...words(input.note), resumed: clock.clock },
    tellUnits: leadOf(setting.found.matter),
  };
}

function countingClock({ found }: Setting, name: string): ClockRow {
  const clock = found.clocks.findLast((one) => one.clock === name && (one.state === "running" || one.state === "paused"));
  if (!clock) throw new Refusal("matters.no-such-clock");
  return clock;
}

/** Returns the unit that `by` is counted in. */
function theTermAllowsIt({ books }: Setting, clock: ClockRow, asked: Pick<AskedTime, "what" | "ground" | "by">): TermUnit {
  if (clock.term_version === 0) throw new Refusal("matters.the-platform-set-this-date");
  const term = getTerm(books.terms, clock.term, clock.term_version);
  if (asked.what === "pause") {
    mayPause(term, asked.ground);
    return term.unit;
  }
  const already = (clock.events ?? [])
    .filter((one) => one.what === "extended")
    .map((one) => ({ by: Number(one.facts?.by ?? 0) }));
  mayExtend(term, already, asked.by ?? 0);
  return term.unit;
}
