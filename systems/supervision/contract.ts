import { z } from "zod";
import { route } from "../../foundation/http/route.ts";
import { ORDER_ACTS, ORDER_STATES, type OrderState } from "./rules/lifecycle.ts";
import { ADOPTIONS, BODIES, MEASURES } from "./rules/measures.ts";

export { ORDER_ACTS, ORDER_STATES, type OrderAct, type OrderState } from "./rules/lifecycle.ts";
export {
  ADOPTIONS,
  BODIES,
  type Body,
  ENTITLED,
  MEASURES,
  type Measure,
  needsADecision,
  wantsWrittenFeedback,
} from "./rules/measures.ts";

const Id = z.uuid();
const State = z.enum(Object.keys(ORDER_STATES) as [OrderState, ...OrderState[]]);
const words = (most: number) => z.string().trim().min(2).max(most);

export const TOLD = ["holder", "unit", "above"] as const;
export const Step = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  name: z.string().trim().min(1).max(30),
  englishName: z.string().trim().max(60).default(""),
  moment: z.union([
    z.strictObject({ share: z.number().gt(0).lt(1) }),
    z.strictObject({ lastWorkingDay: z.literal(true) }),
    z.strictObject({ workingDaysOverdue: z.int().min(0).max(60) }),
  ]),
  tells: z.array(z.enum(TOLD)).min(1),
});
/** 预警阶梯、静默时段、督办主体. Minutes are since midnight in Asia/Shanghai. */
export const Settings = z.object({
  steps: z.array(Step).min(1).max(12),
  quietFrom: z.int().min(720).max(1439),
  quietUntil: z.int().min(0).max(719),
  /** Which unit is which body: its code; a body without a unit issues nothing here. */
  bodies: z.partialRecord(z.enum(BODIES), z.string()),
  /** Working days to answer, where the order names no others. */
  daysToAnswer: z.int().min(1).max(60),
  /** 机关代字 of the document number. */
  documentWord: z.string().trim().min(1).max(12),
});
export type Settings = z.output<typeof Settings>;

const Named = z.object({ id: Id, name: z.string() });
export const MatterInList = z.object({
  id: Id,
  number: z.string(),
  kind: z.string().nullable(),
  state: z.string(),
  unit: Named,
  term: z.string(),
  dueAt: z.iso.datetime(),
});
export const Order = z.object({
  id: Id,
  version: z.int(),
  state: State,
  number: z.string().nullable(),
  title: z.string().nullable(),
  measure: z.enum(MEASURES),
  body: z.enum(BODIES),
  issuer: Named,
  unit: Named,
  subject: z.string(),
  matters: z.int(),
  dueAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  updatedAt: z.iso.datetime(),
});
export const OrderPage = Order.extend({
  ground: z.string(),
  demand: z.string(),
  decision: z.string().nullable(),
  basis: z.string(),
  days: z.int(),
  answer: z.string().nullable(),
  adoption: z.enum(ADOPTIONS).nullable(),
  returnedBecause: z.string().nullable(),
  endedBecause: z.string().nullable(),
  issuedAt: z.iso.datetime().nullable(),
  proposedBy: Named,
  /** Only those that the reader may see. */
  list: z.array(MatterInList),
  evidence: z.array(z.object({ id: Id, name: z.string(), chosen: z.boolean() })),
  acts: z.array(z.enum(ORDER_ACTS as [string, ...string[]])),
});
export type OrderPageData = z.output<typeof OrderPage>;

