import type { ApprovalState } from "../contract.ts";
import type { ApprovalKind } from "./kinds.table.ts";

const HOUR = 3_600_000;
const after = (from: Date, hours: number): Date => new Date(from.getTime() + hours * HOUR);

/** How an asking begins: waiting for another person, or acted on at once and waiting for a review. */
export function beginning(kind: ApprovalKind, purpose: string, atOnce: boolean, asked: Date, hours = kind.holdsHours) {
  const lasting = Math.min(hours, kind.holdsHours);
  if (atOnce && kind.atOnce?.purposes.includes(purpose))
    return {
      state: "at-once",
      hours: lasting,
      decideUntil: after(asked, kind.atOnce.reviewWithinHours),
      holdsUntil: after(asked, lasting),
    } as const;
  return { state: "asked", hours: lasting, decideUntil: after(asked, kind.waitsHours), holdsUntil: null } as const;
}

export interface Decided {
  readonly state: ApprovalState;
  readonly holdsUntil: Date | null;
}

/**
 * What a decision makes of it. A yes holds for the hours asked, from now. A review only says whether acting at once was right: a no ends
 * what was opened at once.
 */
export function afterDecision(
  before: { readonly state: ApprovalState; readonly hours: number; readonly holdsUntil: Date | null },
  yes: boolean,
  now: Date,
): Decided {
  if (before.state === "at-once") {
    const ends = before.holdsUntil ?? now;
    return yes ? { state: "upheld", holdsUntil: ends } : { state: "objected", holdsUntil: ends < now ? ends : now };
  }
  return yes ? { state: "approved", holdsUntil: after(now, before.hours) } : { state: "refused", holdsUntil: null };
}

/** May it be decided still? An asking that waited too long is asked anew; a review that is late is still owed. */
export const awaitsDecision = (state: ApprovalState, decideUntil: Date, now: Date): boolean =>
  state === "at-once" || (state === "asked" && now < decideUntil);

/** Does it open anything at this instant? */
export const holds = (
  one: { readonly state: ApprovalState; readonly holdsUntil: Date | null; readonly uses: number },
  kind: ApprovalKind,
  now: Date,
): boolean =>
  (one.state === "approved" || one.state === "at-once" || one.state === "upheld") &&
  one.holdsUntil !== null &&
  now < one.holdsUntil &&
  (kind.uses === "many" || one.uses === 0);
