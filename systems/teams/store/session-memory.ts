import type { Database } from "../../../foundation/db/pool.ts";

/** How long a looked-up session may be answered from memory by another server than the one that changed it. */
const FRESH_MILLISECONDS = 5_000;
const MOST = 5_000;

export interface SessionMemory {
  recall<T>(key: string, at: Date): T | undefined;
  remember(key: string, value: unknown, at: Date): void;
}

const memories = new WeakMap<Database, SessionMemory>();

/**
 * Taken before the look-up begins: what was read before a change is then remembered in a memory that the change has already put away.
 */
export function sessionMemory(db: Database): SessionMemory {
  const known = memories.get(db);
  if (known) return known;
  const kept = new Map<string, { readonly value: unknown; readonly at: number }>();
  const memory: SessionMemory = {
    recall: <T>(key: string, at: Date) => {
      const found = kept.get(key);
      return found && Math.abs(at.getTime() - found.at) <= FRESH_MILLISECONDS ? (found.value as T) : undefined;
    },
    remember: (key, value, at) => {
      if (kept.size >= MOST) kept.clear();
      kept.set(key, { value, at: at.getTime() });
    },
  };
  memories.set(db, memory);
  return memory;
}

/** Everything that changes rights calls this, so that on this server the change holds with the next request. */
export const forgetSessions = (db: Database): void => {
  memories.delete(db);
};
