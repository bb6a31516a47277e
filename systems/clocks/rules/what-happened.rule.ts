import type { Pause } from "./due-date.rule.ts";

export interface ClockEvent {
  readonly what: string;
  readonly at: Date | string;
  /** Of "extended": `by`, in the term's own unit. */
  readonly facts?: Readonly<Record<string, unknown>> | null;
}

/** What a clock's events, oldest first, mean for its due date: its pauses (an open one lasts until `now`) and its extensions. */
export function whatHappened(events: readonly ClockEvent[], now: Date): { pauses: Pause[]; extendedBy: number } {
  const pauses: Pause[] = [];
  let since: Date | undefined;
  let extendedBy = 0;
  for (const { what, at, facts } of events) {
    if (what === "paused") since ??= new Date(at);
    else if (what === "resumed" && since) {
      pauses.push({ from: since, to: new Date(at) });
      since = undefined;
    } else if (what === "extended") extendedBy += Number(facts?.by ?? 0);
  }
  if (since) pauses.push({ from: since, to: now });
  return { pauses, extendedBy };
}
