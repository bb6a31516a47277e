import { z } from "zod";
import { route } from "../../foundation/http/route.ts";

export const PLACE_KINDS = ["county", "township", "village", "grid", "group"] as const;
export const placeKind = z.enum(PLACE_KINDS);
export type PlaceKind = z.infer<typeof placeKind>;

export const coordinateSystem = z.enum(["WGS-84", "GCJ-02"]);
export type CoordinateSystem = z.infer<typeof coordinateSystem>;

/** One step of the way from the county down to a place. */
export const placeStep = z.object({ id: z.uuid(), kind: placeKind, name: z.string(), shortName: z.string() });
export type PlaceStep = z.infer<typeof placeStep>;

/** A place of the register as screens and other systems see it. `path` runs from the county to the place itself. */
export const place = z.object({
  id: z.uuid(),
  kind: placeKind,
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  committee: z.enum(["residents", "villagers"]).nullable(),
  parentId: z.uuid().nullable(),
  path: z.array(placeStep),
  townshipId: z.uuid().nullable(),
  villageId: z.uuid().nullable(),
  gridId: z.uuid().nullable(),
  /** Invented for the demonstration (示例). */
  madeUp: z.boolean(),
});
export type Place = z.infer<typeof place>;

/** Words of the text on which an answer rests; `start` and `end` count UTF-16 units, end exclusive. */
export const evidence = z.object({ start: z.int(), end: z.int(), words: z.string() });
export type Evidence = z.infer<typeof evidence>;

/** Why the resolver asks: one name for several places, a short stem of several, or several places named. */
export const questionReason = z.enum(["same-name", "shared-stem", "several-named", "former-name"]);
export type QuestionReason = z.infer<typeof questionReason>;

export const placeQuestion = z.object({ reason: questionReason, words: z.array(z.string()), sentence: z.string() });
export type PlaceQuestion = z.infer<typeof placeQuestion>;

export const placeAnswer = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("one"),
    place,
    certainty: z.enum(["certain", "likely"]),
    evidence: z.array(evidence),
  }),
  z.object({
    kind: z.literal("several"),
    candidates: z.array(z.object({ place, evidence: z.array(evidence) })),
    question: placeQuestion,
  }),
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("outside"), words: z.array(z.string()), evidence: z.array(evidence) }),
]);
/** What a text says about where: one place, several with a question, none, or a place outside the county. */
export type PlaceAnswer = z.infer<typeof placeAnswer>;

export const pointAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("one"), place, version: z.int() }),
  z.object({ kind: z.literal("unknown"), reason: z.enum(["no-boundaries", "in-a-gap"]), sentence: z.string() }),
  z.object({ kind: z.literal("outside"), sentence: z.string() }),
]);
export type PointAnswer = z.infer<typeof pointAnswer>;

/** What the caller knows beside the text: the township of the desk or of the sender. It ranks, it never decides. */
export interface PlaceHint {
  readonly townshipId?: string;
  readonly locale?: "zh-CN" | "en";
}

/** A row of a territory to be imported; parents by code. `wasCode` keeps the identity of a place whose code changed. */
export const territoryRow = z.object({
  kind: placeKind,
  code: z.string().regex(/^\d{6,18}$/),
  name: z.string().trim().min(1).max(60),
  parentCode: z.string().optional(),
  wasCode: z.string().optional(),
  madeUp: z.boolean().optional(),
  /** Row and column of a township's tile on the schematic map, from 0. */
  cell: z.tuple([z.int().min(0).max(30), z.int().min(0).max(30)]).optional(),
  aliases: z
    .array(z.object({ alias: z.string().min(2).max(40), kind: z.enum(["former", "written", "spoken"]), source: z.string() }))
    .optional(),
});
export type TerritoryRow = z.infer<typeof territoryRow>;

export const territoryFile = z.object({
  county: z.int().min(110000).max(659999),
  source: z.string().min(1),
  reason: z.string().min(1),
  validFrom: z.iso.date(),
  /** West, south, east, north in WGS-84 degrees. */
  extent: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  rows: z.array(territoryRow).min(1).max(100_000),
});
export type TerritoryFile = z.infer<typeof territoryFile>;

