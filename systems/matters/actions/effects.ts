import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { newId } from "../../../foundation/ids.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Unit } from "../../teams/contract.ts";
import type { MatterActInput } from "../contract.ts";
import { theLeadDoesNotSupportItself, theUnitComplainedOfIsNotGivenTheMatter, unitAbove } from "../rules/handing-over.rule.ts";
import { MATTER_STATES, type MatterState } from "../rules/lifecycle.ts";
import { titleOfAMatter } from "../rules/title-of-a-matter.rule.ts";
import { someoneElseVerifies } from "../rules/verification.rule.ts";
import type { Books } from "../store/books.ts";
import { keepable } from "../store/command.ts";
import { factsOf } from "../store/facts.ts";
import type { AssignmentRow, ForAct, MatterRow } from "../store/row.ts";
import { dueOfAMatter } from "./due-of-a-matter.ts";
import { placeAMatter } from "./intake/place-a-matter.ts";

export type ActInput = z.output<typeof MatterActInput>;

/** What an act changes beside state and version. */
export interface Effects {
  readonly row: Partial<MatterRow>;
  /** The words of the act: hashed in the text group, shown on the timeline. */
  readonly content: Record<string, unknown>;
  readonly files: readonly string[];
  readonly assignments: readonly AssignmentRow[];
  readonly clock?: { readonly what: "stopped" | "recomputed"; readonly state: string; readonly ended: boolean };
  /** The lane into which the matter is sent, where the act opens one. */
  readonly lane?: { readonly name: "service" | "referral"; readonly unit: string; readonly destination: string | null };
  /** Units told beside the residents. */
  readonly tellUnits: readonly string[];
}

interface Setting {
  readonly books: Books;
  readonly actor: Actor;
  readonly found: ForAct;
  readonly to: MatterState;
  readonly now: Date;
}

const union = (...lists: readonly (readonly string[])[]) => [...new Set(lists.flat())];
const ended = (row: AssignmentRow, state: AssignmentRow["state"], now: Date): AssignmentRow => ({
  ...row,
  state,
  ended_at: now.toISOString(),
});

function unitsOf(books: Books, ids: readonly string[]): Unit[] {
  return ids.map((id) => {
    const unit = books.units.get(id);
    if (!unit) throw new Refusal("matters.no-such-unit", {}, { status: 404 });
    return unit;
  });
}

/** Lead and supports from now on: earlier parts end, new ones are sent. */
function handTo(setting: Setting, leadId: string, supportIds: readonly string[], note: string | null) {
  const { books, found, now } = setting;
  const [lead, ...supports] = unitsOf(books, [leadId, ...supportIds]);
  theLeadDoesNotSupportItself(lead!, supports);
  theUnitComplainedOfIsNotGivenTheMatter(factsOf(found.matter, null), [lead!, ...supports], books.units);
  const sent = [lead!, ...supports].map(
    (unit, index): AssignmentRow => ({
      id: newId(),
      unit_id: unit.id,
      role: index === 0 ? "lead" : "support",
      state: "sent",
      since: now.toISOString(),
      note,
      ended_at: null,
    }),
  );
  return {
    row: {
      lead_unit: lead!.id,
      support_units: supports.map((unit) => unit.id),
      involved_units: union(
        found.matter.involved_units,
        sent.map((one) => one.unit_id),
      ),
    },
    assignments: [...found.assignments.map((one) => ended(one, "handed-back", now)), ...sent],
    tellUnits: sent.map((one) => one.unit_id),
  };
}

/** Kind, category, urgency, place, title as a person confirmed or corrected them; the resident's clock keeps its start. */
function settled(
  setting: Setting,
  input: {
    kind?: MatterRow["kind"];
    categoryCode?: string;
    urgency?: MatterRow["urgency"];
    place?: ActInputPlace;
    title?: string;
  },
): Partial<MatterRow> {
  const { books, found } = setting;
  const row = found.matter;
  if (input.categoryCode && !books.categories.has(input.categoryCode))
    throw new Refusal("matters.no-such-category", {}, { status: 404 });
  const kind = input.kind ?? row.kind;
  const urgency = input.urgency ?? row.urgency;
  const placed = input.place ? placeAMatter(books, input.place, "", {}) : undefined;
  const due = dueOfAMatter(books, new Date(row.received_at), kind, urgency, row.external);
  return {
    kind,
    urgency,
    category_code: input.categoryCode ?? row.category_code,
    ...(placed && {
      ...placed,
      place_words: placed.place_words ?? row.place_words,
      lng: placed.lng ?? row.lng,
      lat: placed.lat ?? row.lat,
      accuracy: placed.accuracy ?? row.accuracy,
      place_confirmed: placed.place_id !== null,
    }),
    ...(input.title && { title: titleOfAMatter(keepable(input.title), row.body) }),
    due_at: due.dueAt.toISOString(),
    due_provisional: due.provisional,
    term: due.term,
    term_version: due.termVersion,
  };
}
type ActInputPlace = Extract<ActInput, { act: "accept" }>["place"];

