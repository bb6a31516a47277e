import type { Actor } from "../../../../foundation/db/actor.ts";
import type { MatterAct } from "../../rules/lifecycle.ts";
import type { ForAct } from "../../store/row.ts";

/** Acts that the table lets this reader do, without those for which nothing is there: no time asked for, nobody called, no clock that stands. */
export function actsOpenNow(
  actor: Actor,
  { matter, assignments, clocks }: ForAct,
  may: readonly MatterAct[],
  mayAsk: boolean,
): MatterAct[] {
  const mine = (roles: readonly string[], states: readonly string[]) =>
    assignments.some((one) => roles.includes(one.role) && states.includes(one.state) && actor.units.includes(one.unit_id));
  const there: Partial<Record<MatterAct, boolean>> = {
    "grant-time": matter.asked !== null,
    "refuse-time": matter.asked !== null,
    "ask-for-time": matter.asked === null && mayAsk,
    "resume-clock": clocks.some((one) => one.state === "paused"),
    "report-in": mine(["called"], ["sent"]),
    "hand-back": !matter.handed_back_by.includes(matter.lead_unit ?? ""),
  };
  return may.filter((act) => there[act] ?? true);
}
