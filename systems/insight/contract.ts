import { z } from "zod";
import { route } from "../../foundation/http/route.ts";

/** A figure and the exact filter that opens the matters behind it. */
export const Figure = z.object({
  name: z.string(),
  value: z.number(),
  before: z.number().nullable(),
  url: z.string(),
  definition: z.string(),
});
export const RateFigure = Figure.extend({
  n: z.number().int(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  comparable: z.boolean(),
});
export const BoardRow = z.object({
  place: z.object({ id: z.uuid(), name: z.string(), code: z.string() }),
  received: Figure,
  closed: Figure,
  open: Figure,
  overdue: Figure,
  onTime: RateFigure,
});
export const Board = z.object({
  place: z.object({ id: z.uuid(), name: z.string(), path: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
  week: z.object({ from: z.iso.date(), to: z.iso.date(), beforeFrom: z.iso.date(), beforeTo: z.iso.date() }),
  figures: z.object({
    received: Figure,
    closed: Figure,
    open: Figure,
    overdue: Figure,
    shelved: Figure,
    onTime: RateFigure,
    satisfied: RateFigure,
  }),
  rows: z.array(BoardRow),
  /** 12 weeks, oldest first. */
  trend: z.array(z.object({ from: z.iso.date(), received: z.number().int(), closed: z.number().int() })),
  categories: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      now: z.number().int(),
      before: z.number().int(),
      where: z.string(),
      url: z.string(),
    }),
  ),
  doors: z.array(z.object({ door: z.string(), now: z.number().int() })),
  calculatedAt: z.iso.datetime({ offset: true }),
  svg: z.string(),
});
export const getBoard = route({
  method: "GET",
  path: "/api/board",
  summary: "One page of figures for the county, a township or a village",
  access: "insight.read",
  query: z.object({
    place: z.uuid().optional(),
    week: z.iso.date().optional(),
    colour: z.enum(["received", "open", "overdue"]).default("received"),
  }),
  answer: Board,
});
