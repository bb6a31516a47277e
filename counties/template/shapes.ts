import { z } from "zod";
import { PauseGround, TermExtension } from "../../systems/clocks/contract.ts";
import { DUTY_PARTS, LEVELS } from "../../systems/dispatch/rules/dispatch-shapes.ts";
import { DOORS, KINDS, URGENCIES } from "../../systems/matters/rules/lifecycle.ts";
import { RIGHTS, type RightName } from "../../systems/teams/rules/rights.table.ts";

const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const code = z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/);
const weights = z.record(z.string().min(1), z.number().positive().max(9));
const day = z.iso.date();

/** How far a value of this county can be trusted: read in a text, from memory, or made up to show the product. */
export const trustShape = z.enum(["verified", "from-memory", "example"]);

export const categoryShape = z.strictObject({
  code,
  name: both,
  parent: code.nullable(),
  kinds: z.array(z.enum(KINDS)).min(1),
  words: weights,
  defaultUrgency: z.enum(URGENCIES),
  verify: z.boolean(),
});

export const lexiconShape = z.strictObject({
  kinds: z.record(z.enum(KINDS), weights),
  danger: z.array(
    z.strictObject({
      word: z.string(),
      call: z.array(z.enum(["110", "119", "120"])).min(1),
      with: z.array(z.string()).optional(),
    }),
  ),
  pressing: z.array(z.string()),
  negations: z.array(z.string()),
  fears: z.array(z.string()),
});

export type Right = RightName;

