import { z } from "zod";
import { route } from "../../../foundation/http/route.ts";
import {
  Command,
  ComplainedAbout,
  Day,
  DoorShape,
  Due,
  Id,
  Instant,
  KindShape,
  LIMITS,
  PlaceInput,
  Proposals,
  ReporterInput,
  UrgencyShape,
} from "./shapes.ts";

export const ReceiveMatter = Command.extend({
  /** Made by the client; the matter's key. */
  id: Id,
  door: DoorShape,
  title: z.string().trim().max(LIMITS.title).optional(),
  text: z.string().trim().min(2).max(LIMITS.text),
  kind: KindShape.optional(),
  categoryCode: z.string().optional(),
  urgency: UrgencyShape.optional(),
  occurredAt: Instant.optional(),
  place: PlaceInput.default({}),
  reporter: ReporterInput.default({ wantsSecrecy: false, quiet: false }),
  complainedAbout: ComplainedAbout.optional(),
  /** 上级平台工单: its number and term govern; the reply leaves in its columns. */
  external: z
    .object({
      platform: z.string().max(60),
      number: z.string().max(60),
      dueAt: Instant.optional(),
      columns: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  files: z.array(Id).max(LIMITS.files).default([]),
  /** Answered at once (咨询): the reply, and the knowledge entry it came from. */
  answeredOnSpot: z.object({ reply: z.string().min(2).max(LIMITS.reply), knowledgeId: Id.optional() }).optional(),
  /** The clerk has confirmed the machine's proposals while entering: the matter is accepted at once. */
  confirmed: z.boolean().default(false),
});

/** What the resident takes home. The code and link are shown once; only their keyed hashes are kept. */
export const Receipt = z.object({
  id: Id,
  number: z.string(),
  /** 一案一码: 12 digits, 4-4-4, the last one checks the others. */
  code: z.string(),
  /** Four digits asked beside the code where no telephone was left; empty without a code. */
  pin: z.string(),
  /** Path of the follow page, to be put into the QR. */
  link: z.string(),
  state: z.string(),
  version: z.number().int(),
  receivedAt: Instant,
  title: z.string(),
  unit: z.object({ name: z.string(), phone: z.string().nullable() }),
  due: Due.nullable(),
  /** True where the same command had been answered before. */
  repeated: z.boolean(),
});

export const receiveMatter = route({
  method: "POST",
  path: "/api/matters",
  summary: "Receive a matter at the counter, hotline or another staffed door",
  access: "matters.receive",
  body: ReceiveMatter,
  answer: Receipt,
});

export const previewTriage = route({
  method: "POST",
  path: "/api/triage/preview",
  summary: "What the machine would propose for a text being typed",
  access: "matters.receive",
  body: z.object({
    text: z.string().max(LIMITS.text),
    title: z.string().max(LIMITS.title).optional(),
    placeId: Id.optional(),
    placeWords: z.string().max(200).optional(),
    kind: KindShape.optional(),
    categoryCode: z.string().optional(),
    excludeId: Id.optional(),
  }),
  answer: Proposals.extend({ due: Due.nullable() }),
});

export const newCode = route({
  method: "POST",
  path: "/api/matters/:id/code",
  summary: "The resident lost the code: make a new one for one reporter, the old one ends",
  access: "matters.receive",
  params: z.object({ id: Id }),
  body: Command.extend({ reporterId: Id }),
  answer: z.object({ code: z.string(), pin: z.string(), link: z.string() }),
});

export const Draft = z.object({ key: z.string().max(120), body: z.unknown(), savedAt: Instant });
export const listDrafts = route({
  method: "GET",
  path: "/api/drafts",
  summary: "My unfinished work",
  access: "signed in",
  answer: z.object({ drafts: z.array(Draft) }),
});
export const saveDraft = route({
  method: "PUT",
  path: "/api/drafts/:key",
  summary: "Keep unfinished work",
  access: "signed in",
  params: z.object({ key: z.string().max(120) }),
  body: z.object({ body: z.unknown() }),
  answer: z.object({ savedAt: Instant }),
});
export const dropDraft = route({
  method: "DELETE",
  path: "/api/drafts/:key",
  summary: "Throw a draft away",
  access: "signed in",
  params: z.object({ key: z.string().max(120) }),
  answer: z.object({ dropped: z.boolean() }),
});

export const KnowledgeEntry = z.object({
  id: Id,
  question: z.string(),
  answer: z.string(),
  categoryCode: z.string().nullable(),
  ownerUnitId: Id,
  owner: z.string(),
  validUntil: Day,
  version: z.number().int(),
  expired: z.boolean(),
});
export const listKnowledge = route({
  method: "GET",
  path: "/api/knowledge",
  summary: "Kept answers",
  access: "signed in",
  query: z.object({ q: z.string().max(200).optional() }),
  answer: z.object({ entries: z.array(KnowledgeEntry) }),
});
export const saveKnowledge = route({
  method: "POST",
  path: "/api/knowledge",
  summary: "Add or renew a kept answer",
  access: "knowledge.edit",
  body: Command.extend({
    id: Id,
    question: z.string().min(2).max(200),
    answer: z.string().min(2).max(LIMITS.reply),
    categoryCode: z.string().nullable(),
    ownerUnitId: Id,
    validUntil: Day,
    baseVersion: z.number().int().default(0),
  }),
  answer: KnowledgeEntry,
});
