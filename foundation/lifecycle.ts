import type { Citation } from "./citation.ts";

/**
 * One declared table per procedure. Server, screens, clocks, docs and tests read the same table.
 *
 * `from`: the states the act leaves; `to`: the state it leads to, or "same" where the act only adds a line.
 * `who`: names of access sentences in the system's rules/access.ts. `basis`: the county's words on an unusual edge, `cites`: the articles
 * behind it.
 */
export interface Transition<State extends string> {
  readonly from: readonly State[];
  readonly to: State | "same";
  readonly who: readonly string[];
  /** Is the resident told, and by which notice. */
  readonly tells?: string;
  readonly basis?: string;
  readonly cites?: readonly Citation[];
  /** Fields the act must carry (the screen asks for them, the contract checks them). */
  readonly needs?: readonly string[];
}

export interface Lifecycle<State extends string = string, Act extends string = string> {
  readonly procedure: string;
  readonly start: { readonly act: Act; readonly state: State };
  readonly states: Readonly<Record<State, { readonly open: boolean; readonly final?: boolean }>>;
  readonly acts: Readonly<Record<Act, Transition<State>>>;
}

/** The acts that the table allows in this state, in the table's order. */
export function actsFrom<State extends string, Act extends string>(table: Lifecycle<State, Act>, state: State): Act[] {
  return (Object.keys(table.acts) as Act[]).filter((act) => table.acts[act].from.includes(state));
}

/** The state after the act, or undefined where the table does not allow it. */
export function stateAfter<State extends string, Act extends string>(
  table: Lifecycle<State, Act>,
  state: State,
  act: Act,
): State | undefined {
  const edge = table.acts[act];
  if (!edge?.from.includes(state)) return undefined;
  return edge.to === "same" ? state : edge.to;
}
