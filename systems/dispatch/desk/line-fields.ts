import type { FieldProblem } from "../../../ui/index.ts";
import type { Fault } from "../rules/faults-of-a-catalogue.rule.ts";
import type { Names } from "./use-names.ts";

/** The control of a line's dialog that a fault is about. */
const AT: Readonly<Record<Fault["code"], string>> = {
  "code-missing": "line-code",
  "code-twice": "line-code",
  "name-missing": "line-name",
  "unknown-category": "line-category",
  "unknown-unit": "line-lead",
  "lead-missing": "line-lead",
  "lead-supports-itself": "line-supports",
  "overlapping-validity": "line-from",
  "last-day-before-first": "line-to",
  "date-unreadable": "line-from",
  "level-unknown": "line-level",
  "part-unknown": "line-part",
  "not-on-duty-list": "line-lead",
  "basis-missing": "line-basis",
};

/** Faults as an error summary takes them, one a field. */
export function problemsOf(faults: readonly Fault[], names: Names): FieldProblem[] {
  const seen = new Map<string, FieldProblem>();
  for (const fault of faults)
    if (!seen.has(AT[fault.code])) seen.set(AT[fault.code], { field: AT[fault.code], sentence: names.sentence(fault) });
  return [...seen.values()];
}
