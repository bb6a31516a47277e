import { type Facts, type Reader, recused, SENTENCES } from "./access.ts";

/** Who may open a reporter's telephone after the matter was closed, to ask how it went. */
export const mayMakeTheReturnCall = (reader: Reader, facts: Facts): boolean =>
  !recused(reader, facts) && SENTENCES["return caller"](reader, facts);
