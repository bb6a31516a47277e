import { z } from "zod";

const shortText = (most: number) => z.string().trim().max(most).optional();

/** What a reporter may tell about themselves; everything is optional. Limits are characters. */
export const ReporterInput = z.strictObject({
  name: shortText(60),
  phone: shortText(40),
  address: shortText(200),
  /** The reported unit must not learn who reported. */
  wantsSecrecy: z.boolean().default(false),
  /** No notices by telephone or letter; only the code tells. */
  quiet: z.boolean().default(false),
  /** Someone else types: how they stand to the reporter, and that the reporter agreed. */
  enteredFor: z.strictObject({ relation: z.string().trim().min(1).max(30), consent: z.boolean() }).optional(),
});
export type ReporterInput = z.infer<typeof ReporterInput>;

/** What stands in the sealed column. `account` is the name a source system used, kept so that its own answer can find its way back. */
export interface Identity {
  readonly name?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly account?: string;
}

/** Why a matter's identities may be erased. */
export const ERASURE_BASES = ["retention-expired", "request-of-the-person", "unlawfully-collected"] as const;
export type ErasureBasis = (typeof ERASURE_BASES)[number];

export { type CodeCheck, checkCode, spokenCode } from "./rules/code.ts";
