import type { MatterAct, MatterState } from "../../rules/lifecycle.ts";

/** The act that usually comes next, first; the buttons show these, the menu the rest. */
const USUAL: Partial<Record<MatterState, readonly MatterAct[]>> = {
  received: ["accept", "answer-on-spot", "ask", "decline"],
  accepted: ["dispatch", "answer-on-spot", "ask", "decline"],
  dispatched: ["sign", "hand-back", "redirect", "urge"],
  handling: ["report-in", "grant-time", "answer", "report-progress", "support-answer", "hand-back", "redirect"],
  objected: ["allow-hand-back", "refuse-hand-back"],
  answered: ["close", "rework", "report-progress"],
  shelved: ["resume", "urge"],
  closed: ["rate", "reopen"],
  "not-accepted": ["reopen"],
};
const SHOWN = 3;

/** Open acts in the order of use: the first is the main one, some stand as buttons, the rest in the menu. */
export function orderActs(state: MatterState, may: readonly MatterAct[]): { shown: MatterAct[]; more: MatterAct[] } {
  const usual = USUAL[state] ?? [];
  const order = [...usual.filter((act) => may.includes(act)), ...may.filter((act) => !usual.includes(act))];
  const shown = order.slice(0, Math.max(1, Math.min(SHOWN, usual.filter((act) => may.includes(act)).length)));
  return { shown, more: order.filter((act) => !shown.includes(act)) };
}
