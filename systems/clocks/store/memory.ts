import type { Database } from "../../../foundation/db/pool.ts";

/** A calendar changes once or twice a year: other servers may answer from memory for a minute after it did. */
const FRESH_MILLISECONDS = 60_000;
const memories = new WeakMap<Database, Map<string, { at: number; value: Promise<unknown> }>>();

/** What was read in the last minute, or a fresh reading; a reading that failed is not kept. */
export function remembered<T>(db: Database, key: string, readIt: () => Promise<T>): Promise<T> {
  let memory = memories.get(db);
  if (!memory) {
    memory = new Map();
    memories.set(db, memory);
  }
  const found = memory.get(key);
  if (found && Date.now() - found.at < FRESH_MILLISECONDS) return found.value as Promise<T>;
  const value = readIt();
  memory.set(key, { at: Date.now(), value });
  value.catch(() => memory.delete(key));
  return value;
}

export const forget = (db: Database): void => {
  memories.get(db)?.clear();
};
