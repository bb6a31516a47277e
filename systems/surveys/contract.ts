import { z } from "zod";
import { route } from "../../foundation/http/route.ts";
import { CALL_STATES, CONTACTED, SATISFIED, SOLVED, TRIES } from "./rules/lifecycle.ts";
import { DATA, RATES } from "./rules/survey-data.ts";

export * from "./rules/lifecycle.ts";
export { DATA, type DataName, Formulas, RATES, type RateName, Sampling, Script } from "./rules/survey-data.ts";

const Id = z.uuid();
const Instant = z.iso.datetime({ offset: true });
const Day = z.iso.date();
const Command = z.object({ commandId: Id, v: z.literal(1).default(1) });
const onACall = z.object({ id: Id });
const MAKES = "surveys.call";
export const WORDS = 2_000;

export const CallDone = z.object({ id: Id, version: z.number().int(), state: z.string(), repeated: z.boolean() });

export const ScriptSpoken = z.object({
  version: z.number().int(),
  greeting: z.string(),
  identityCheck: z.string(),
  wrongPerson: z.string(),
  contacted: z.string(),
  solved: z.string(),
  satisfied: z.string(),
  words: z.string(),
  consent: z.string(),
  goodbye: z.string(),
});

export const CallPage = z.object({
  id: Id,
  version: z.number().int(),
  state: z.enum(Object.keys(CALL_STATES) as [keyof typeof CALL_STATES, ...(keyof typeof CALL_STATES)[]]),
  open: z.boolean(),
  reason: z.string().nullable(),
  matter: z.object({
    id: Id,
    number: z.string(),
    title: z.string(),
    kind: z.string().nullable(),
    unit: z.string(),
    closedAt: Instant,
    reply: z.string().nullable(),
  }),
  reporter: z.object({ handle: z.string(), enteredFor: z.boolean() }),
  dueFrom: Instant,
  attempts: z.array(z.object({ act: z.string(), what: z.string().nullable(), at: Instant })),
  mostAttempts: z.number().int(),
  /** Given at the portal: not asked again. */
  portalRating: z.enum(SATISFIED).nullable(),
  answers: z
    .object({ contacted: z.string().nullable(), solved: z.string().nullable(), satisfied: z.string().nullable() })
    .nullable(),
  script: ScriptSpoken,
});

export const CallCounts = z.object({
  due: z.number().int(),
  later: z.number().int(),
  endedToday: z.number().int(),
  nextAt: Instant.nullable(),
});

export const takeNextCall = route({
  method: "POST",
  path: "/api/surveys/next",
  summary: "The return call that is most due, lent to this post for 20 minutes",
  access: MAKES,
  body: z.object({ skip: Id.optional() }),
  answer: z.object({ call: CallPage.nullable(), counts: CallCounts }),
});
export const getCallPage = route({
  method: "GET",
  path: "/api/surveys/calls/:id",
  summary: "One return call",
  access: MAKES,
  params: onACall,
  answer: CallPage,
});
export const openTelephone = route({
  method: "POST",
  path: "/api/surveys/calls/:id/telephone",
  summary: "Open the telephone of an open return call; the opening is journalled on the matter",
  access: MAKES,
  params: onACall,
  body: Command,
  answer: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
});
export const recordAttempt = route({
  method: "POST",
  path: "/api/surveys/calls/:id/attempts",
  summary: "Nobody reached, call later, or no wish to answer",
  access: MAKES,
  params: onACall,
  body: Command.extend({
    baseVersion: z.number().int().min(1),
    what: z.enum([...TRIES, "call-later", "refused"]),
    laterAt: Instant.optional(),
  }),
  answer: CallDone,
});
/** On a version conflict: 409 `surveys.changed-meanwhile` with fact state; the words stay with the writer. */
export const recordAnswer = route({
  method: "POST",
  path: "/api/surveys/calls/:id/answer",
  summary: "What the resident answered, and what follows from it",
  access: MAKES,
  params: onACall,
  body: Command.extend({
    baseVersion: z.number().int().min(1),
    contacted: z.enum(CONTACTED),
    solved: z.enum(SOLVED),
    /** Absent where the resident rated at the portal. */
    satisfied: z.enum(SATISFIED).optional(),
    words: z.string().trim().min(2).max(WORDS).optional(),
    then: z.enum(["nothing", "reopen", "note"]).default("nothing"),
    /** The resident agreed to have it opened again in their name. */
    consent: z.boolean().default(false),
  }),
  answer: CallDone,
});

