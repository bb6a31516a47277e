import type { DispatchRule } from "./dispatch-shapes.ts";
import { expressionOf, testsOf } from "./language/expression.ts";

/** Why a draft may not be switched on: the rule's name, and for a unit that is gone its code. */
export type RulesFault =
  | { readonly code: "rule-unreadable"; readonly rule: string }
  | { readonly code: "unit-gone"; readonly rule: string; readonly unit: string }
  | { readonly code: "rule-twice"; readonly rule: string };

const unitsOf = (rule: DispatchRule): string[] =>
  [
    rule.then.unit,
    ...(rule.then.supports ?? []),
    ...testsOf(expressionOf(rule.when)).flatMap(({ field, values }) => (field === "catalogueLeads" ? values.map(String) : [])),
  ].flatMap((target) => (target.startsWith("unit:") ? [target.slice(5)] : []));

/**
 * All that keeps a draft from being switched on. `read` gives a rule as it is kept, or nothing where it cannot be read;
 * `units` holds the codes of the units in force. A category or village that is gone is no fault: nothing meets it any more.
 */
export function faultsOfRules(
  rules: readonly unknown[],
  read: (rule: unknown) => DispatchRule | undefined,
  units: ReadonlySet<string>,
): RulesFault[] {
  const seen = new Set<string>();
  return rules.flatMap((kept, index): RulesFault[] => {
    const rule = read(kept);
    if (!rule) return [{ code: "rule-unreadable", rule: nameOf(kept) ?? String(index + 1) }];
    const twice = seen.has(rule.id);
    seen.add(rule.id);
    const gone = [...new Set(unitsOf(rule))].filter((unit) => !units.has(unit));
    return [
      ...(twice ? [{ code: "rule-twice" as const, rule: rule.name }] : []),
      ...gone.map((unit) => ({ code: "unit-gone" as const, rule: rule.name, unit })),
    ];
  });
}

const nameOf = (kept: unknown): string | undefined => {
  const name = (kept as { name?: unknown } | null)?.name;
  return typeof name === "string" && name !== "" ? name : undefined;
};
