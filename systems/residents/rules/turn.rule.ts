import { TRY_LIMITS } from "./try-limits.table.ts";

/** Submissions asked for in this window: from this part of the network, and in the whole county. */
export interface Asked {
  readonly source: number;
  readonly all: number;
}

const SHORT = 20;
const LONGEST = 600;
/** A part of the network that has asked so little waits the shortest time, however much the others ask. */
const QUIET_SOURCE = 5;

/**
 * Seconds that a submission waits for its turn; 0 where it goes through at once. Nobody is refused: the wait never exceeds ten minutes,
 * and who asks little waits twenty seconds. A browser that does the proof of work does not wait at all.
 */
export function secondsToWait({ source, all }: Asked): number {
  if (source <= TRY_LIMITS.send.most && all <= TRY_LIMITS["send-all"].most) return 0;
  if (source <= QUIET_SOURCE) return SHORT;
  return Math.min(LONGEST, SHORT + 5 * Math.max(0, source - TRY_LIMITS.send.most));
}

/** Up to which number a browser has to search: about a second on an old telephone, four where the whole county is flooded. */
export const proofNumber = ({ all }: Asked): number => (all > 10 * TRY_LIMITS["send-all"].most ? 200_000 : 50_000);
