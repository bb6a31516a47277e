import { CLOCK_NAMES, CLOCKS_OF_A_MATTER, type ClockHolder, type ClockName, type DeclaredClock } from "./clocks-of-a-matter.ts";
import type { MatterAct } from "./lifecycle.ts";

/** A clock of the matter that still counts, or its overall one. */
export interface KnownClock {
  readonly id: string;
  readonly clock: ClockName;
  readonly unit: string | null;
  readonly state: "running" | "paused" | "stopped" | "met" | "missed";
  readonly due: Date;
}

/** Who has which part after the act. */
export interface Parts {
  readonly receiving: string;
  readonly lead: string | null;
  readonly supports: readonly string[];
  readonly called: readonly string[];
}

export type ClockChange =
  | { readonly what: "starts"; readonly clock: ClockName; readonly unit: string | null }
  | { readonly what: "ends"; readonly id: string; readonly state: "met" | "missed" | "stopped" }
  | { readonly what: "goes on"; readonly id: string };

/** The act that was done, and the units that did it where only their own parts are meant. */
export interface ClockOccasion {
  readonly act: MatterAct;
  readonly actingUnits: readonly string[];
  /** Units called by this act: theirs alone start. */
  readonly newlyCalled: readonly string[];
  readonly now: Date;
}

const holders = (of: ClockHolder, parts: Parts): readonly string[] => {
  if (of === "each supporting unit") return parts.supports;
  if (of === "each unit called") return parts.called;
  return of === "the lead unit" ? (parts.lead ? [parts.lead] : []) : [parts.receiving];
};

/** Only the unit that acts meets a clock that several units have at once. */
const isMine = (of: ClockHolder, unit: string | null, occasion: ClockOccasion): boolean =>
  !of.startsWith("each") || (unit !== null && occasion.actingUnits.includes(unit));

/**
 * Which clocks an act starts, ends and lets go on, by the declared table alone; `known` is in the order of their start. A clock of a unit that has lost its part ends
 * without a verdict; one that starts anew for the same unit ends the one before.
 */
export function clockChanges(occasion: ClockOccasion, known: readonly KnownClock[], parts: Parts): ClockChange[] {
  const { act, now } = occasion;
  const changes: ClockChange[] = [];
  for (const clock of known) {
    const declared: DeclaredClock = CLOCKS_OF_A_MATTER[clock.clock];
    const counts = clock.state === "running" || clock.state === "paused";
    if (!counts) {
      const latest = known.findLast((one) => one.clock === clock.clock);
      if (declared.goesOn.includes(act) && clock === latest && !hasLostItsPart(declared, clock.unit, parts))
        changes.push({ what: "goes on", id: clock.id });
      continue;
    }
    if (declared.meets.includes(act) && isMine(declared.of, clock.unit, occasion))
      changes.push({ what: "ends", id: clock.id, state: now.getTime() <= clock.due.getTime() ? "met" : "missed" });
    else if (declared.stops.includes(act) || hasLostItsPart(declared, clock.unit, parts) || declared.starts.includes(act))
      changes.push({ what: "ends", id: clock.id, state: "stopped" });
  }
  for (const name of CLOCK_NAMES) {
    const declared: DeclaredClock = CLOCKS_OF_A_MATTER[name];
    if (!declared.starts.includes(act) || act === "receive") continue;
    const starting = declared.of === "each unit called" ? occasion.newlyCalled : holders(declared.of, parts);
    for (const unit of starting) changes.push({ what: "starts", clock: name, unit });
  }
  return changes;
}

function hasLostItsPart(declared: DeclaredClock, unit: string | null, parts: Parts): boolean {
  if (declared.of === "the matter" || declared.of === "the receiving unit") return false;
  return unit !== null && !holders(declared.of, parts).includes(unit);
}
