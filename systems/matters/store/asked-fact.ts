import type { MatterRow } from "./row.ts";

/** Time asked for, as codes. */
export const askedFact = (asked: MatterRow["asked"] | undefined): string[] | null =>
  asked ? [asked.clock, asked.what, asked.ground, String(asked.by ?? "-"), asked.unit] : null;
