import { z } from "zod";
import { route } from "../../../foundation/http/route.ts";
import { Command, Id, Instant } from "./shapes.ts";

export const SandboxChange = z.object({
  rules: z.number().int().positive().nullable().default(null),
  catalogue: z.number().int().positive().nullable().default(null),
  term: z
    .object({ term: z.string().min(1).max(80), length: z.number().int().min(1).max(366) })
    .nullable()
    .default(null),
  beside: z.enum(["now", "then"]).default("now"),
});
const Span = z
  .object({ from: Instant, to: Instant })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { path: ["to"] });
const Named = z.object({ id: z.string(), name: z.string() });
const count = z.number().int();

export const SandboxResult = z.object({
  tried: count,
  recorded: count,
  recordedSame: count,
  changed: count,
  supportsChanged: count,
  matrix: z.array(z.object({ was: Named, now: Named, matters: count })),
  load: z.array(
    z.object({ unit: Named, was: count, now: count, periods: z.array(z.object({ period: z.string(), was: count, now: count })) }),
  ),
  deadlines: z.object({
    settled: count,
    inTimeWas: count,
    inTimeNow: count,
    running: count,
    lateWas: count,
    lateNow: count,
  }),
  bounces: z.object({
    bounced: count,
    rightWas: count,
    rightNow: count,
    settledAtOnce: count,
    elsewhereWas: count,
    elsewhereNow: count,
  }),
  /** Those that the reader may see; `hidden` of the listed ones they may not. */
  list: z.array(z.object({ id: Id, number: z.string(), title: z.string(), was: z.string(), now: z.string(), why: z.string() })),
  hidden: count,
});
export const SandboxRun = z.object({
  id: Id,
  state: z.enum(["waiting", "running", "done", "stopped", "failed"]),
  span: Span,
  change: SandboxChange,
  done: count,
  total: count.nullable(),
  at: Instant,
  seconds: z.number().nullable(),
  /** Nothing was heard of it for half a minute: it begins again from the first matter. */
  silent: z.boolean(),
  result: SandboxResult.nullable(),
});

/** What can be tried: drafts that wait, and the county's terms. */
export const getSandbox = route({
  method: "GET",
  path: "/api/sandbox",
  summary: "What can be tried on past matters, and the last runs",
  access: "rules.edit",
  answer: z.object({
    rules: z.object({ on: count, waiting: count.nullable() }),
    catalogue: z.object({ on: count, waiting: count.nullable() }),
    terms: z.array(z.object({ term: z.string(), name: z.string(), length: count, unit: z.string() })),
    runs: z.array(SandboxRun.omit({ result: true })),
  }),
});
export const startSandbox = route({
  method: "POST",
  path: "/api/sandbox",
  summary: "Replay past matters under a change; nothing is changed by it",
  access: "rules.edit",
  body: Command.extend({ id: Id, span: Span, change: SandboxChange }),
  answer: SandboxRun,
});
export const getSandboxRun = route({
  method: "GET",
  path: "/api/sandbox/:id",
  summary: "A replay: how far it is, and what it found",
  access: "rules.edit",
  params: z.object({ id: Id }),
  answer: SandboxRun,
});
export const stopSandboxRun = route({
  method: "POST",
  path: "/api/sandbox/:id/stop",
  summary: "Stop a replay",
  access: "rules.edit",
  params: z.object({ id: Id }),
  body: Command,
  answer: SandboxRun,
});

export const getCandidates = route({
  method: "GET",
  path: "/api/matters/:id/candidates",
  summary: "Which post of the lead unit is proposed, and which may be chosen",
  access: "matters.handle",
  params: z.object({ id: Id }),
  answer: z.object({
    proposed: Id.nullable(),
    candidates: z.array(
      z.object({
        post: Id,
        name: z.string(),
        barred: z.enum(["complained of", "nobody at work"]).nullable(),
        /** The parties are told of the bond and choose first. */
        disclose: z.boolean(),
        near: z.enum(["village", "township"]).nullable(),
        standIn: z.boolean(),
        openMatters: count,
      }),
    ),
  }),
});
