import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { theLeadDoesNotSupportItself, theUnitComplainedOfIsNotGivenTheMatter, unitAbove } from "../../rules/handing-over.rule.ts";
import { factsOf } from "../../store/facts-of-a-matter.ts";
import type { AssignmentRow } from "../../store/row.ts";
import { allEnded, type Effects, type InputOf, leadOf, myParts, nothing, type Setting, union, words } from "./shape.ts";

/** Lead and supports from now on: earlier parts end, new ones are sent, and what they are is told in words. */
function handTo(setting: Setting, leadId: string, supportIds: readonly string[], note: string | undefined): Effects {
  const { books, found, now } = setting;
  const units = [leadId, ...supportIds].map((id) => {
    const unit = books.units.get(id);
    if (!unit) throw new Refusal("matters.no-such-unit", {}, { status: 404 });
    return unit;
  });
  const [lead, ...supports] = units;
  theLeadDoesNotSupportItself(lead!, supports);
  theUnitComplainedOfIsNotGivenTheMatter(factsOf(found.matter, null), units, books.units);
  const sent = units.map(
    (unit, index): AssignmentRow => ({
      id: newId(),
      unit_id: unit.id,
      role: index === 0 ? "lead" : "support",
      state: "sent",
      since: now.toISOString(),
      note: note ?? null,
      ended_at: null,
    }),
  );
  const ids = units.map((unit) => unit.id);
  return {
    row: { lead_unit: leadId, support_units: [...supportIds], involved_units: union(found.matter.involved_units, ids) },
    assignments: [...allEnded(setting, "handed-back"), ...sent],
    tellUnits: ids,
    content: { ...words(note), lead: lead!.name, supports: supports.map((unit) => unit.name) },
  };
}

export function dispatch(setting: Setting, input: InputOf<"dispatch">): Effects {
  const handed = handTo(setting, input.leadUnit, input.supports, input.note);
  const destination = input.lane === "referral" ? (input.destination ?? "other") : null;
  return {
    ...handed,
    lane: { name: input.lane, unit: input.leadUnit, destination },
    content: { ...handed.content, ...(input.destination && { destination: input.destination }) },
  };
}

export function redirect(setting: Setting, input: InputOf<"redirect">): Effects {
  const { matter, lane } = setting.found;
  return {
    ...handTo(setting, input.leadUnit, input.supports, input.reason),
    lane: { name: matter.lane ?? "service", unit: input.leadUnit, destination: lane?.destination ?? null },
  };
}

export const sign = (setting: Setting): Effects => ({
  ...nothing,
  assignments: myParts(setting).map((one) => ({ ...one, state: "signed" })),
});

export function handBack(setting: Setting, input: InputOf<"hand-back"> | InputOf<"escalate">): Effects {
  const { books, found } = setting;
  const above = input.act === "escalate" ? unitAbove(books.units, found.matter.lead_unit, books.centre) : undefined;
  return {
    ...nothing,
    row: { lead_unit: null, support_units: [] },
    assignments: allEnded(setting, "handed-back"),
    content: {
      ...words(input.reason),
      ...("ground" in input && input.ground && { ground: input.ground }),
      ...(above && { to: above.name }),
    },
    tellUnits: [above?.id ?? found.matter.received_by],
  };
}

export const supportAnswer = (setting: Setting, input: InputOf<"support-answer">): Effects => ({
  ...nothing,
  assignments: myParts(setting)
    .filter((one) => one.role === "support")
    .map((one) => ({ ...one, state: "answered", note: input.note })),
  content: words(input.note),
  tellUnits: leadOf(setting.found.matter),
});
