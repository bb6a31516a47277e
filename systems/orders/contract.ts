import { z } from "zod";
import { route } from "../../foundation/http/route.ts";
import { Platforms, REPLY_FIELDS } from "../matters/contract.ts";
import { REASONS } from "./rules/what-is-sent.rule.ts";

export { REPLY_FIELDS };

const Id = z.uuid();
const Instant = z.iso.datetime({ offset: true });
const EXPORTS = "matters.export";
const Code = z.string().max(60);

const Listed = z.object({
  matter: Id,
  number: z.string(),
  theirs: z.string(),
  title: z.string(),
  state: z.string(),
  dueAt: Instant,
});
export const SentFile = z.object({
  id: Id,
  platform: Code,
  platformName: z.string(),
  form: z.enum(["csv", "xlsx"]),
  rows: z.number().int(),
  sentAt: Instant,
  sendings: z.number().int(),
});
export const listOrders = route({
  method: "GET",
  path: "/api/orders",
  summary: "Orders from above: what is ready to be sent, what cannot be and why, and the files so far",
  access: EXPORTS,
  query: z.object({ platform: Code.optional() }),
  answer: z.object({
    platforms: z.array(z.object({ code: Code, name: z.string(), columns: z.array(z.string()), trust: z.string() })),
    platform: Code.nullable(),
    ready: z.array(Listed.extend({ word: z.string() })),
    cannot: z.array(Listed.extend({ reason: z.enum(REASONS) })),
    /** Orders still being worked on: nothing is due to be sent yet. */
    open: z.number().int(),
    files: z.array(SentFile),
  }),
});
/** The body is the file itself. 422 `orders.nothing-to-send` where nothing is ready. */
export const sendReplies = route({
  method: "POST",
  path: "/api/orders/files",
  summary: "Make the file of replies that are ready; each goes in one file",
  access: EXPORTS,
  body: z.object({
    commandId: Id,
    v: z.literal(1).default(1),
    id: Id,
    platform: Code,
    form: z.enum(["csv", "xlsx"]).default("xlsx"),
  }),
  answer: SentFile,
});
export const sendAgain = route({
  method: "POST",
  path: "/api/orders/files/:id/again",
  summary: "The same file once more, on request of the platform",
  access: EXPORTS,
  params: z.object({ id: Id }),
  body: z.object({ commandId: Id, v: z.literal(1).default(1) }),
  answer: SentFile,
});
export const fetchFile = route({
  method: "GET",
  path: "/api/orders/files/:id",
  summary: "The bytes of a file that was made",
  access: EXPORTS,
  params: z.object({ id: Id }),
  answer: z.unknown(),
});

export const readPlatforms = route({
  method: "GET",
  path: "/api/orders/platforms",
  summary: "The layouts of the higher platforms",
  access: "signed in",
  answer: z.object({ version: z.number().int(), platforms: Platforms.shape.platforms }),
});
export const keepPlatforms = route({
  method: "PUT",
  path: "/api/orders/platforms",
  summary: "Other columns or words of a platform: a new version, in force at once; files keep the one they were made by",
  access: "rules.edit",
  body: z.object({ commandId: Id, baseVersion: z.number().int().min(0), platforms: Platforms.shape.platforms }),
  answer: z.object({ version: z.number().int() }),
});
