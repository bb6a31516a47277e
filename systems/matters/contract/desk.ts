import { z } from "zod";
import { route } from "../../../foundation/http/route.ts";
import { DispatchRule } from "../../dispatch/contract.ts";
import { Command, DoorShape, Id, Instant, KindShape, LIMITS, Reason } from "./shapes.ts";

const Named = z.object({ code: z.string(), name: z.string() });

/** All that the desk's forms need, in one request, cached by version. */
export const Reference = z.object({
  county: z.object({ code: z.number().int(), name: z.string() }),
  categories: z.array(z.object({ code: z.string(), name: z.string(), parent: z.string().nullable(), kinds: z.array(KindShape) })),
  units: z.array(
    z.object({
      id: Id,
      name: z.string(),
      kind: z.string(),
      parentId: Id.nullable(),
      placeId: Id.nullable(),
      level: z.enum(["county", "township", "village"]),
    }),
  ),
  posts: z.array(z.object({ id: Id, unitId: Id, name: z.string() })),
  townships: z.array(z.object({ id: Id, code: z.string(), name: z.string() })),
  replyTemplates: z.array(z.object({ id: z.string(), title: z.string(), act: z.string(), text: z.string() })),
  declineGrounds: z.array(Named.extend({ right: z.string(), basis: z.string() })),
  handBackReasons: z.array(Named),
  destinations: z.array(Named.extend({ reply: z.string() })),
  versions: z.record(z.string(), z.number().int()),
});
export const getReference = route({
  method: "GET",
  path: "/api/reference",
  summary: "Categories, units, templates, grounds",
  access: "signed in",
  answer: Reference,
});

export const tryRules = route({
  method: "POST",
  path: "/api/dispatch-rules/try",
  summary: "Who would have got what: the draft against past matters",
  access: "rules.edit",
  body: z.object({ from: Instant, to: Instant, limit: z.number().int().min(1).max(20_000).default(5000) }),
  answer: z.object({
    tried: z.number().int(),
    same: z.number().int(),
    changed: z.array(
      z.object({ id: Id, number: z.string(), title: z.string(), was: z.string(), now: z.string(), rule: z.string() }),
    ),
    load: z.array(z.object({ unit: z.string(), was: z.number().int(), now: z.number().int() })),
  }),
});
const Known = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string().optional(),
  also: z.array(z.string()).optional(),
  under: z.string().optional(),
});
export const getRuleNames = route({
  method: "GET",
  path: "/api/rules/names",
  summary: "The words that dispatch rules are written in, and the codes behind them",
  access: "matters.read",
  answer: z.object({ category: z.array(Known), place: z.array(Known), unit: z.array(Known), post: z.array(Known) }),
});
/** At most so many of the newest confirmed matters are looked at, however many there are. */
export const MATCH_LOOKS_AT = 3000;
export const matchRule = route({
  method: "POST",
  path: "/api/rules/match",
  summary: "Which past matters one rule of a draft would decide, and who got them",
  access: "rules.edit",
  body: z.object({ rules: z.array(DispatchRule).min(1).max(500), rule: z.string(), from: Instant, to: Instant }),
  answer: z.object({
    looked: z.number().int(),
    decided: z.number().int(),
    matters: z.array(z.object({ id: Id, number: z.string(), title: z.string(), got: z.string(), would: z.string() })),
  }),
});