const GROUPS = ["overdue", "today", "soon"] as const;
export const Figure = z.object({
  unit: Named,
  term: z.string(),
  termName: z.string(),
  overdue: z.int(),
  today: z.int(),
  soon: z.int(),
});
export const deskRoute = route({
  method: "GET",
  path: "/api/supervision",
  summary: "What is overdue and due soon by unit and clock, and the orders in flight",
  access: "signed in",
  answer: z.object({
    supervises: z.boolean(),
    editsLadder: z.boolean(),
    figures: z.array(Figure),
    orders: z.array(Order),
    bodies: z.array(z.object({ body: z.enum(BODIES), unit: Named, mine: z.boolean() })),
    daysToAnswer: z.int(),
  }),
});
export const behindFigureRoute = route({
  method: "GET",
  path: "/api/supervision/matters",
  summary: "The matters behind a figure of the supervision desk",
  access: "matters.supervise",
  query: z.object({ unit: Id.optional(), term: z.string().max(60).optional(), group: z.enum(GROUPS).default("overdue") }),
  answer: z.object({ matters: z.array(MatterInList), more: z.boolean() }),
});
export const NewOrder = z.object({
  commandId: Id,
  id: Id,
  direct: z.boolean(),
  measure: z.enum(MEASURES),
  body: z.enum(BODIES),
  unitId: Id,
  matterIds: z.array(Id).min(1).max(50),
  subject: words(80),
  ground: words(1000),
  demand: words(1000),
  decision: words(200).nullish(),
  days: z.int().min(1).max(60).optional(),
});
const Written = z.object({ id: Id, version: z.int(), state: State, number: z.string().nullable() });
export const proposeOrderRoute = route({
  method: "POST",
  path: "/api/supervision/orders",
  summary: "Propose a supervision order to the body entitled, or issue one as that body",
  access: "matters.supervise",
  body: NewOrder,
  answer: Written,
});
export const orderPageRoute = route({
  method: "GET",
  path: "/api/supervision/orders/:id",
  summary: "One supervision order",
  access: "signed in",
  params: z.object({ id: Id }),
  answer: OrderPage,
});
export const ActOnOrder = z.object({
  commandId: Id,
  baseVersion: z.int().min(1),
  act: z.enum(["issue", "not-issue", "answer", "accept", "return", "close", "withdraw"]),
  text: words(4000).optional(),
  reason: words(1000).optional(),
  decision: words(200).optional(),
  adoption: z.enum(ADOPTIONS).optional(),
  files: z.array(Id).max(20).default([]),
});
/** 409 `supervision.changed-meanwhile` (facts: version, state) where somebody acted first. */
export const actOnOrderRoute = route({
  method: "POST",
  path: "/api/supervision/orders/:id/acts",
  summary: "Act on a supervision order",
  access: "signed in",
  params: z.object({ id: Id }),
  body: ActOnOrder,
  answer: Written,
});
export const Notice = z.object({
  id: Id,
  what: z.string(),
  words: z.string(),
  urgent: z.boolean(),
  url: z.string(),
  dueAt: z.iso.datetime().nullable(),
});
export const noticesRoute = route({
  method: "GET",
  path: "/api/supervision/notices",
  summary: "What my posts are told and have not put away; today's one list",
  access: "signed in",
  answer: z.object({
    notices: z.array(Notice),
    digest: z.object({ seen: z.boolean(), overdue: z.array(Notice), today: z.array(Notice), soon: z.array(Notice) }).nullable(),
  }),
});
export const seeNoticesRoute = route({
  method: "POST",
  path: "/api/supervision/notices/seen",
  summary: "Put notices of my posts away, and today's list",
  access: "signed in",
  body: z.object({ ids: z.array(Id).max(500), digest: z.boolean().default(false) }),
  answer: z.object({}),
});
export const settingsRoute = route({
  method: "GET",
  path: "/api/supervision/settings",
  summary: "Warning ladder, quiet hours and supervising bodies",
  access: "signed in",
  answer: z.object({ version: z.int(), settings: Settings, units: z.array(z.object({ code: z.string(), name: z.string() })) }),
});
export const keepSettingsRoute = route({
  method: "PUT",
  path: "/api/supervision/settings",
  summary: "Set a new version of the ladder, the quiet hours and the bodies",
  access: "rules.edit",
  body: z.object({ baseVersion: z.int().min(0), reason: words(300), settings: Settings }),
  answer: z.object({ version: z.int() }),
});
