import { z } from "zod";
import { route } from "../../foundation/http/route.ts";

export { APPROVAL_KINDS, type ApprovalKind, type ApprovalKindName, findKind, type Purpose } from "./rules/kinds.table.ts";

const Id = z.uuid();

export const APPROVAL_STATES = ["asked", "at-once", "approved", "refused", "withdrawn", "upheld", "objected"] as const;
export const ApprovalState = z.enum(APPROVAL_STATES);
export type ApprovalState = z.infer<typeof ApprovalState>;

const Side = z.object({ post: z.string(), unit: z.string() });

/** An approval as both sides and the audit administrator see it: posts and units, never a person's name. */
export const ApprovalShown = z.object({
  id: Id,
  kind: z.string(),
  subject: z.string(),
  matter: z.object({ id: Id, number: z.string(), title: z.string() }).nullable(),
  purpose: z.string(),
  words: z.string(),
  article: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  state: ApprovalState,
  /** The asking waits no longer, or what was given holds no longer. */
  over: z.boolean(),
  asked: Side.extend({ at: z.string() }),
  decideUntil: z.string(),
  hours: z.number(),
  decided: Side.extend({ at: z.string(), why: z.string() }).nullable(),
  holdsUntil: z.string().nullable(),
  uses: z.int(),
});
export type ApprovalShown = z.infer<typeof ApprovalShown>;

export const AskApproval = z.object({
  kind: z.string(),
  subject: z.string().regex(/^[A-Za-z0-9._:/+-]{1,80}$/),
  purpose: z.string(),
  text: z.string().trim().min(1).max(1000),
  hours: z.number().positive().max(720).optional(),
  /** Act now and have it reviewed; only for the purposes that the kind names. */
  atOnce: z.boolean().default(false),
});

export const listApprovalsRoute = route({
  method: "GET",
  path: "/api/approvals",
  summary: "What waits for my decision, and what I asked",
  access: "signed in",
  answer: z.object({ waiting: z.array(ApprovalShown), mine: z.array(ApprovalShown), decided: z.array(ApprovalShown) }),
});
export const askApprovalRoute = route({
  method: "POST",
  path: "/api/approvals",
  summary: "Ask a second person for an approval",
  access: "signed in",
  fresh: true,
  body: AskApproval.extend({ id: Id }),
  answer: z.object({ id: Id }),
});
export const decideApprovalRoute = route({
  method: "POST",
  path: "/api/approvals/:id/decision",
  summary: "Approve or refuse what another person asked",
  access: "signed in",
  fresh: true,
  params: z.object({ id: Id }),
  body: z.object({ yes: z.boolean(), why: z.string().trim().max(1000).default("") }),
  answer: z.object({}),
});
export const withdrawApprovalRoute = route({
  method: "POST",
  path: "/api/approvals/:id/withdrawal",
  summary: "Take back what I asked while it waits",
  access: "signed in",
  params: z.object({ id: Id }),
  answer: z.object({}),
});
/** For the post of audit administration: how approvals went, without the words of a matter. */
export const approvalRecordRoute = route({
  method: "GET",
  path: "/api/approvals/record",
  summary: "The county's approvals by kind, post and unit",
  access: "teams.audit",
  query: z.object({ before: z.iso.datetime().optional(), kind: z.string().max(40).optional() }),
  answer: z.object({
    approvals: z.array(
      ApprovalShown.omit({ words: true, facts: true, subject: true, matter: true, decided: true }).extend({
        decided: Side.extend({ at: z.string() }).nullable(),
      }),
    ),
    more: z.boolean(),
  }),
});
