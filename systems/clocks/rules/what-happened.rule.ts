import type { Extension, Pause } from "./due-date.rule.ts";

export interface ClockEvent {
  readonly what: string;
  readonly at: Date | string;
  /** Of "paused": `ground`, `approver`. Of "extended": `by` in the term's own unit, `ground`, `approver`. */
  readonly facts?: Readonly<Record<string, unknown>> | null;
}

/** What a clock's events mean for its due date. */
export interface WhatHappened {
  readonly pauses: Pause[];
  readonly extensions: Extension[];
  /** The sum of the extensions. */
  readonly extendedBy: number;
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const why = (facts: ClockEvent["facts"]) => ({
  ...(text(facts?.ground) && { ground: text(facts?.ground) }),
  ...(text(facts?.approver) && { approver: text(facts?.approver) }),
});

/** What a clock's events, oldest first, mean for its due date: its pauses (an open one lasts until `now`) and its extensions. */
export function whatHappened(events: readonly ClockEvent[], now: Date): WhatHappened {
  const pauses: Pause[] = [];
  const extensions: Extension[] = [];
  let open: Pause | undefined;
  for (const { what, at, facts } of events) {
    if (what === "paused") open ??= { from: new Date(at), ...why(facts) };
    else if (what === "resumed" && open) {
      pauses.push({ ...open, to: new Date(at) });
      open = undefined;
    } else if (what === "extended") extensions.push({ by: Number(facts?.by ?? 0), ...why(facts) });
  }
  if (open) pauses.push({ ...open, to: now });
  return { pauses, extensions, extendedBy: extensions.reduce((sum, one) => sum + one.by, 0) };
}
