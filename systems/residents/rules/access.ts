import { Refusal } from "../../../foundation/refusal.ts";
import type { ErasureBasis } from "../contract.ts";

/** Another person than the one who erases, who agreed to it. */
export interface Approver {
  readonly person: string;
  readonly post: string;
}

interface Eraser {
  readonly role: string;
  readonly person?: string;
  readonly rights: readonly string[];
}

/**
 * Who holds the right to erase may erase with the approval of another person; the nightly job may where the term of keeping has
 * expired. Throws a Refusal otherwise.
 */
export function erasingTakesTwoOrAnExpiredTerm(eraser: Eraser, basis: ErasureBasis, approver: Approver | undefined): void {
  if (eraser.role === "jobs" && basis === "retention-expired") return;
  if (!eraser.rights.includes("residents.erase")) throw new Refusal("residents.may-not-erase", {}, { status: 403 });
  if (!approver || !eraser.person || approver.person === eraser.person)
    throw new Refusal("residents.erasing-takes-two", { basis }, { status: 403 });
}
