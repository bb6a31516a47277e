import { z } from "zod";
import { route } from "../../../foundation/http/route.ts";
import {
  ActShape,
  Command,
  DoorShape,
  Due,
  Id,
  Instant,
  KindShape,
  LIMITS,
  StateShape,
  UnitRef,
  UrgencyShape,
} from "./shapes.ts";

/** 今日 · 待受理 · 待派 · 待签收 · 办理中 · 将到期 · 超期 · 待核实 · 挂账 · 全部 */
export const QUEUES = [
  "today",
  "received",
  "to-dispatch",
  "to-sign",
  "handling",
  "soon",
  "overdue",
  "to-verify",
  "objected",
  "shelved",
  "all",
] as const;
export const SORTS = ["due", "newest", "oldest"] as const;

const many = <T extends z.ZodType>(one: T) =>
  z.union([one, z.array(one)]).transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]);

/** Every filter lives in the URL; a saved view is such a URL. */
export const Filters = z.object({
  queue: z.enum(QUEUES).default("all"),
  state: many(StateShape).optional(),
  kind: many(KindShape).optional(),
  category: z.string().optional(),
  urgency: many(UrgencyShape).optional(),
  door: many(DoorShape).optional(),
  place: Id.optional(),
  unit: Id.optional(),
  /** A word of two or more characters of title or text, a number, or a code. Never matches a name or a telephone. */
  q: z.string().trim().max(60).optional(),
  receivedFrom: Instant.optional(),
  receivedTo: Instant.optional(),
  closedFrom: Instant.optional(),
  closedTo: Instant.optional(),
  dueBefore: Instant.optional(),
  /** Matters of one import. */
  import: Id.optional(),
  /** Only what the machine thinks stands twice. */
  similar: z.stringbool().optional(),
  /** A figure of the board by its name: exactly the matters that were counted. */
  figure: z.string().max(40).optional(),
  week: z.iso.date().optional(),
});

export const QueueRow = z.object({
  id: Id,
  number: z.string(),
  version: z.number().int(),
  title: z.string(),
  kind: KindShape.nullable(),
  category: z.string().nullable(),
  state: StateShape,
  lane: z.string().nullable(),
  urgency: UrgencyShape.nullable(),
  door: DoorShape,
  place: z.string().nullable(),
  leadUnit: UnitRef.nullable(),
  due: Due.nullable(),
  receivedAt: Instant,
  similar: z.number().int(),
  /** What waits for the level above. */
  waits: z.enum(["objection", "extend", "pause"]).nullable(),
  /** Unread by this unit since it last changed. */
  fresh: z.boolean(),
  /** What the reader may do with this row now. */
  may: z.array(ActShape),
});

export const QueuePage = z.object({
  rows: z.array(QueueRow),
  next: z.string().nullable(),
  previous: z.string().nullable(),
  count: z.object({ exact: z.number().int(), more: z.boolean() }),
});
export const listMatters = route({
  method: "GET",
  path: "/api/matters",
  summary: "One page of a queue",
  access: "matters.read",
  query: Filters.extend({
    sort: z.enum(SORTS).default("due"),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(LIMITS.page).default(50),
  }),
  answer: QueuePage,
});

export const QueueCounts = z.object({
  counts: z.record(z.enum(QUEUES), z.object({ exact: z.number().int(), more: z.boolean() })),
  at: Instant,
});
export const countQueues = route({
  method: "GET",
  path: "/api/queues",
  summary: "Counts of every queue, exact to 999",
  access: "matters.read",
  query: z.object({ place: Id.optional(), unit: Id.optional() }),
  answer: QueueCounts,
});

/** 今日: everything over all of a person's posts that wants a hand, grouped. */
export const TodayGroup = z.object({
  group: z.enum([
    "given",
    "overdue",
    "due-today",
    "soon",
    "questions-answered",
    "objected",
    "to-verify",
    "to-sign",
    "received",
    "to-dispatch",
    "handling",
  ]),
  rows: z.array(QueueRow),
  count: z.object({ exact: z.number().int(), more: z.boolean() }),
});
export const today = route({
  method: "GET",
  path: "/api/today",
  summary: "One list over all of my posts",
  access: "signed in",
  answer: z.object({
    groups: z.array(TodayGroup),
    posts: z.array(z.object({ id: Id, name: z.string(), unit: z.string() })),
    at: Instant,
  }),
});

export const SavedView = z.object({
  id: Id,
  name: z.string().min(1).max(30),
  url: z.string().max(2000),
  shared: z.boolean(),
  mine: z.boolean(),
  count: z.object({ exact: z.number().int(), more: z.boolean() }).nullable(),
});
export const listViews = route({
  method: "GET",
  path: "/api/views",
  summary: "Saved views, mine and my units'",
  access: "signed in",
  answer: z.object({ views: z.array(SavedView) }),
});
export const saveView = route({
  method: "POST",
  path: "/api/views",
  summary: "Save this filter",
  access: "signed in",
  body: z.object({
    id: Id,
    name: z.string().trim().min(1).max(30),
    url: z.string().max(2000),
    shared: z.boolean().default(false),
  }),
  answer: SavedView,
});
export const dropView = route({
  method: "DELETE",
  path: "/api/views/:id",
  summary: "Remove a saved view",
  access: "signed in",
  params: z.object({ id: Id }),
  answer: z.object({ dropped: z.boolean() }),
});

export const BATCH_ACTS = ["dispatch", "sign", "urge"] as const;
/** 批量 交办 · 签收 · 催办. With `preview` nothing changes: it says how many would, and why each other one would not. */
export const batchAct = route({
  method: "POST",
  path: "/api/matters/batch",
  summary: "One act on many matters",
  access: "matters.read",
  body: Command.extend({
    act: z.enum(BATCH_ACTS),
    items: z
      .array(z.object({ id: Id, version: z.number().int() }))
      .min(1)
      .max(LIMITS.batch),
    preview: z.boolean().default(false),
    leadUnit: Id.optional(),
    supports: z.array(Id).max(6).default([]),
    note: z.string().max(500).optional(),
  }),
  answer: z.object({
    done: z.array(Id),
    refused: z.array(z.object({ id: Id, number: z.string(), sentence: z.string() })),
    preview: z.boolean(),
  }),
});
