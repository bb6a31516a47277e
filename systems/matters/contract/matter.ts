import { z } from "zod";
import { route } from "../../../foundation/http/route.ts";
import { CHAINS, type ChainName } from "../rules/chains.rule.ts";
import { CLOCKS_THAT_MAY_GET_TIME } from "../rules/clocks-of-a-matter.ts";
import {
  ActShape,
  Command,
  Day,
  DoorShape,
  DueExplained,
  FileRef,
  Id,
  Instant,
  KindShape,
  LIMITS,
  MatterClock,
  OutcomeShape,
  PlaceInput,
  PlaceRef,
  Proposals,
  RatingShape,
  ReporterInput,
  ReporterRef,
  StateShape,
  UnitRef,
  UrgencyShape,
} from "./shapes.ts";

export const TimelineEntry = z.object({
  id: Id,
  act: ActShape.or(z.string()),
  at: Instant,
  deviceAt: Instant.nullable(),
  /** A post and its unit, or "resident 7F3K", or "the system": never a person. */
  by: z.string(),
  /** Who sees it: resident, staff only, or a change of fields. */
  audience: z.enum(["resident", "internal", "change"]),
  title: z.string(),
  text: z.string().nullable(),
  files: z.array(FileRef),
  /** Field changes in words: what it was, what it is. */
  changes: z.array(z.object({ field: z.string(), label: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  erased: z.boolean(),
});

export const Assignment = z.object({
  unit: UnitRef,
  role: z.enum(["lead", "support", "called"]),
  state: z.enum(["sent", "signed", "answered", "handed-back"]),
  /** The post inside the unit that has the work. */
  post: z.object({ id: Id, name: z.string() }).nullable(),
  since: Instant,
  note: z.string().nullable(),
  due: DueExplained.nullable(),
  /** How long a unit that was called took to arrive, once it has. */
  arrived: z.object({ at: Instant, inTime: z.boolean().nullable(), words: z.string() }).nullable(),
});

export const MatterPage = z.object({
  id: Id,
  number: z.string(),
  version: z.number().int(),
  title: z.string(),
  text: z.string(),
  kind: KindShape.nullable(),
  category: z.object({ code: z.string(), name: z.string(), path: z.array(z.string()) }).nullable(),
  urgency: UrgencyShape.nullable(),
  state: StateShape,
  lane: z.object({ name: z.string(), state: z.string(), id: Id }).nullable(),
  door: DoorShape,
  receivedAt: Instant,
  occurredAt: Instant.nullable(),
  receivedBy: UnitRef,
  place: z.object({
    ref: PlaceRef.nullable(),
    words: z.string().nullable(),
    point: z.object({ lng: z.number(), lat: z.number(), accuracy: z.number().nullable() }).nullable(),
    confirmed: z.boolean(),
    territoryVersion: z.number().int(),
  }),
  reporters: z.array(ReporterRef),
  enteredFor: z.object({ relation: z.string(), consent: z.boolean() }).nullable(),
  complainedAbout: z.object({ unit: UnitRef.nullable(), post: z.string().nullable(), words: z.string().nullable() }).nullable(),
  secrecy: z.boolean(),
  external: z.object({ platform: z.string(), number: z.string(), dueAt: Instant.nullable() }).nullable(),
  due: DueExplained.nullable(),
  /** Every clock that counts, and the overall one. */
  clocks: z.array(MatterClock),
  /** Time asked for that waits for a decision. */
  asked: z
    .object({
      clock: z.string(),
      what: z.enum(["pause", "extend"]),
      ground: z.string(),
      by: z.number().int().nullable(),
      at: Instant,
      sentence: z.string(),
      unit: z.string(),
      reason: z.string().nullable(),
      basis: z.string().nullable(),
      /** The resident's own date: whoever grants says why, in words that the resident gets. */
      resident: z.boolean(),
    })
    .nullable(),
  /** 派单异议 that waits for a ruling, with what rules and catalogue had proposed. */
  objection: z
    .object({
      unit: z.string(),
      at: Instant,
      ground: z.string().nullable(),
      reason: z.string().nullable(),
      proposed: z.object({ unit: z.string().nullable(), supports: z.array(z.string()), why: z.string().nullable() }).nullable(),
    })
    .nullable(),
  assignments: z.array(Assignment),
  parent: z.object({ id: Id, number: z.string(), title: z.string() }).nullable(),
  children: z.array(z.object({ id: Id, number: z.string(), title: z.string(), state: StateShape })),
  mergedInto: z.object({ id: Id, number: z.string() }).nullable(),
  merged: z.array(z.object({ id: Id, number: z.string(), title: z.string() })),
  outcome: OutcomeShape.nullable(),
  rating: RatingShape.nullable(),
  reviewOn: Day.nullable(),
  files: z.array(FileRef),
  timeline: z.array(TimelineEntry),
  /** Earlier matters at this place. */
  before: z.array(z.object({ id: Id, number: z.string(), title: z.string(), state: StateShape, closedAt: Instant.nullable() })),
  proposals: Proposals.nullable(),
  /** What the reader may do next, with the reason where an act of this state is shut to them. */
  may: z.array(ActShape),
  shut: z.array(z.object({ act: ActShape, sentence: z.string() })),
  /** Chains of acts that the reader may go to their end in one go (`rules/chains.rule.ts`). */
  inOneGo: z.array(z.enum(Object.keys(CHAINS) as [ChainName, ...ChainName[]])),
  /** Open questions to the resident without an answer yet. */
  waitingForResident: z.boolean(),
  notices: z.array(
    z.object({
      id: Id,
      kind: z.string(),
      at: Instant,
      channel: z.enum(["list", "letter", "sms"]),
      state: z.enum(["waiting", "told", "silent"]),
      text: z.string(),
    }),
  ),
});

export const getMatter = route({
  method: "GET",
  path: "/api/matters/:id",
  summary: "One matter, whole",
  access: "matters.read",
  params: z.object({ id: Id }),
  answer: MatterPage,
});
export const findByNumber = route({
  method: "GET",
  path: "/api/matters/by-number/:number",
  summary: "Find a matter by its number",
  access: "matters.read",
  params: z.object({ number: z.string().max(60) }),
  answer: z.object({ id: Id.nullable() }),
});

const reply = z.string().trim().min(2).max(LIMITS.reply);
const reason = z.string().trim().min(2).max(LIMITS.reply);
const files = z.array(Id).max(LIMITS.files).default([]);
const on = <A extends string, S extends z.ZodRawShape>(act: A, shape: S) =>
  z.object({ act: z.literal(act), ...Command.shape, baseVersion: z.number().int().min(1), ...shape });

const accepted = {
  kind: KindShape,
  categoryCode: z.string(),
  urgency: UrgencyShape,
  place: PlaceInput,
  title: z.string().trim().min(1).max(LIMITS.title).optional(),
};
const dispatched = {
  leadUnit: Id,
  supports: z.array(Id).max(6).default([]),
  lane: z.enum(["service", "referral"]).default("service"),
  note: z.string().max(500).optional(),
  destination: z.string().max(60).optional(),
};
const answered = {
  reply,
  outcome: OutcomeShape,
  files,
  /** Why the lead does not wait for opinions that are still out. */
  withoutOpinions: z.string().trim().min(2).max(500).optional(),
};
const closed = { note: z.string().max(LIMITS.reply).optional(), sampled: z.boolean().optional() };
/** Each act with the fields that it needs. */
export const MatterActInput = z.discriminatedUnion("act", [
  on("accept", accepted),
  on("correct", {
    kind: KindShape.optional(),
    categoryCode: z.string().optional(),
    urgency: UrgencyShape.optional(),
    place: PlaceInput.optional(),
    title: z.string().trim().min(1).max(LIMITS.title).optional(),
  }),
  on("decline", { ground: z.string(), reply }),
  on("answer-on-spot", { reply, knowledgeId: Id.optional(), files }),
  on("dispatch", dispatched),
  on("redirect", { leadUnit: Id, supports: z.array(Id).max(6).default([]), reason }),
  on("sign", {}),
  on("assign", {
    post: Id,
    note: z.string().max(500).optional(),
    /** The parties were told what binds the post to the unit complained of, and agreed. */
    partiesAgreed: z.boolean().default(false),
  }),
  on("hand-back", { reason, ground: z.string().optional() }),
  on("allow-hand-back", {
    reason,
    /** The catalogue is wrong: a change is proposed with the ruling, for another post to approve. */
    amend: z.object({ category: z.string().max(60), lead: Id, because: reason }).optional(),
  }),
  on("refuse-hand-back", { reason }),
  on("call-department", { units: z.array(Id).min(1).max(6), reason }),
  on("report-in", { note: z.string().max(LIMITS.reply).optional() }),
  on("ask-for-time", {
    clock: z.enum(CLOCKS_THAT_MAY_GET_TIME),
    what: z.enum(["pause", "extend"]),
    ground: z.string().regex(/^[a-z][a-z-]{0,30}$/),
    /** For an extension: its length in the term's own unit. */
    by: z.number().int().min(1).max(3650).optional(),
    reason,
  }),
  on("grant-time", { note: z.string().max(LIMITS.reply).optional() }),
  on("refuse-time", { reason }),
  on("resume-clock", { clock: z.enum(CLOCKS_THAT_MAY_GET_TIME).optional(), note: z.string().max(LIMITS.reply).optional() }),
  on("escalate", { reason }),
  on("report-progress", { reply, files }),
  on("support-answer", { note: reason, files }),
  on("ask", { reply, choices: z.array(z.string().min(1).max(60)).max(5).default([]) }),
  on("answer", answered),
  on("rework", { reason }),
  on("close", closed),
  on("shelve", { reason, reviewOn: Day }),
  on("resume", { note: z.string().max(LIMITS.reply).optional() }),
  on("merge", { into: Id }),
  on("join-parent", { parent: Id.nullable() }),
  on("withdraw", { reason }),
  on("reopen", { reason }),
  on("rate", { rating: RatingShape, reason: z.string().max(500).optional(), reporterId: Id.optional() }),
  on("supplement", { note: reason, files }),
  on("also-met", { reporter: ReporterInput, door: DoorShape, note: z.string().max(LIMITS.reply).optional() }),
  on("note", { note: reason, files }),
  on("urge", { note: z.string().max(500).optional() }),
]);

export const ActAnswer = z.object({
  id: Id,
  number: z.string(),
  version: z.number().int(),
  state: StateShape,
  may: z.array(ActShape),
  /** "also-met": the new reporter's own code. */
  receipt: z.object({ code: z.string(), pin: z.string(), link: z.string() }).nullable().default(null),
  repeated: z.boolean(),
});
/** On a version conflict: 409 `matters.changed-meanwhile` with facts {version, changes:[{by, act, at, text}]}; the writer's text stays with the writer. */
export const actOnMatter = route({
  method: "POST",
  path: "/api/matters/:id/acts",
  summary: "One act on one matter",
  access: "matters.read",
  params: z.object({ id: Id }),
  body: MatterActInput,
  answer: ActAnswer,
});

const inside = <A extends string, S extends z.ZodRawShape>(act: A, shape: S) => z.object({ act: z.literal(act), ...shape });
export const ChainAnswer = ActAnswer.extend({
  /** The close that was left out, because someone else must verify the answer. */
  left: z.literal("close").nullable(),
});
/** Acts of one officer in one go (`rules/chains.rule.ts`): all or none, each journalled by itself; the envelope stands once. */
export const actInOneGo = route({
  method: "POST",
  path: "/api/matters/:id/acts-in-one-go",
  summary: "Several acts of one officer on one matter, in one go",
  access: "matters.read",
  params: z.object({ id: Id }),
  body: Command.extend({
    baseVersion: z.number().int().min(1),
    acts: z
      .array(
        z.discriminatedUnion("act", [
          inside("accept", accepted),
          inside("dispatch", dispatched),
          inside("sign", {}),
          inside("answer", answered),
          inside("close", closed),
        ]),
      )
      .min(2)
      .max(3),
  }),
  answer: ChainAnswer,
});

/** What the resident will be told, as it will arrive; `unfilled` names variables that still stand in the text. */
export const previewNotice = route({
  method: "POST",
  path: "/api/matters/:id/notice-preview",
  summary: "The notice as it will arrive",
  access: "matters.read",
  params: z.object({ id: Id }),
  body: z.object({ act: ActShape, reply: z.string().max(LIMITS.reply) }),
  answer: z.object({
    text: z.string(),
    unfilled: z.array(z.string()),
    channels: z.array(z.enum(["list", "letter", "sms"])),
    silent: z.boolean(),
  }),
});

export const Presence = z.object({ here: z.array(z.object({ post: z.string(), doing: z.enum(["reading", "writing"]) })) });
export const presence = route({
  method: "POST",
  path: "/api/matters/:id/presence",
  summary: "I am looking at it; who else is. Kept for one minute, never stored",
  access: "matters.read",
  params: z.object({ id: Id }),
  body: z.object({ doing: z.enum(["reading", "writing"]) }),
  answer: Presence,
});

export const uploadFile = route({
  method: "POST",
  path: "/api/files",
  summary: "Bring a file (multipart, field `file`)",
  access: "signed in",
  answer: FileRef,
});
