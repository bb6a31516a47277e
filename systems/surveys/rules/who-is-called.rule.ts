import type { LeftOut } from "./lifecycle.ts";
import type { Sampling } from "./survey-data.ts";

export interface Closed {
  readonly id: string;
  readonly kind: string | null;
  /** Version of the matter at this closing. */
  readonly closing: number;
  readonly secrecy: boolean;
  readonly handledUnits: readonly string[];
}

export interface Reached {
  readonly id: string;
  readonly quiet: boolean;
  readonly wantsSecrecy: boolean;
  readonly consent: boolean | null;
  /** Something was told of who they are and is kept. */
  readonly sealed: boolean;
}

/** 0 to 99, the same for the same closing and reporter on every machine (FNV-1a, 32 bits). */
export function lotOf(matter: string, reporter: string, closing: number): number {
  let hash = 0x811c9dc5;
  for (const character of `${matter}|${reporter}|${closing}`) {
    hash ^= character.charCodeAt(0);
    hash = Math.imul(hash, 0x01000193);
  }
  // the low bits of FNV-1a of texts that differ in one place are near each other
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) % 100;
}

/**
 * Is this reporter called about this closing? Their own wish comes first, then what makes a call impossible or partial, the lot last.
 * `centre` is the unit that calls for the county: what it handled itself nobody else could ask about.
 */
export function whoIsCalled(
  matter: Closed,
  reporter: Reached,
  sampling: Sampling,
  centre: string | undefined,
): { readonly call: true } | { readonly call: false; readonly reason: LeftOut } {
  const leftOut = (reason: LeftOut) => ({ call: false, reason }) as const;
  if (reporter.quiet) return leftOut("asked-not-to-be-called");
  if ((reporter.wantsSecrecy || matter.secrecy) && !sampling.callWhoAskedForSecrecy) return leftOut("asked-for-secrecy");
  if (reporter.consent === false) return leftOut("no-consent");
  if (!reporter.sealed) return leftOut("no-telephone");
  if (centre && matter.handledUnits.includes(centre)) return leftOut("handled-by-the-centre");
  const percent = sampling.percent[matter.kind as keyof Sampling["percent"]] ?? 0;
  return lotOf(matter.id, reporter.id, matter.closing) < percent ? { call: true } : leftOut("not-sampled");
}
