import { Refusal } from "../../../../foundation/refusal.ts";
import { dayOf } from "../../../../foundation/time/index.ts";
import { theOpinionsAreInOrTheirTimeIsUp } from "../../rules/handing-over.rule.ts";
import { someoneElseVerifies } from "../../rules/verification.rule.ts";
import { type Effects, type InputOf, leadOf, myParts, nothing, type Setting, words } from "./shape.ts";

export const reportProgress = (_setting: Setting, input: InputOf<"report-progress">): Effects => ({
  ...nothing,
  content: words(input.reply),
});

export const ask = (_setting: Setting, input: InputOf<"ask">): Effects => ({
  ...nothing,
  row: { waiting_for_resident: true },
  content: { ...words(input.reply), ...(input.choices.length > 0 && { choices: input.choices }) },
});

/** The lead's answer; whether someone else must verify it is settled here, by category or by sample. */
export function answer(setting: Setting, input: InputOf<"answer">): Effects {
  const { books, found, now } = setting;
  const row = found.matter;
  const late = found.clocks
    .filter((one) => one.state === "running" && new Date(one.due_at) < now)
    .flatMap((one) => one.unit_id ?? []);
  theOpinionsAreInOrTheirTimeIsUp(
    found.assignments,
    new Set(late),
    (unit) => books.units.get(unit)?.shortName ?? "",
    input.withoutOpinions,
  );
  const category = row.category_code ? books.categories.get(row.category_code) : undefined;
  const verify = someoneElseVerifies(
    { id: row.id, kind: row.kind, receivedBy: row.received_by, leadUnit: row.lead_unit },
    category?.verify ?? true,
  );
  return {
    ...nothing,
    row: { outcome: input.outcome, verify_needed: verify },
    assignments: myParts(setting).map((one) => ({ ...one, state: "answered" })),
    content: {
      ...words(input.reply),
      outcome: input.outcome,
      ...(input.withoutOpinions && { withoutOpinions: input.withoutOpinions }),
    },
    tellUnits: verify ? [row.received_by] : [],
  };
}

/** 挂账: only with a day ahead on which it is looked at again; the resident's clock goes on. */
export function shelve({ now }: Setting, input: InputOf<"shelve">): Effects {
  if (input.reviewOn <= dayOf(now)) throw new Refusal("matters.review-day-lies-ahead");
  return { ...nothing, row: { review_on: input.reviewOn }, content: { ...words(input.reason), reviewOn: input.reviewOn } };
}

export const resume = (_setting: Setting, input: InputOf<"resume">): Effects => ({
  ...nothing,
  row: { review_on: null },
  content: words(input.note),
});

export const supplement = ({ found }: Setting, input: InputOf<"supplement">): Effects => ({
  ...nothing,
  row: { waiting_for_resident: false },
  content: words(input.note),
  tellUnits: leadOf(found.matter),
});

export const alsoMet = ({ found }: Setting, input: InputOf<"also-met">): Effects => ({
  ...nothing,
  row: { similar_count: found.matter.similar_count + 1 },
  content: { door: input.door, ...words(input.note) },
});

/** A note; one that is written after the matter was closed is told to the unit that handled it. */
export const note = ({ found }: Setting, input: InputOf<"note">): Effects => ({
  ...nothing,
  content: words(input.note),
  tellUnits: found.matter.state === "closed" ? leadOf(found.matter) : [],
});

export const urge = ({ found }: Setting, input: InputOf<"urge">): Effects => ({
  ...nothing,
  content: words(input.note),
  tellUnits: [found.matter.lead_unit ?? found.matter.received_by],
});
