import { z } from "zod";
import { route } from "../../../foundation/http/route.ts";
import { DUTY_PARTS, LEVELS } from "../rules/dispatch-shapes.ts";
import { FAULTS } from "../rules/faults-of-a-catalogue.rule.ts";

const Text = z.string().trim().max(200);
const Both = z.object({ zh: Text, en: Text });
const Target = z.string().max(80);
const rest = { validFrom: Text.optional(), validTo: Text.optional(), note: Text.optional() };
/** One line of 派单目录. */
export const CatalogueItemShape = z.object({
  code: Text,
  name: Both,
  category: Text,
  level: z.enum(LEVELS),
  lead: Target,
  supports: z.array(Target).max(12),
  basis: Text,
  ...rest,
});
/** One line of 履职事项清单. */
export const DutyShape = z.object({
  code: Text,
  name: Both,
  part: z.enum(DUTY_PARTS),
  level: z.enum(["township", "village"]),
  categories: z.array(Text).max(40),
  kinds: z.array(Text).optional(),
  urgency: z.array(Text).optional(),
  places: z.array(Text).optional(),
  department: Text.optional(),
  basis: Text,
  ...rest,
});
export const FaultShape = z.object({
  row: z.number().int().optional(),
  line: z.string(),
  code: z.enum(FAULTS),
  what: z.string(),
});
const Book = z.enum(["catalogue", "duties"]);
const VersionHead = z.object({
  version: z.number().int(),
  state: z.enum(["draft", "proposed", "on", "past"]),
  source: z.string(),
  note: z.string(),
  mine: z.boolean(),
  at: z.iso.datetime({ offset: true }),
});
const Items = z.array(CatalogueItemShape).max(2000);
const Lines = z.array(DutyShape).max(2000);

export const getBook = route({
  method: "GET",
  path: "/api/dispatch/books/:book",
  summary: "A version of the catalogue or the duty list, and all versions; the one that is on where none is named",
  access: "matters.read",
  params: z.object({ book: Book }),
  query: z.object({ version: z.coerce.number().int().positive().optional() }),
  answer: z.object({
    shown: VersionHead.nullable(),
    items: Items,
    duties: Lines,
    faults: z.array(FaultShape),
    versions: z.array(VersionHead),
  }),
});
export const getRegister = route({
  method: "GET",
  path: "/api/dispatch/register",
  summary: "The categories and units that lines of the catalogue and the duty list may name",
  access: "matters.read",
  answer: z.object({
    categories: z.array(z.object({ code: z.string(), name: Both })),
    units: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        shortName: z.string(),
        parent: z.string().nullable(),
        level: z.enum(LEVELS),
        place: z.string().optional(),
      }),
    ),
  }),
});
export const draftBook = route({
  method: "POST",
  path: "/api/dispatch/books/:book/draft",
  summary: "Keep a draft: a new version, the draft before it past",
  access: "rules.edit",
  params: z.object({ book: Book }),
  body: z.object({
    items: Items.default([]),
    duties: Lines.default([]),
    note: Text.default(""),
    source: z.enum(["desk", "xlsx"]),
  }),
  answer: z.object({ version: z.number().int() }),
});
const OfVersion = z.object({ book: Book, version: z.coerce.number().int().positive() });
export const proposeBook = route({
  method: "POST",
  path: "/api/dispatch/books/:book/:version/propose",
  summary: "Put a draft before another post",
  access: "rules.edit",
  params: OfVersion,
  answer: z.object({}),
});
export const approveBook = route({
  method: "POST",
  path: "/api/dispatch/books/:book/:version/approve",
  summary: "Approve what another post proposed: it is on from now",
  access: "rules.approve",
  params: OfVersion,
  answer: z.object({}),
});
export const setBookAside = route({
  method: "POST",
  path: "/api/dispatch/books/:book/:version/set-aside",
  summary: "Lay a draft or a proposed version aside",
  access: "matters.read",
  params: OfVersion,
  body: z.object({ because: Text.min(1) }),
  answer: z.object({}),
});
export const readCatalogueSheet = route({
  method: "POST",
  path: "/api/dispatch/catalogue/sheet",
  summary: "Read a spreadsheet of the catalogue (multipart, field `file`): lines and faults by row; nothing is kept",
  access: "rules.edit",
  answer: z.object({ items: Items, faults: z.array(FaultShape), missing: z.array(z.string()), rows: z.number().int() }),
});
export const writeCatalogueSheet = route({
  method: "GET",
  path: "/api/dispatch/catalogue/sheet",
  summary: "The catalogue's version that is on, or the one named, as XLSX",
  access: "matters.read",
  query: z.object({ version: z.coerce.number().int().positive().optional() }),
  answer: z.any(),
});