export const FIGURES_BY = ["unit", "township", "kind", "month"] as const;
export const RateFigure = z.object({
  value: z.number().min(0).max(1).nullable(),
  n: z.number().int(),
  valid: z.number().int(),
  excluded: z.number().int(),
  withheld: z.boolean(),
});
const Rates = z.object({ response: RateFigure, solved: RateFigure, satisfied: RateFigure });
const Period = z.object({
  from: Day,
  to: Day,
  by: z.enum(FIGURES_BY).default("unit"),
  version: z.coerce.number().int().min(1).optional(),
});
export const SurveyFigures = z.object({
  from: Day,
  to: Day,
  by: z.enum(FIGURES_BY),
  formulas: z.object({
    version: z.number().int(),
    validFrom: Day,
    fewest: z.number().int(),
    trust: z.string(),
    /** Name and sentence of each rate, with what it leaves out. */
    rates: z.record(z.enum(RATES), z.object({ name: z.string(), sentence: z.string(), excludes: z.array(z.string()) })),
    versions: z.array(z.object({ version: z.number().int(), validFrom: Day })),
  }),
  total: Rates,
  rows: z.array(z.object({ key: z.string(), name: z.string(), rates: Rates })),
  /** What became of the closings: state or reason → how many. */
  states: z.array(z.object({ state: z.string(), reason: z.string().nullable(), n: z.number().int() })),
  calculatedAt: Instant,
});
export const surveyFigures = route({
  method: "GET",
  path: "/api/surveys/figures",
  summary: "Response, solution and satisfaction of a period, by the formulas of then",
  access: "insight.read",
  query: Period,
  answer: SurveyFigures,
});
export const COUNTED = ["valid", "excluded", "silent", "all"] as const;
export const casesBehind = route({
  method: "GET",
  path: "/api/surveys/cases",
  summary: "The matters behind one figure",
  access: "insight.read",
  query: Period.extend({
    rate: z.enum(RATES),
    key: z.string().max(60).optional(),
    counted: z.enum(COUNTED).default("all"),
    after: z.string().max(80).optional(),
  }),
  answer: z.object({
    cases: z.array(
      z.object({
        id: Id,
        matter: Id,
        number: z.string(),
        title: z.string(),
        unit: z.string(),
        closedAt: Instant,
        state: z.string(),
        reason: z.string().nullable(),
        answer: z.string().nullable(),
        counted: z.enum(["valid", "excluded", "silent"]),
        weight: z.number().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
export const exportFigures = route({
  method: "GET",
  path: "/api/surveys/figures.xlsx",
  summary: "The figures as a spreadsheet, formulas guarded",
  access: "insight.read",
  query: Period,
  answer: z.unknown(),
});

const nameOfData = z.enum(Object.keys(DATA) as [keyof typeof DATA, ...(keyof typeof DATA)[]]);
export const readData = route({
  method: "GET",
  path: "/api/surveys/data/:name",
  summary: "Sampling, script or formulas: every version, newest first",
  access: "signed in",
  params: z.object({ name: nameOfData }),
  answer: z.object({
    versions: z.array(z.object({ version: z.number().int(), validFrom: Day, source: z.string(), body: z.unknown() })),
    today: Day,
  }),
});
export const keepData = route({
  method: "PUT",
  path: "/api/surveys/data/:name",
  summary: "A new version from a day on",
  access: "rules.edit",
  params: z.object({ name: nameOfData }),
  body: Command.extend({ baseVersion: z.number().int().min(0), validFrom: Day, body: z.unknown() }),
  answer: z.object({ name: nameOfData, version: z.number().int(), repeated: z.boolean() }),
});