const words = (text: string | undefined) => (text === undefined ? {} : { text: keepable(text) });

/** What this act does to the matter. Pure but for new ids; throws the rule that refuses. */
export function effectsOf(setting: Setting, input: ActInput): Effects {
  const { books, actor, found, now } = setting;
  const row = found.matter;
  const none: Effects = { row: {}, content: {}, files: "files" in input ? input.files : [], assignments: [], tellUnits: [] };
  const over = { closed_at: now.toISOString(), closed_in_time: now.toISOString() <= new Date(row.due_at).toISOString() };
  const stop = { what: "stopped", state: over.closed_in_time ? "met" : "missed", ended: true } as const;
  const mine = found.assignments.filter((one) => actor.units.includes(one.unit_id));

  switch (input.act) {
    case "accept":
    case "correct":
      return {
        ...none,
        row: settled(setting, input),
        clock: { what: "recomputed", state: "running", ended: false },
        content: { changes: changesOf(row, settled(setting, input)) },
      };
    case "decline": {
      const ground = books.data["decline-grounds"]?.find((one) => one.code === input.ground);
      if (!ground) throw new Refusal("matters.no-such-ground", {}, { status: 404 });
      return {
        ...none,
        row: { closed_at: null, outcome: null },
        clock: { what: "stopped", state: "stopped", ended: true },
        content: {
          ground: ground.code,
          groundName: ground.name.zh,
          right: ground.rightTold,
          basis: ground.basis,
          ...words(input.reply),
        },
      };
    }
    case "answer-on-spot":
      return {
        ...none,
        row: {
          ...over,
          outcome: "explained",
          lead_unit: row.lead_unit ?? actor.unit ?? row.received_by,
          involved_units: union(row.involved_units, actor.unit ? [actor.unit] : []),
        },
        clock: stop,
        content: { ...words(input.reply), ...(input.knowledgeId && { knowledge: input.knowledgeId }) },
      };
    case "dispatch": {
      const handed = handTo(setting, input.leadUnit, input.supports, input.note ?? null);
      return {
        ...none,
        ...handed,
        lane: {
          name: input.lane,
          unit: input.leadUnit,
          destination: input.lane === "referral" ? (input.destination ?? "other") : null,
        },
        content: {
          ...words(input.note),
          lead: books.units.get(input.leadUnit)?.name,
          supports: input.supports.map((id) => books.units.get(id)?.name ?? id),
          ...(input.destination && { destination: input.destination }),
        },
      };
    }
    case "redirect": {
      const handed = handTo(setting, input.leadUnit, input.supports, input.reason);
      return {
        ...none,
        ...handed,
        lane: { name: row.lane ?? "service", unit: input.leadUnit, destination: found.lane?.destination ?? null },
        content: {
          ...words(input.reason),
          lead: books.units.get(input.leadUnit)?.name,
          supports: input.supports.map((id) => books.units.get(id)?.name ?? id),
        },
      };
    }
    case "sign":
      return { ...none, assignments: mine.map((one) => ({ ...one, state: "signed" })) };
    case "hand-back":
    case "escalate": {
      const above = input.act === "escalate" ? unitAbove(books.units, row.lead_unit, books.centre) : undefined;
      return {
        ...none,
        row: { lead_unit: null, support_units: [] },
        assignments: found.assignments.map((one) => ended(one, "handed-back", now)),
        content: {
          ...words(input.reason),
          ...("ground" in input && input.ground && { ground: input.ground }),
          ...(above && { to: above.name }),
        },
        tellUnits: [above?.id ?? row.received_by],
      };
    }
    case "support-answer":
      return {
        ...none,
        assignments: mine.filter((one) => one.role === "support").map((one) => ({ ...one, state: "answered", note: input.note })),
        content: words(input.note),
        tellUnits: row.lead_unit ? [row.lead_unit] : [],
      };
    case "report-progress":
      return { ...none, content: words(input.reply) };
    case "ask":
      return {
        ...none,
        row: { waiting_for_resident: true },
        content: { ...words(input.reply), ...(input.choices.length > 0 && { choices: input.choices }) },
      };
    case "answer": {
      const category = row.category_code ? books.categories.get(row.category_code) : undefined;
      const verify = someoneElseVerifies(
        { id: row.id, kind: row.kind, receivedBy: row.received_by, leadUnit: row.lead_unit },
        category?.verify ?? true,
      );
      return {
        ...none,
        row: { outcome: input.outcome, verify_needed: verify },
        assignments: mine.map((one) => ({ ...one, state: "answered" })),
        content: { ...words(input.reply), outcome: input.outcome },
        tellUnits: verify ? [row.received_by] : [],
      };
    }
    case "rework":
      return { ...none, row: { outcome: null }, content: words(input.reason), tellUnits: row.lead_unit ? [row.lead_unit] : [] };
    case "close":
      return {
        ...none,
        row: over,
        clock: stop,
        content: { ...words(input.note), ...(input.sampled && { sampled: true }) },
        assignments: found.assignments.map((one) => ({ ...one, ended_at: now.toISOString() })),
      };
    case "shelve":
      if (input.reviewOn <= now.toISOString().slice(0, 10))
        throw new Refusal("matters.review-day-lies-ahead", {}, { status: 422 });
      return { ...none, row: { review_on: input.reviewOn }, content: { ...words(input.reason), reviewOn: input.reviewOn } };
    case "resume":
      return { ...none, row: { review_on: null }, content: words(input.note) };
    case "merge":
      if (input.into === row.id) throw new Refusal("matters.merge-into-itself", {});
      return {
        ...none,
        row: { merged_into: input.into, lead_unit: row.lead_unit },
        clock: { what: "stopped", state: "stopped", ended: true },
        assignments: found.assignments.map((one) => ({ ...one, ended_at: now.toISOString() })),
        content: { into: input.into },
      };
    case "join-parent":
      if (input.parent === row.id) throw new Refusal("matters.parent-of-itself", {});
      return { ...none, row: { parent_id: input.parent }, content: { parent: input.parent } };
    case "withdraw":
      return {
        ...none,
        row: {},
        clock: { what: "stopped", state: "stopped", ended: true },
        assignments: found.assignments.map((one) => ({ ...one, ended_at: now.toISOString() })),
        content: words(input.reason),
        tellUnits: row.lead_unit ? [row.lead_unit] : [],
      };
    case "reopen":
      return {
        ...none,
        row: { closed_at: null, closed_in_time: null, outcome: null, rating: null, lead_unit: null, support_units: [] },
        clock: { what: "recomputed", state: "running", ended: false },
        content: words(input.reason),
        tellUnits: [row.received_by],
      };
    case "rate":
      if (row.closed_at && now.getTime() - new Date(row.closed_at).getTime() > 7 * 86_400_000 && row.rating)
        throw new Refusal("matters.rating-can-change-for-seven-days", {});
      return { ...none, row: { rating: input.rating }, content: { rating: input.rating, ...words(input.reason) } };
    case "supplement":
      return {
        ...none,
        row: { waiting_for_resident: false },
        content: words(input.note),
        tellUnits: row.lead_unit ? [row.lead_unit] : [],
      };
    case "also-met":
      return { ...none, row: { similar_count: row.similar_count + 1 }, content: { door: input.door, ...words(input.note) } };
    case "note":
      return { ...none, content: words(input.note) };
    case "urge":
      return { ...none, content: words(input.note), tellUnits: row.lead_unit ? [row.lead_unit] : [row.received_by] };
  }
}

const FIELDS = { kind: "kind", category_code: "category", urgency: "urgency", place_id: "place", title: "title" } as const;

/** Field by field, what it was and what it is. */
function changesOf(before: MatterRow, after: Partial<MatterRow>): { field: string; from: unknown; to: unknown }[] {
  return Object.entries(FIELDS).flatMap(([column, field]) => {
    const [from, to] = [before[column as keyof MatterRow], after[column as keyof MatterRow]];
    return to !== undefined && to !== from ? [{ field, from: from ?? null, to }] : [];
  });
}

export const isOpen = (state: MatterState): boolean => MATTER_STATES[state].open;
