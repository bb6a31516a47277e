import { idFrom } from "../../../foundation/id-from.ts";

/** The id of a seeded thing: the same on every machine. */
export const seedId = (county: number, kind: "unit" | "post" | "person" | "holding", code: string): string =>
  idFrom(`linli/teams/${county}/${kind}/${code}`);