/** Import of a spreadsheet never seen: upload → proposed mapping → dry run → confirm → progress → undo while untouched. */
export const IMPORT_FIELDS = [
  "number",
  "title",
  "text",
  "receivedAt",
  "closedAt",
  "kind",
  "category",
  "place",
  "address",
  "lng",
  "lat",
  "account",
  "name",
  "phone",
  "state",
  "reply",
  "external",
  "externalDue",
  "ignore",
] as const;
export const ImportState = z.enum([
  "uploaded",
  "dry-run",
  "checked",
  "running",
  "done",
  "stopped",
  "undoing",
  "undone",
  "failed",
]);
export const ImportPage = z.object({
  id: Id,
  name: z.string(),
  state: ImportState,
  kind: z.string(),
  encoding: z.string().nullable(),
  sheet: z.string(),
  headerRow: z.number().int(),
  columns: z.array(
    z.object({
      index: z.number().int(),
      name: z.string(),
      samples: z.array(z.string()),
      field: z.enum(IMPORT_FIELDS),
      reason: z.string(),
      confidence: z.number(),
    }),
  ),
  warnings: z.array(z.string()),
  options: z.object({
    shiftYears: z.number().int().default(0),
    pseudonyms: z.boolean().default(false),
    door: DoorShape.default("spreadsheet"),
  }),
  counts: z.object({
    read: z.number().int(),
    new: z.number().int(),
    skipped: z.number().int(),
    errors: z.number().int(),
    total: z.number().int().nullable(),
  }),
  problems: z.array(z.object({ row: z.number().int(), column: z.string().nullable(), sentence: z.string() })),
  progress: z.object({ done: z.number().int(), total: z.number().int().nullable(), perSecond: z.number().nullable() }),
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  undoable: z.object({ yes: z.boolean(), why: z.string().nullable() }),
  report: z.string().nullable(),
});
export const uploadImport = route({
  method: "POST",
  path: "/api/imports",
  summary: "Bring a spreadsheet (multipart, field `file`)",
  access: "matters.import",
  answer: ImportPage,
});
export const listImports = route({
  method: "GET",
  path: "/api/imports",
  summary: "Imports of the county",
  access: "matters.import",
  answer: z.object({
    imports: z.array(
      ImportPage.pick({ id: true, name: true, state: true, counts: true, startedAt: true, finishedAt: true, progress: true }),
    ),
  }),
});
export const getImport = route({
  method: "GET",
  path: "/api/imports/:id",
  summary: "One import and its progress",
  access: "matters.import",
  params: z.object({ id: Id }),
  answer: ImportPage,
});
export const checkImport = route({
  method: "POST",
  path: "/api/imports/:id/dry-run",
  summary: "Try the mapping on every row; nothing is written",
  access: "matters.import",
  params: z.object({ id: Id }),
  body: z.object({
    columns: z.array(z.object({ index: z.number().int(), field: z.enum(IMPORT_FIELDS) })),
    options: z
      .object({ shiftYears: z.number().int().min(-50).max(50).default(0), pseudonyms: z.boolean().default(false) })
      .default({ shiftYears: 0, pseudonyms: false }),
  }),
  answer: ImportPage,
});
export const confirmImport = route({
  method: "POST",
  path: "/api/imports/:id/confirm",
  summary: "Bring the rows in",
  access: "matters.import",
  params: z.object({ id: Id }),
  body: Command,
  answer: ImportPage,
});
export const stopImport = route({
  method: "POST",
  path: "/api/imports/:id/stop",
  summary: "Stop; what is in stays and can be gone on with",
  access: "matters.import",
  params: z.object({ id: Id }),
  body: Command,
  answer: ImportPage,
});
export const undoImport = route({
  method: "POST",
  path: "/api/imports/:id/undo",
  summary: "Withdraw every row; numbers are kept; only while no row was acted on",
  access: "matters.import",
  params: z.object({ id: Id }),
  body: Command,
  answer: ImportPage,
});

/** A complaint about the product itself (from every screen). */
export const tellUs = route({
  method: "POST",
  path: "/api/product-feedback",
  summary: "A complaint or wish about the product",
  access: "signed in",
  body: Command.extend({ screen: z.string().max(200), text: z.string().trim().min(2).max(2000) }),
  answer: z.object({ kept: z.boolean() }),
});

export const HandOver = z.object({ openMatters: z.number().int() });
export const Sentence = Reason;
export const exportMatters = route({
  method: "GET",
  path: "/api/matters/export",
  summary: "The filtered list as CSV or XLSX, formulas guarded, journalled",
  access: "matters.export",
  query: z.object({ as: z.enum(["csv", "xlsx"]).default("xlsx"), url: z.string().max(2000).default("") }),
  answer: z.unknown(),
});
export const REPLY_LIMIT = LIMITS.reply;
