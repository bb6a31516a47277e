import { Refusal } from "../../../../foundation/refusal.ts";
import { titleOfAMatter } from "../../rules/title-of-a-matter.rule.ts";
import { keepable } from "../../store/command.ts";
import type { MatterRow } from "../../store/row.ts";
import { dueOfAMatter } from "../due-of-a-matter.ts";
import { placeAMatter } from "../intake/place-a-matter.ts";
import { allEnded, type Effects, type InputOf, nothing, over, type Setting, union, words } from "./shape.ts";

const FIELDS = { kind: "kind", category_code: "category", urgency: "urgency", place_id: "place", title: "title" } as const;

/**
 * Kind, category, urgency, place, title as a person confirmed or corrected them. Acceptance fixes the resident's date by the confirmed
 * kind, counted from receipt; a correction after it never moves that date.
 */
export function settle(setting: Setting, input: InputOf<"accept"> | InputOf<"correct">): Effects {
  const { books, found } = setting;
  const row = found.matter;
  if (input.categoryCode && !books.categories.has(input.categoryCode))
    throw new Refusal("matters.no-such-category", {}, { status: 404 });
  const kind = input.kind ?? row.kind;
  const urgency = input.urgency ?? row.urgency;
  const placed = input.place ? placeAMatter(books, input.place, "", {}) : undefined;
  const due = input.act === "accept" && dueOfAMatter(books, new Date(row.received_at), kind, urgency, row.external);
  const after: Partial<MatterRow> = {
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
    ...(due && {
      due_at: due.dueAt.toISOString(),
      due_provisional: due.provisional,
      term: due.term,
      term_version: due.termVersion,
    }),
  };
  return {
    ...nothing,
    row: after,
    content: { changes: changesOf(row, after), ...movedOf(row, after) },
  };
}

/** 不予受理: the ground, its basis and the right that the resident has are written with the reply. */
export function decline({ books }: Setting, input: InputOf<"decline">): Effects {
  const ground = books.data["decline-grounds"]?.find((one) => one.code === input.ground);
  if (!ground) throw new Refusal("matters.no-such-ground", {}, { status: 404 });
  return {
    ...nothing,
    row: { closed_at: null, outcome: null },
    content: {
      ground: ground.code,
      groundName: ground.name.zh,
      right: ground.rightTold,
      basis: ground.basis,
      ...words(input.reply),
    },
  };
}

export function answerOnSpot(setting: Setting, input: InputOf<"answer-on-spot">): Effects {
  const { actor, found } = setting;
  const row = found.matter;
  const end = over(setting);
  return {
    ...nothing,
    row: {
      ...end.row,
      outcome: "explained",
      lead_unit: row.lead_unit ?? actor.unit ?? row.received_by,
      involved_units: union(row.involved_units, actor.unit ? [actor.unit] : []),
    },
    content: { ...words(input.reply), ...(input.knowledgeId && { knowledge: input.knowledgeId }) },
  };
}

export function merge(setting: Setting, input: InputOf<"merge">): Effects {
  if (input.into === setting.found.matter.id) throw new Refusal("matters.merge-into-itself");
  return {
    ...nothing,
    row: { merged_into: input.into },
    assignments: allEnded(setting),
    content: { into: input.into },
  };
}

export function joinParent({ found }: Setting, input: InputOf<"join-parent">): Effects {
  if (input.parent === found.matter.id) throw new Refusal("matters.parent-of-itself");
  return { ...nothing, row: { parent_id: input.parent }, content: { parent: input.parent } };
}

/** Field by field, what it was and what it is. */
function changesOf(before: MatterRow, after: Partial<MatterRow>): { field: string; from: unknown; to: unknown }[] {
  return Object.entries(FIELDS).flatMap(([column, field]) => {
    const [from, to] = [before[column as keyof MatterRow], after[column as keyof MatterRow]];
    return to !== undefined && to !== from ? [{ field, from: from ?? null, to }] : [];
  });
}

/** Where it lies as the resident said it and as a point: in the text group, so that the row can be rebuilt from the journal. */
function movedOf(before: MatterRow, after: Partial<MatterRow>): { moved?: Record<string, unknown> } {
  const moved = (["place_words", "lng", "lat", "accuracy"] as const).filter(
    (column) => after[column] !== undefined && after[column] !== before[column],
  );
  return moved.length > 0 ? { moved: Object.fromEntries(moved.map((column) => [column, after[column]])) } : {};
}
