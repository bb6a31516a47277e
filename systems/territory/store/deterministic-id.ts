import { idFrom } from "../../../foundation/id-from.ts";

/** The same name always gives the same place the same id. */
export const deterministicId = (name: string): string => idFrom(`linli:${name}`);
