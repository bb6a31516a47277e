import type { Database } from "../../../foundation/db/pool.ts";

/** How long a looked-up session may be answered from memory by another server than the one that changed it. */
const FRESH_MILLISECONDS = 5_000;
const MOST = 5_000;

interface Remembered {
  readonly value: unknown;
  readonly at: number;
}
const memories = new WeakMap<Database, Map<string, Remembered>>();

export function rememberSession(db: Database, key: string, value: unknown, at: Date): void {
  let memory = memories.get(db);
  if (!memory) {
    memory = new Map();
    memories.set(db, memory);
  }
  if (memory.size >= MOST) memory.clear();
  memory.set(key, { value, at: at.getTime() });
}

export function recallSession<T>(db: Database, key: string, at: Date): T | undefined {
  const found = memories.get(db)?.get(key);
  if (!found || Math.abs(at.getTime() - found.at) > FRESH_MILLISECONDS) return undefined;
  return found.value as T;
}

/** Everything that changes rights calls this, so that on this server the change holds with the next request. */
export const forgetSessions = (db: Database): void => {
  memories.get(db)?.clear();
};