export const UNIT_KINDS = [
  "county centre",
  "county department",
  "committee",
  "township centre",
  "village centre",
  "outside body",
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const unitShape = z.strictObject({
  code,
  name: both,
  shortName: z.string().min(1),
  kind: z.enum(UNIT_KINDS),
  parent: code.nullable(),
  level: z.enum(LEVELS),
  /** Code of the township or village that it serves; absent: the whole county. */
  place: z
    .string()
    .regex(/^\d{6,12}$/)
    .optional(),
  /** Other names by which people call it. */
  alsoCalled: z.array(z.string()).default([]),
  trust: trustShape,
});

export const postShape = z.strictObject({
  code,
  unit: code,
  name: both,
  rights: z.array(z.enum(Object.keys(RIGHTS) as [RightName, ...RightName[]])),
  scope: z.enum(["county", "places", "units"]),
});

export const accountShape = z.strictObject({
  login: z.string().regex(/^[a-z][a-z0-9-]{2,30}$/),
  displayName: both,
  posts: z.array(code).min(1),
});

const lead = z.string().regex(/^(?:unit:[a-z0-9-]+|township-of-place|village-of-place)$/);
const target = z.string().regex(/^(?:unit:[a-z0-9-]+|township-of-place|village-of-place|catalogue)$/);

const validity = { validFrom: day.optional(), validTo: day.optional(), note: z.string().optional() };
export const catalogueEntryShape = z.strictObject({
  code: z.string().min(1),
  name: both,
  category: code,
  level: z.enum(LEVELS),
  lead,
  supports: z.array(lead),
  basis: z.string().min(1),
  ...validity,
});

/** 履职事项清单: 基本履职, 配合履职, 上级部门收回. */
export const dutyShape = z.strictObject({
  code: z.string().min(1),
  name: both,
  part: z.enum(DUTY_PARTS),
  level: z.enum(["township", "village"]),
  categories: z.array(code),
  kinds: z.array(z.enum(KINDS)).optional(),
  urgency: z.array(z.enum(URGENCIES)).optional(),
  places: z.array(z.string()).optional(),
  department: code.optional(),
  basis: z.string().min(1),
  ...validity,
});

export const dispatchRuleShape = z.strictObject({
  id: code,
  name: z.string().min(2),
  when: z.strictObject({
    kinds: z.array(z.enum(KINDS)).optional(),
    categories: z.array(code).optional(),
    urgency: z.array(z.enum(URGENCIES)).optional(),
    places: z.array(z.string()).optional(),
    words: z.array(z.string().min(2)).optional(),
    doors: z.array(z.enum(DOORS)).optional(),
  }),
  then: z.strictObject({ unit: target, supports: z.array(lead).optional() }),
  owner: z.string(),
  reason: z.string().min(2),
});

export const TERM_UNITS = ["working days", "natural days", "working hours", "urgent hours"] as const;
export const termShape = z.strictObject({
  code,
  name: both,
  /** Which matters: kind, and where given only this urgency. The most exact line wins. */
  kind: z.enum(KINDS).nullable(),
  urgency: z.enum(URGENCIES).nullable(),
  act: z.enum(["accept", "sign", "handle", "support", "arrive", "rule", "object", "answer", "verify"]),
  length: z.number().int().positive(),
  unit: z.enum(TERM_UNITS),
  basis: z.string().min(2),
  trust: trustShape,
  /** On which grounds it stands still, and how it may be lengthened; neither where nothing is said. */
  pauses: z.array(PauseGround).optional(),
  extension: TermExtension.optional(),
});

export const replyTemplateShape = z.strictObject({
  code,
  name: both,
  kinds: z.array(z.enum(KINDS)),
  act: z.enum(["receive", "accept", "answer", "answer-on-spot", "decline", "refer", "ask", "shelve", "close"]),
  /** {{variables}} are filled by the product; what is left in 〔〕 an officer must fill. */
  body: both,
  variables: z.array(z.enum(["number", "title", "unit", "due", "place", "code", "progressUrl", "destination", "reason"])),
});

export const knowledgeShape = z.strictObject({
  code,
  category: code,
  question: z.string().min(4),
  also: z.array(z.string()),
  answer: z.string().min(20),
  owner: code,
  validUntil: day,
  trust: trustShape,
});

export const groundShape = z.strictObject({
  code,
  name: both,
  text: z.string().min(4),
  rightTold: z.string().min(4),
  basis: z.string().min(2),
  trust: trustShape,
});

export const handBackShape = z.strictObject({ code, name: both, needsSuggestedUnit: z.boolean(), hint: z.string() });

export const destinationShape = z.strictObject({
  code,
  name: both,
  when: z.string().min(4),
  told: z.string().min(10),
  basis: z.string().min(2),
  trust: trustShape,
});

export const yearCalendarShape = z.strictObject({
  year: z.number().int(),
  published: z.boolean(),
  /** Only days that differ from the week: free weekdays and worked weekends. */
  days: z.array(z.strictObject({ day, kind: z.enum(["holiday", "make-up workday"]), name: z.string().min(1) })),
  source: z.string().min(2),
});

export const exampleShape = z.strictObject({
  id: z.string().regex(/^\d{3}[a-z]?$/),
  door: z.enum(DOORS),
  kind: z.enum(KINDS),
  category: code,
  urgency: z.enum(URGENCIES),
  /** What a careful reader would say: null where the text gives no place in the county. */
  place: z.union([
    z.null(),
    z.strictObject({ township: z.string(), village: z.string().optional() }),
    z.strictObject({ among: z.array(z.string()).min(2) }),
    z.strictObject({ outside: z.string() }),
  ]),
  title: z.string().min(2).max(60),
  text: z.string().min(4),
  daysAgo: z.number().int().min(0).max(42),
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  sameAs: z.string().optional(),
  entersFor: z.enum(["parent", "neighbour", "villager", "child", "colleague"]).optional(),
  secrecy: z.boolean().optional(),
  complainedAbout: z.string().optional(),
});

export type Trust = z.infer<typeof trustShape>;
export type Unit = z.input<typeof unitShape>;
export type Post = z.infer<typeof postShape>;
export type Account = z.infer<typeof accountShape>;
export type Term = z.infer<typeof termShape>;
export type ReplyTemplate = z.infer<typeof replyTemplateShape>;
export type KnowledgeAnswer = z.infer<typeof knowledgeShape>;
export type Ground = z.infer<typeof groundShape>;
export type HandBackReason = z.infer<typeof handBackShape>;
export type Destination = z.infer<typeof destinationShape>;
export type YearCalendar = z.infer<typeof yearCalendarShape>;
export type Example = z.infer<typeof exampleShape>;
