import type { AnswerOf } from "../../../../foundation/http/route.ts";
import type { getRules } from "../../../dispatch/contract.ts";

export type RuleBooks = AnswerOf<typeof getRules>;
export type Rule = RuleBooks["on"]["rules"][number];

/** The list with the rule at `index` moved by one; the ends stay ends. */
export function moved(rules: readonly Rule[], index: number, by: 1 | -1): Rule[] {
  const next = [...rules];
  const [one] = next.splice(index, 1);
  if (one) next.splice(Math.min(Math.max(index + by, 0), rules.length - 1), 0, one);
  return next;
}

/** The list with this rule in the place of the one of its id, or before the last where it is new: the last is what catches the rest. */
export function placed(rules: readonly Rule[], rule: Rule): Rule[] {
  if (rules.some((one) => one.id === rule.id)) return rules.map((one) => (one.id === rule.id ? rule : one));
  const last = rules.at(-1);
  const catches = last !== undefined && Object.keys(tidied(last).when).length === 0;
  return catches ? [...rules.slice(0, -1), rule, ...rules.slice(-1)] : [...rules, rule];
}

/** A rule whose empty conditions are left out: an empty list would be a condition that nothing meets. */
export function tidied(rule: Rule): Rule {
  const when = Object.fromEntries(
    Object.entries(rule.when).filter(([, part]) => part !== undefined && !(Array.isArray(part) && part.length === 0)),
  ) as Rule["when"];
  return { ...rule, name: rule.name.trim(), reason: rule.reason.trim(), owner: rule.owner.trim(), when };
}
