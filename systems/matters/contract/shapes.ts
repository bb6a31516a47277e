import { z } from "zod";
import { CLOCK_NAMES } from "../rules/clocks-of-a-matter.ts";
import { DOORS, KINDS, MATTER_ACTS, MATTER_STATES, OUTCOMES, RATINGS, URGENCIES } from "../rules/lifecycle.ts";

/** Limits that both sides hold. */
export const LIMITS = {
  /** Characters of a title. */ title: 120,
  /** Characters of what was said; an imported cell above it is refused with its row. */ text: 20_000,
  /** Characters of a reply, note or reason. */ reply: 8_000,
  /** Bytes of one attachment. */ file: 20 * 1024 * 1024,
  /** Attachments of one matter and one act. */ files: 5,
  /** Rows of one queue page. */ page: 100,
  /** Counts are exact up to here, then "999+". */ count: 999,
  /** Matters of one batch act. */ batch: 200,
  /** Days in which a rating can be changed. */ ratingDays: 7,
  /** Days in which a resident can have an ended matter looked at again. */ reopenDays: 30,
} as const;

export const Id = z.uuid();
export const Instant = z.iso.datetime({ offset: true });
export const Day = z.iso.date();
export const KindShape = z.enum(KINDS);
export const UrgencyShape = z.enum(URGENCIES);
export const DoorShape = z.enum(DOORS);
export const OutcomeShape = z.enum(OUTCOMES);
export const RatingShape = z.enum(RATINGS);
export const StateShape = z.enum(Object.keys(MATTER_STATES) as [keyof typeof MATTER_STATES, ...(keyof typeof MATTER_STATES)[]]);
export const ActShape = z.enum(MATTER_ACTS as [(typeof MATTER_ACTS)[number], ...typeof MATTER_ACTS]);

/** The envelope of every write: a repeat of the same id gets the first answer; another body under it is refused with 409. */
export const Command = z.object({
  commandId: Id,
  /** Version of this envelope; older ones are understood. */
  v: z.literal(1).default(1),
  /** When the device says it happened; kept beside the server's time, never used for order. */
  deviceAt: Instant.optional(),
});

export const PlaceInput = z.object({
  placeId: Id.optional(),
  /** As the resident said it. */
  words: z.string().trim().max(200).optional(),
  point: z
    .object({
      lng: z.number().min(-180).max(180),
      lat: z.number().min(-90).max(90),
      system: z.enum(["WGS-84", "GCJ-02"]),
      accuracy: z.number().nonnegative().optional(),
      source: z.enum(["phone", "map", "import"]).default("map"),
    })
    .optional(),
});

export const PlaceRef = z.object({
  id: Id,
  name: z.string(),
  path: z.array(z.string()),
  kind: z.string(),
  madeUp: z.boolean().default(false),
});

/** Who says it. Sealed at once; nothing here is ever logged or searched. */
export const ReporterInput = z.object({
  name: z.string().trim().max(60).optional(),
  phone: z.string().trim().max(40).optional(),
  address: z.string().trim().max(200).optional(),
  /** 替我保密 */
  wantsSecrecy: z.boolean().default(false),
  /** 不要打电话、不要发短信 */
  quiet: z.boolean().default(false),
  /** 代录、代办: entered for another person. */
  enteredFor: z.object({ relation: z.string().trim().max(60), consent: z.boolean() }).optional(),
});

export const ComplainedAbout = z.object({
  unitId: Id.optional(),
  postId: Id.optional(),
  words: z.string().trim().max(200).optional(),
  /** 打击报复: it complains of what was done because of an earlier matter; its number, where the reporter has it. */
  retaliation: z.object({ earlier: z.string().trim().max(60).optional() }).optional(),
});

/** A span of the text that a proposal rests on. */
export const Evidence = z.object({ words: z.string(), start: z.number().int(), end: z.number().int() });
export const Reason = z.object({ key: z.string(), facts: z.record(z.string(), z.unknown()), sentence: z.string() });
const proposal = <T extends z.ZodType>(value: T) =>
  z.object({ value, label: z.string(), confidence: z.number().min(0).max(1), evidence: z.array(Evidence), reason: Reason });

export const SimilarMatter = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  state: StateShape,
  receivedAt: Instant,
  place: z.string().nullable(),
  likeness: z.number(),
  same: z.boolean(),
  reason: z.string(),
});

/** What the machine proposes; a person confirms or corrects in one key; silence confirms nothing. */
export const Proposals = z.object({
  kind: proposal(KindShape).nullable(),
  category: proposal(z.string()).nullable(),
  urgency: proposal(UrgencyShape),
  place: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("one"), place: PlaceRef, evidence: z.array(Evidence), reason: Reason, confidence: z.number() }),
    z.object({ kind: z.literal("several"), candidates: z.array(PlaceRef), question: z.string(), evidence: z.array(Evidence) }),
    z.object({ kind: z.literal("none"), question: z.string() }),
    z.object({ kind: z.literal("outside"), words: z.string(), question: z.string() }),
  ]),
  unit: z
    .object({
      unitId: Id,
      unitName: z.string(),
      supports: z.array(z.object({ unitId: Id, unitName: z.string() })),
      rule: z.string(),
      reason: Reason,
      refused: z.array(z.object({ unitName: z.string(), reason: z.string() })),
    })
    .nullable(),
  similar: z.array(SimilarMatter),
  knowledge: z.array(z.object({ id: Id, question: z.string(), answer: z.string(), owner: z.string(), validUntil: Day })),
  versions: z.object({
    categories: z.number().int(),
    rules: z.number().int(),
    catalogue: z.number().int(),
    territory: z.number().int(),
    model: z.number().int(),
  }),
});

export const Due = z.object({
  at: Instant,
  provisional: z.boolean(),
  state: z.enum(["running", "soon", "today", "overdue", "paused", "met", "missed", "stopped"]),
  /** Signed working days: 3 left, -1 over by one. */
  workingDays: z.number().int(),
  /** 「剩 3 个工作日」 in the reader's language. */
  words: z.string(),
  term: z.string(),
});
export const DueExplained = Due.extend({
  sentence: z.string(),
  basis: z.string(),
  days: z.array(z.object({ date: Day, counted: z.boolean(), n: z.number().int().nullable(), why: z.string().nullable() })),
});

/** One of the matter's clocks, and what time may be asked for it. */
export const MatterClock = DueExplained.omit({ state: true }).extend({
  id: Id,
  clock: z.enum(CLOCK_NAMES as [(typeof CLOCK_NAMES)[number], ...typeof CLOCK_NAMES]),
  state: z.enum(["running", "paused", "stopped", "met", "missed"]),
  overdue: z.boolean(),
  unit: z.string().nullable(),
  name: z.string(),
  startedAt: Instant,
  unitWords: z.string(),
  mayAsk: z.boolean(),
  grounds: z.array(z.object({ ground: z.string(), name: z.string(), basis: z.string() })),
  extension: z
    .object({ most: z.number().int().nullable(), approver: z.string(), englishApprover: z.string(), basis: z.string() })
    .nullable(),
});

export const UnitRef = z.object({ id: Id, name: z.string(), phone: z.string().nullable() });
export const FileRef = z.object({ id: Id, name: z.string(), kind: z.string(), size: z.number().int(), sha256: z.string() });
export const ReporterRef = z.object({
  id: Id,
  handle: z.string(),
  role: z.enum(["reporter", "also-met", "entered-for"]),
  door: DoorShape,
  wantsSecrecy: z.boolean(),
  quiet: z.boolean(),
  sealed: z.boolean(),
});
export type Door = z.output<typeof DoorShape>;
