import { z } from "zod";
import { OUTCOMES } from "./lifecycle.ts";

const both = z.strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(60) });

/** What a column of a platform's reply file may hold. `theirs`: the cell of that name as it came with the order. */
export const REPLY_FIELDS = [
  "number",
  "our-number",
  "title",
  "state",
  "outcome",
  "reply",
  "answered-at",
  "closed-at",
  "due-at",
  "unit",
  "evidence",
  "theirs",
  "fixed",
] as const;

/** 上级平台: whose orders come in by which column names, and in which columns the replies leave. */
export const Platform = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  name: both,
  /** Names of the column that holds the platform's number: an imported sheet is known by it. */
  knownBy: z.array(z.string().min(1)).min(1),
  columns: z
    .array(
      z.strictObject({ name: z.string().min(1).max(60), field: z.enum(REPLY_FIELDS), value: z.string().max(200).optional() }),
    )
    .min(1),
  /** Their word for each outcome; one without a word cannot be sent. */
  outcomes: z.partialRecord(z.enum(OUTCOMES), z.string().min(1)),
  /** Their word for an order that is handed back; none: it cannot be sent. */
  handedBack: z.string().min(1).nullable(),
  /** May matters whose reporter asked for secrecy leave in this file? */
  sendsSecret: z.boolean(),
  trust: z.enum(["verified", "from-memory", "example"]),
});
export type Platform = z.infer<typeof Platform>;
export const Platforms = z.strictObject({ platforms: z.array(Platform) });
export type Platforms = z.infer<typeof Platforms>;

/** The platform by whose name for its number one of these columns goes. */
export const platformOfColumns = (
  platforms: readonly Platform[],
  columns: readonly { readonly name: string; readonly field: string }[],
): string | undefined => {
  const number = columns.find((column) => column.field === "external")?.name.trim();
  return platforms.find((platform) => platform.knownBy.includes(number ?? ""))?.code;
};
