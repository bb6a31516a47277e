import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { dayOf } from "../../../../foundation/time/index.ts";
import { aTownshipIsNotGivenWhatIsNotOnItsList } from "../../../dispatch/index.ts";
import {
  onlyCountyDepartmentsAreCalled,
  theLeadDoesNotSupportItself,
  theUnitComplainedOfIsNotGivenTheMatter,
  unitAbove,
} from "../../rules/handing-over.rule.ts";
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
  const { category_code: category, kind, urgency } = found.matter;
  aTownshipIsNotGivenWhatIsNotOnItsList(
    { category, kind, urgency: urgency ?? "ordinary", day: dayOf(now) },
    units.map((unit) => books.unitFacts.get(unit.code)),
    books.data.catalogue?.duties,
    (code) => books.unitsByCode.get(code)?.name,
  );
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
    row: {
      lead_unit: leadId,
      support_units: [...supportIds],
      asked: null,
      involved_units: union(found.matter.involved_units, ids),
    },
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
  assignments: myParts(setting)
    .filter((one) => one.role === "lead")
    .map((one) => ({ ...one, state: "signed" })),
});

/** The lead unit gives the work to one of its posts; the unit stays answerable. */
export function assign(setting: Setting, input: InputOf<"assign">): Effects {
  const mine = myParts(setting).filter((one) => one.role === "lead");
  if (mine.length === 0) throw new Refusal("matters.no-part-of-mine");
  return {
    ...nothing,
    assignments: mine.map((one) => ({ ...one, post_id: input.post })),
    content: { post: input.post, ...(input.partiesAgreed && { partiesAgreed: true }), ...words(input.note) },
  };
}

/** To the level above at once: the matter is greater than the unit. No objection, so it can be done at any time. */
export function escalate({ books, found, now }: Setting, input: InputOf<"escalate">): Effects {
  const above = unitAbove(books.units, found.matter.lead_unit, books.centre);
  return {
    ...nothing,
    row: { lead_unit: null, support_units: [], asked: null },
    assignments: allEnded({ found, now }, "handed-back"),
    content: { ...words(input.reason), ...(above && { to: above.name }) },
    tellUnits: [above?.id ?? found.matter.received_by],
  };
}

/** 吹哨: the township in the lead calls county departments to the spot; each has its own time to arrive. */
export function callDepartment(setting: Setting, input: InputOf<"call-department">): Effects {
  const { books, found, now } = setting;
  const units = input.units.map((id) => {
    const unit = books.units.get(id);
    if (!unit) throw new Refusal("matters.no-such-unit", {}, { status: 404 });
    return unit;
  });
  onlyCountyDepartmentsAreCalled(units);
  theLeadDoesNotSupportItself(books.units.get(found.matter.lead_unit ?? "") ?? { id: "" }, units);
  theUnitComplainedOfIsNotGivenTheMatter(factsOf(found.matter, null), units, books.units);
  const there = new Set(found.assignments.filter((one) => one.role === "called").map((one) => one.unit_id));
  const called = units.filter((unit) => !there.has(unit.id));
  if (called.length === 0) throw new Refusal("matters.called-already", { unit: units.map((unit) => unit.name).join("、") });
  const ids = called.map((unit) => unit.id);
  return {
    row: {
      support_units: union(found.matter.support_units, ids),
      involved_units: union(found.matter.involved_units, ids),
    },
    assignments: called.map((unit) => ({
      id: newId(),
      unit_id: unit.id,
      role: "called",
      state: "sent",
      since: now.toISOString(),
      note: input.reason,
      ended_at: null,
    })),
    content: { ...words(input.reason), called: called.map((unit) => unit.name) },
    tellUnits: ids,
  };
}

/** 报到: the department that was called is there. */
export function reportIn(setting: Setting, input: InputOf<"report-in">): Effects {
  const mine = myParts(setting).filter((one) => one.role === "called" && one.state === "sent");
  if (mine.length === 0) throw new Refusal("matters.nobody-called-this-unit");
  return {
    ...nothing,
    assignments: mine.map((one) => ({ ...one, state: "signed" })),
    content: { ...words(input.note), arrived: mine.map((one) => arrivalOf(setting, one)) },
    tellUnits: leadOf(setting.found.matter),
  };
}

/** What is told of how soon it came: since when it was called, and until when it had. */
function arrivalOf({ found }: Setting, { unit_id, since }: AssignmentRow) {
  const clock = found.clocks.findLast((one) => one.clock === "arrive" && one.unit_id === unit_id && one.state === "running");
  return { unit: unit_id, since: new Date(since).toISOString(), due: clock ? new Date(clock.due_at).toISOString() : null };
}

export const supportAnswer = (setting: Setting, input: InputOf<"support-answer">): Effects => ({
  ...nothing,
  assignments: myParts(setting)
    .filter((one) => one.role !== "lead")
    .map((one) => ({ ...one, state: "answered", note: input.note })),
  content: words(input.note),
  tellUnits: leadOf(setting.found.matter),
});
