import { z } from "zod";
import { route } from "../../../foundation/http/route.ts";
import { REQUEST_KINDS, type RequestKind } from "../rules/person-requests.rule.ts";
import { Command, Id, Instant } from "./shapes.ts";

const Kind = z.enum(Object.keys(REQUEST_KINDS) as [RequestKind, ...RequestKind[]]);

/** A request of a resident about their own data in one matter; who they are stands sealed in that matter. */
export const PersonRequest = z.object({
  id: Id,
  matter: Id,
  number: z.string(),
  title: z.string(),
  kind: Kind,
  /** The article that gives the right. */
  article: z.string(),
  words: z.string(),
  askedAt: Instant,
  dueAt: Instant,
  overdue: z.boolean(),
  answeredAt: Instant.nullable(),
  granted: z.boolean().nullable(),
  answer: z.string().nullable(),
});

export const listPersonRequests = route({
  method: "GET",
  path: "/api/person-requests",
  summary: "What residents ask about their own data: what waits, by its last day, and what was answered last",
  access: "matters.supervise",
  answer: z.object({ waiting: z.array(PersonRequest), answered: z.array(PersonRequest) }),
});

/** 422 `matters.request-not-erased-yet` where an erasure is told that has not been done; 409 `matters.request-answered`. */
export const answerPersonRequest = route({
  method: "POST",
  path: "/api/person-requests/:id/answer",
  summary: "Answer a resident's request about their own data, with the reasons",
  access: "matters.supervise",
  params: z.object({ id: Id }),
  body: Command.extend({ granted: z.boolean(), answer: z.string().trim().min(4).max(2000) }),
  answer: z.object({ id: Id }),
});
