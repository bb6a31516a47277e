import { uuidv7 } from "uuidv7";

/** A new UUIDv7: sortable by its time of making, safe to be made by a client. */
export const newId = (): string => uuidv7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Is this text a UUID in its usual form? */
export const isId = (text: string): boolean => UUID.test(text);
