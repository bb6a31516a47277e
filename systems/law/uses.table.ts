import type { Use } from "./contract.ts";

/** Written by `scripts/laws-doc.ts` from the citations in the code and the county's data; do not edit by hand. */
export const USES: Readonly<Record<string, readonly Use[]>> = {};
