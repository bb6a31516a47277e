import { z } from "zod";
import { route } from "../../foundation/http/route.ts";

const Instant = z.iso.datetime({ offset: true });
const Command = z.object({ commandId: z.uuid(), v: z.literal(1).default(1), deviceAt: Instant.optional() });

/** Ordered, first match wins; tried on past matters before it is switched on. */
export const DispatchRule = z.object({
  id: z.string(),
  name: z.string().min(1).max(80),
  when: z.object({
    kinds: z.array(z.string()).optional(),
    categories: z.array(z.string()).optional(),
    urgency: z.array(z.string()).optional(),
    places: z.array(z.string()).optional(),
    words: z.array(z.string()).optional(),
    doors: z.array(z.string()).optional(),
  }),
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
