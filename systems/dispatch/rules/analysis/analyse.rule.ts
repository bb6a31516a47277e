import type { DispatchRule } from "../dispatch-shapes.ts";
import { type Expression, expressionOf, normalWhen, type TestField, testsOf } from "../language/expression.ts";
import type { NameSort, Names } from "../language/names.ts";
import { printWhen } from "../language/print.ts";
import { canBeReached, canMeet } from "./reach.ts";
import { type Space, spaceOf } from "./space.ts";

/** What is doubtful about a book of rules. `rule` and `by` are positions from 0; `part`: what of the rule is meant, in the officers' words. */
export type RuleFinding =
  | { readonly code: "never-reached"; readonly rule: number; readonly by: readonly number[] }
  | { readonly code: "partly-covered"; readonly rule: number; readonly by: readonly number[]; readonly part: string }
  | { readonly code: "contradiction"; readonly rule: number }
  | { readonly code: "takes-everything"; readonly rule: number }
  | { readonly code: "gone"; readonly rule: number; readonly sort: NameSort; readonly part: string };

const NAMED: Partial<Record<TestField, NameSort>> = {
  kinds: "kind",
  categories: "category",
  urgency: "urgency",
  places: "place",
  doors: "door",
};

/**
 * Rules that no matter reaches, parts that earlier rules cover, conditions that contradict themselves, names that are gone.
 * Sound: a rule that is called never reached decides no matter whatever. What cannot be settled is not reported.
 */
export function analyseRules(rules: readonly DispatchRule[], names: Names, locale: "zh-CN" | "en" = "zh-CN"): RuleFinding[] {
  const partWords = (part: Expression) => printWhen(toWhen(part), names, locale);
  const conditions = rules.map((rule) => expressionOf(normalWhen(rule.when)));
  const space = spaceOf(conditions, { urgency: names.codes("urgency"), door: names.codes("door") });
  return rules.flatMap((rule, index) => [
    ...reachOf(space, conditions, index, rules.length, partWords),
    ...goneOf(rule, conditions[index]!, index, names),
  ]);
}

function reachOf(
  space: Space,
  conditions: readonly Expression[],
  index: number,
  length: number,
  partWords: (part: Expression) => string,
): RuleFinding[] {
  const condition = conditions[index]!;
  if (!canBeReached(space, condition, [])) return [{ code: "contradiction", rule: index }];
  const before = conditions.slice(0, index);
  const by = coveredBy(space, condition, before);
  if (by) return [{ code: "never-reached", rule: index, by }];
  const found: RuleFinding[] = [];
  if (index < length - 1 && !canBeReached(space, { is: "all", of: [] }, [condition]))
    found.push({ code: "takes-everything", rule: index });
  for (const { whole, part } of partsOf(condition)) {
    if (!canBeReached(space, whole, [])) continue;
    const covered = coveredBy(space, whole, before);
    if (covered) found.push({ code: "partly-covered", rule: index, by: covered, part: partWords(part) });
  }
  return found;
}

/**
 * The earlier rules that together take all of this, as few as leaving out one after the other leaves; nothing where some is left.
 * One rule that takes it alone is looked for first: that is settled at once, where many rules together may outlast the patience.
 */
function coveredBy(space: Space, condition: Expression, before: readonly Expression[]): number[] | undefined {
  const near = before.flatMap((one, at) => (canMeet(space, condition, one) ? [at] : []));
  const left = (of: readonly number[]) =>
    canBeReached(
      space,
      condition,
      of.map((at) => before[at]!),
    );
  const alone = near.find((at) => !left([at]));
  if (alone !== undefined) return [alone];
  if (near.length < 2) return undefined;
  // Rules of few tests first: they leave the least to try further in.
  const tests = (at: number) => testsOf(before[at]!).length;
  const ordered = [...near].sort((a, b) => tests(a) - tests(b) || a - b);
  if (left(ordered)) return undefined;
  let needed = ordered;
  for (const at of [...near].reverse()) {
    const without = needed.filter((one) => one !== at);
    if (without.length > 0 && !left(without)) needed = without;
  }
  return [...needed].sort((a, b) => a - b);
}

/** The rule narrowed to one value of a list, or to one branch of an "or" at its top, each in turn. */
function partsOf(condition: Expression): { whole: Expression; part: Expression }[] {
  const parts = condition.is === "all" ? condition.of : [condition];
  return parts.flatMap((one, at) => {
    const choices: Expression[] =
      one.is === "any" ? [...one.of] : one.is === "test" ? one.values.map((value) => ({ ...one, values: [value] })) : [];
    return choices.length < 2
      ? []
      : choices.map((part) => ({
          part,
          whole: { is: "all" as const, of: parts.map((other, index) => (index === at ? part : other)) },
        }));
  });
}

function toWhen(expression: Expression): DispatchRule["when"] {
  if (expression.is === "test") return { [expression.field]: expression.values };
  if (expression.is === "not") return { not: toWhen(expression.of) };
  return expression.is === "all" ? { all: expression.of.map(toWhen) } : { any: expression.of.map(toWhen) };
}

function goneOf(rule: DispatchRule, condition: Expression, index: number, names: Names): RuleFinding[] {
  const units = [rule.then.unit, ...(rule.then.supports ?? [])];
  const named: [NameSort, string][] = testsOf(condition).flatMap(({ field, values }) => {
    if (field === "catalogueLeads") units.push(...values.map(String));
    const sort = NAMED[field];
    return sort ? values.map((value): [NameSort, string] => [sort, String(value)]) : [];
  });
  named.push(...units.filter((unit) => unit.startsWith("unit:")).map((unit): [NameSort, string] => ["unit", unit.slice(5)]));
  named.push(["post", rule.owner]);
  return named
    .filter(([sort, code]) => !names.has(sort, code))
    .map(([sort, part]) => ({ code: "gone", rule: index, sort, part }));
}
