import { anObjectionComesWithinItsTerm, theSameUnitDoesNotHandBackTwice } from "../../rules/objection.rule.ts";
import { termOfAMatter } from "../../rules/term-of-a-matter.rule.ts";
import { explainDue } from "../../store/explain-due.ts";
import { allEnded, type Effects, type InputOf, leadOf, nothing, type Setting, union, words } from "./shape.ts";

/** 派单异议: the unit objects to the order; until the level above has ruled, the matter stays with it and its time goes on. */
export function handBack(setting: Setting, input: InputOf<"hand-back">): Effects {
  const { books, found, now } = setting;
  const { matter } = found;
  const part = found.assignments.find((one) => one.role === "lead" && one.unit_id === matter.lead_unit);
  const unit = books.units.get(matter.lead_unit ?? "")?.name ?? "";
  theSameUnitDoesNotHandBackTwice(matter.lead_unit, matter.handed_back_by, unit);
  const code = termOfAMatter(books.data["term-choices"] ?? [], "object", matter.kind, matter.urgency);
  if (code && part) anObjectionComesWithinItsTerm(now, explainDue(books, new Date(part.since), code).due.due, unit);
  return {
    ...nothing,
    row: { handed_back_by: union(matter.handed_back_by, matter.lead_unit ? [matter.lead_unit] : []), asked: null },
    content: { ...words(input.reason), ...(input.ground && { ground: input.ground }) },
    tellUnits: [matter.received_by],
  };
}

/** The objection stands: the matter is dispatched anew. */
export const allowHandBack = (setting: Setting, input: InputOf<"allow-hand-back">): Effects => ({
  ...nothing,
  row: { lead_unit: null, support_units: [] },
  assignments: allEnded(setting, "handed-back"),
  content: { ...words(input.reason), ...(input.amend && { amend: input.amend.because }) },
  tellUnits: [...leadOf(setting.found.matter), setting.found.matter.received_by],
});

/** The objection falls: the same unit signs again and may not hand back a second time. */
export const refuseHandBack = (setting: Setting, input: InputOf<"refuse-hand-back">): Effects => ({
  ...nothing,
  assignments: setting.found.assignments.filter((one) => one.role === "lead").map((one) => ({ ...one, state: "sent" })),
  content: words(input.reason),
  tellUnits: leadOf(setting.found.matter),
});
