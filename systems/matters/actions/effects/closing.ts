import { Refusal } from "../../../../foundation/refusal.ts";
import { LIMITS } from "../../contract.ts";
import { allEnded, type Effects, type InputOf, leadOf, nothing, over, type Setting, words } from "./shape.ts";

export const rework = ({ found }: Setting, input: InputOf<"rework">): Effects => ({
  ...nothing,
  row: { outcome: null },
  content: words(input.reason),
  tellUnits: leadOf(found.matter),
});

export const close = (setting: Setting, input: InputOf<"close">): Effects => ({
  ...nothing,
  ...over(setting),
  content: { ...words(input.note), ...(input.sampled && { sampled: true }) },
  assignments: allEnded(setting),
});

export const withdraw = (setting: Setting, input: InputOf<"withdraw">): Effects => ({
  ...nothing,
  assignments: allEnded(setting),
  content: words(input.reason),
  tellUnits: leadOf(setting.found.matter),
});

/** Open again, to be dispatched anew; the resident's clock keeps its start and its date. A resident may ask for it for thirty days. */
export function reopen({ found, actor, now }: Setting, input: InputOf<"reopen">): Effects {
  const ended = new Date(found.matter.closed_at ?? found.matter.updated_at);
  if (actor.role === "portal" && now.getTime() - ended.getTime() > LIMITS.reopenDays * 86_400_000)
    throw new Refusal("matters.reopen-within-thirty-days");
  return {
    ...nothing,
    row: { closed_at: null, closed_in_time: null, outcome: null, rating: null, lead_unit: null, support_units: [] },
    content: words(input.reason),
    tellUnits: [found.matter.received_by],
  };
}

/** One of five words; it can be changed for seven days after closing. */
export function rate({ found, now }: Setting, input: InputOf<"rate">): Effects {
  const { closed_at, rating } = found.matter;
  if (rating && closed_at && now.getTime() - new Date(closed_at).getTime() > LIMITS.ratingDays * 86_400_000)
    throw new Refusal("matters.rating-can-change-for-seven-days");
  return { ...nothing, row: { rating: input.rating }, content: { rating: input.rating, ...words(input.reason) } };
}
