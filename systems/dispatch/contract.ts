import { z } from "zod";
import { route } from "../../foundation/http/route.ts";
import { isDay } from "../../foundation/time/index.ts";

const Instant = z.iso.datetime({ offset: true });
const Command = z.object({ commandId: z.uuid(), v: z.literal(1).default(1), deviceAt: Instant.optional() });

const Codes = z.array(z.string().min(1).max(200)).max(200).optional();
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const Hours = z.strictObject({ from: Clock, to: Clock });
const Day = z.string().refine((day) => isDay(/^\d\d-\d\d$/.test(day) ? `2024-${day}` : day));
const Dates = z.strictObject({ from: Day, to: Day }).refine(({ from, to }) => from.length === to.length);
/**
 * A condition as it is kept; a text of rules is read into it and printed from it. Strict: a condition that is not known must not
 * fall away, for a rule without it would take more than was meant.
 */
const When = z.strictObject({
  kinds: Codes,
  categories: Codes,
  urgency: Codes,
  places: Codes,
  words: Codes,
  doors: Codes,
  catalogueLeads: Codes,
  catalogueLevels: Codes,
  weekdays: z.array(z.number().int().min(1).max(7)).optional(),
  hours: z.array(Hours).max(20).optional(),
  dates: z.array(Dates).max(20).optional(),
  get any() {
    return z.array(When).max(50).optional();
  },
  get not() {
    return When.optional();
  },
  get all() {
    return z.array(When).max(50).optional();
  },
});

/** Ordered, first match wins; tried on past matters before it is switched on. */
export const DispatchRule = z.object({
  id: z.string(),
  name: z.string().min(1).max(80),
  when: When,
  then: z.object({ unit: z.string(), supports: z.array(z.string()).default([]) }),
  owner: z.string(),
  reason: z.string(),
});
export const RuleSet = z.object({
  version: z.number().int(),
  state: z.enum(["on", "draft"]),
  rules: z.array(DispatchRule),
  savedAt: Instant,
});
export type RuleSet = z.output<typeof RuleSet>;
export const getRules = route({
  method: "GET",
  path: "/api/dispatch-rules",
  summary: "The rules that are on, and the draft",
  access: "matters.read",
  answer: z.object({ on: RuleSet, draft: RuleSet.nullable() }),
});
export const saveRules = route({
  method: "POST",
  path: "/api/dispatch-rules/draft",
  summary: "Keep a draft of the rules",
  access: "rules.edit",
  body: Command.extend({ rules: z.array(DispatchRule).max(500) }),
  answer: RuleSet,
});
export const switchOnRules = route({
  method: "POST",
  path: "/api/dispatch-rules/switch-on",
  summary: "Switch the draft on",
  access: "rules.edit",
  body: Command.extend({ version: z.number().int() }),
  answer: RuleSet,
});

export { analyseRules, type RuleFinding } from "./rules/analysis/analyse.rule.ts";
export { expressionOf, normalWhen } from "./rules/language/expression.ts";
export { type Known, makeNames, type NameSort, type Names } from "./rules/language/names.ts";
export { parseRules, type ReadRules } from "./rules/language/parse.ts";
export { type PrintOptions, printRules, printWhen } from "./rules/language/print.ts";
export { problemSentence, type RuleProblem } from "./rules/language/problems.ts";
