import { setTimeout as sleep } from "node:timers/promises";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { Refusal } from "../../foundation/refusal.ts";

/** So many wrong tries from one address are answered at once; each further one a second later; after so many more, not at all. */
const AT_ONCE = 20;
const MOST = 100;
const WINDOW_SECONDS = 15 * 60;
const SLOWEST_MILLISECONDS = 8_000;

export interface SourceLimit {
  /**
   * Runs a try to sign in from this address; a `Refusal` counts as a wrong one. A whole office behind one address is slowed, never shut
   * out by one of its machines: a browser that is known is not held here. Throws `http.too-many` (429).
   */
  run<T>(source: string, known: boolean, work: () => Promise<T>): Promise<T>;
}

/** Kept in memory for a quarter of an hour, never on disk; `wait` is the clock's part, for tests. */
export function makeSourceLimit(
  wait: (milliseconds: number) => Promise<unknown> = (milliseconds) => sleep(milliseconds),
): SourceLimit {
  const wrong = new RateLimiterMemory({ points: MOST, duration: WINDOW_SECONDS });
  return {
    async run(source, known, work) {
      const tried = known ? 0 : ((await wrong.get(source))?.consumedPoints ?? 0);
      if (tried >= MOST) throw new Refusal("http.too-many", {}, { status: 429 });
      if (tried > AT_ONCE) await wait(Math.min((tried - AT_ONCE) * 1_000, SLOWEST_MILLISECONDS));
      try {
        return await work();
      } catch (error) {
        if (error instanceof Refusal && !known) await wrong.consume(source).catch(() => {});
        throw error;
      }
    },
  };
}
