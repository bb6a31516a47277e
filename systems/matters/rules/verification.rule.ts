import type { Kind } from "./lifecycle.ts";

/** One in so many answers to 咨询 and to matters that a unit settles itself is verified; the rest may be closed by the unit. */
export const SAMPLE_ONE_IN = 10;

/**
 * Must someone else verify before closing? Where the category asks for it, always; 咨询 and matters that the receiving unit settled
 * itself by sample, drawn from the matter's id so that nobody chooses.
 */
export function someoneElseVerifies(
  matter: { id: string; kind: Kind | null; receivedBy: string; leadUnit: string | null },
  categoryAsks: boolean,
): boolean {
  const sampled = Number.parseInt(matter.id.slice(-6), 16) % SAMPLE_ONE_IN === 0;
  if (matter.kind === "consultation") return sampled;
  if (matter.leadUnit === matter.receivedBy && !categoryAsks) return sampled;
  return true;
}
