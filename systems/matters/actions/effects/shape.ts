import type { z } from "zod";
import type { Actor } from "../../../../foundation/db/actor.ts";
import type { MatterActInput } from "../../contract.ts";
import type { MatterAct, MatterState } from "../../rules/lifecycle.ts";
import type { Books } from "../../store/books.ts";
import { keepable } from "../../store/command.ts";
import type { AssignmentRow, ForAct, MatterRow } from "../../store/row.ts";

export type ActInput = z.output<typeof MatterActInput>;
export type InputOf<Act extends MatterAct> = Extract<ActInput, { act: Act }>;

/** What an act changes beside state and version. */
export interface Effects {
  readonly row: Partial<MatterRow>;
  /** The words of the act: hashed in the text group, shown on the timeline. */
  readonly content: Record<string, unknown>;
  readonly assignments: readonly AssignmentRow[];
  /** Time granted or ended for one of the matter's clocks. */
  readonly time?: {
    readonly clock: string;
    readonly what: "paused" | "resumed" | "extended";
    readonly facts: Readonly<Record<string, unknown>>;
  };
  /** The overall clock is counted from here from now on: the receipt of an earlier matter that was merged in. */
  readonly countedFrom?: string;
  /** The lane into which the matter is sent, where the act opens one. */
  readonly lane?: { readonly name: "service" | "referral"; readonly unit: string; readonly destination: string | null };
  /** Units told beside the residents. */
  readonly tellUnits: readonly string[];
}

/** What an act looks at: the county's books, the reader, the matter as it stands, and now. */
export interface Setting {
  readonly books: Books;
  readonly actor: Actor;
  readonly found: ForAct;
  readonly to: MatterState;
  readonly now: Date;
}

export const nothing: Effects = { row: {}, content: {}, assignments: [], tellUnits: [] };
export const words = (text: string | undefined) => (text === undefined ? {} : { text: keepable(text) });
export const union = (...lists: readonly (readonly string[])[]) => [...new Set(lists.flat())];
export const leadOf = (row: MatterRow): string[] => (row.lead_unit ? [row.lead_unit] : []);

/** Every open part of the matter ends now, in its own state or in the one given. */
export const allEnded = ({ found, now }: Pick<Setting, "found" | "now">, state?: AssignmentRow["state"]): AssignmentRow[] =>
  found.assignments.map((one) => ({ ...one, state: state ?? one.state, ended_at: now.toISOString() }));

/** The open parts that the reader's units hold. */
export const myParts = ({ found, actor }: Setting): AssignmentRow[] =>
  found.assignments.filter((one) => actor.units.includes(one.unit_id));

/** Closed now: in time or not. */
export const over = ({ found, now }: Setting) => ({
  row: { closed_at: now.toISOString(), closed_in_time: now.getTime() <= new Date(found.matter.due_at).getTime() },
});
