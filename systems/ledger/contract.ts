import { z } from "zod";

/**
 * Words that a machine chose: an act, a state, a code, an id, a date. No spaces, no letters beyond ASCII, no quotes, so that
 * nothing a person typed can stand in a public group; numbers in the form of a mobile phone or an identity card are turned away.
 */
const token = z
  .string()
  .regex(/^[A-Za-z0-9._:/+-]{1,80}$/)
  .refine(
    (text) => !/^(1[3-9]\d{9}|\d{6}(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dXx])$/.test(text),
    "looks like a person's number",
  );
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
/** In the database's own spelling, so that a client's capitals do not look like a changed column. */
const id = z.uuid().toLowerCase();
const fact = z.union([token, z.number(), z.boolean(), z.null(), z.array(token)]);

/** What anyone may see of a line. `number` and `prev_leaf` may be empty until the writing statement fills them. */
export const PublicGroup = z.strictObject({
  act: token,
  at: instant,
  command: id,
  county: z.int(),
  deadline: token.optional(),
  device_at: instant.optional(),
  facts: z.record(token, fact).optional(),
  kind: token.optional(),
  line: id,
  matter: id.optional(),
  number: z.union([z.literal(""), token]),
  outcome: token.optional(),
  prev_leaf: z.string().regex(/^([0-9a-f]{72})?$/),
  procedure: token,
  procedure_id: id,
  rules: z.record(token, z.union([z.int(), token])).optional(),
  state: token.optional(),
  unit: token.optional(),
  version: z.int().min(1),
});
export type PublicGroup = z.infer<typeof PublicGroup>;

/** The part of a public group that the acting system chooses; the rest follows from the line itself. */
export type PublicFacts = Partial<Pick<PublicGroup, "deadline" | "facts" | "kind" | "outcome" | "rules" | "state" | "unit">> & {
  readonly number?: string;
};

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** What the parties may see: words and the SHA-256 (hex) of each attachment. */
export interface TextGroup {
  readonly attachments: readonly string[];
  readonly content: Json;
}

/** Pseudonyms only: ids of reporters, of the acting person and post. Never a name, never a number. */
export const PersonGroup = z.strictObject({
  actor: z.strictObject({
    role: z.enum(["app", "portal", "jobs", "import"]),
    person: id.optional(),
    post: id.optional(),
    reporter: id.optional(),
  }),
  persons: z.array(id),
});
export type PersonGroup = z.infer<typeof PersonGroup>;

/** What can be wrong with a journal, in the order in which a line is looked at. */
export const FAULTS = {
  version: { zh: "缺行或行号不连续", en: "a line is missing or out of order" },
  hash_public: { zh: "公开部分被改动", en: "the public part was changed" },
  hash_text: { zh: "正文部分被改动", en: "the text was changed" },
  hash_person: { zh: "经手人部分被改动", en: "the persons were changed" },
  persons_missing: { zh: "经手人部分缺失，且没有清除记录", en: "the persons are missing without having been erased" },
  leaf: { zh: "行的指纹对不上", en: "the line's fingerprint does not fit" },
  columns: { zh: "行的字段与已存证内容不符", en: "the line's columns differ from what was hashed" },
  previous: { zh: "与上一行的链接断开", en: "the link to the line before is broken" },
  row_missing: { zh: "有流水而无台账记录", en: "the journal has it, the records do not" },
  row_differs: { zh: "台账记录与流水推算的状态不符", en: "the record differs from the state rebuilt from the journal" },
  rows_without_journal: { zh: "有台账记录而无流水", en: "records without any line in the journal" },
} as const;
export type Fault = keyof typeof FAULTS;