export const boundaryFault = z.object({
  fault: z.enum([
    "not-a-polygon",
    "ring-unfit",
    "crosses-itself",
    "place-unknown",
    "name-ambiguous",
    "place-twice",
    "outside-county",
  ]),
  feature: z.int(),
  /** What the feature calls itself. */
  words: z.string(),
});
export type BoundaryFault = z.infer<typeof boundaryFault>;

export const boundaryFinding = z.object({
  finding: z.enum(["gap", "overlap", "beyond-parent", "missing"]),
  /** Full names of the places concerned; for a gap, the neighbours around it. */
  places: z.array(z.string()),
  /** 0 for a missing boundary. */
  squareMetres: z.number(),
});
export type BoundaryFinding = z.infer<typeof boundaryFinding>;

export const boundaryReport = z.object({
  version: z.int(),
  confirmed: z.boolean(),
  places: z.int(),
  faults: z.array(boundaryFault),
  findings: z.array(boundaryFinding),
});
/** What an import of boundaries would do or did. Faults must be mended; findings may be accepted by who imports. */
export type BoundaryReport = z.infer<typeof boundaryReport>;

export const boundaryImport = z.object({
  geojson: z.unknown(),
  coordinateSystem,
  source: z.string().trim().min(1).max(200),
  reason: z.string().trim().min(1).max(200),
  validFrom: z.iso.date(),
  /** Gaps and overlaps up to this size pass without a word. */
  toleranceSquareMetres: z.number().min(0).max(1_000_000).default(1_000),
});
export type BoundaryImport = z.input<typeof boundaryImport>;

/** A file of boundaries larger than this is refused: simplify the outlines. */
export const BOUNDARY_FILE_BYTES = 20 * 1024 * 1024;

const position = z.tuple([z.number(), z.number()]);

/** Roads of the county's seat, reduced for drawing; WGS-84. */
export const seatRoads = z.object({
  attribution: z.string().min(1),
  source: z.string(),
  extent: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Codes of the townships that the seat lies in. */
  townships: z.array(z.string()).default([]),
  roads: z.array(
    z.object({ name: z.string().optional(), rank: z.enum(["main", "street", "way"]), line: z.array(position).min(2) }),
  ),
});
export type SeatRoads = z.infer<typeof seatRoads>;

export const findPlacesRoute = route({
  method: "GET",
  path: "/api/places",
  summary: "Places by name, short form or initials; without words, the children of a place",
  access: "signed in",
  query: z.object({ q: z.string().trim().max(60).optional(), parent: z.uuid().optional(), near: z.uuid().optional() }),
  answer: z.object({ places: z.array(place) }),
});
export const mapCellsRoute = route({
  method: "GET",
  path: "/api/territory/map-cells",
  summary: "Where each township stands on the schematic map",
  access: "signed in",
  answer: z.object({ cells: z.array(z.object({ id: z.uuid(), name: z.string(), row: z.int(), column: z.int() })) }),
});
export const importBoundariesRoute = route({
  method: "POST",
  path: "/api/territory/boundaries",
  summary: "Check a county's own boundaries (GeoJSON) for gaps and overlaps; bring them in when confirmed",
  access: "territory.manage",
  body: boundaryImport.extend({ confirm: z.boolean().default(false), acceptFindings: z.boolean().default(false) }),
  bodyLimit: BOUNDARY_FILE_BYTES,
  answer: boundaryReport,
});
export const boundariesRoute = route({
  method: "GET",
  path: "/api/territory/boundaries",
  summary: "Which boundaries are in force, by kind of place, and where they came from",
  access: "territory.manage",
  answer: z.object({
    version: z.int(),
    kinds: z.array(z.object({ kind: placeKind, places: z.int(), bounded: z.int() })),
    sources: z.array(z.object({ source: z.string(), givenIn: coordinateSystem, since: z.iso.date(), places: z.int() })),
  }),
});
export const seatRoadsRoute = route({
  method: "GET",
  path: "/api/territory/seat-roads",
  summary: "Roads of the county's seat for drawing, and the townships it lies in; nothing where the county has none",
  access: "signed in",
  answer: z.object({
    roads: seatRoads.nullable(),
    townships: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});
