import canonicalize from "canonicalize";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Sealer } from "../../residents/index.ts";

/**
 * Keyed hash (HMAC-SHA256, hex) of what was asked, without the device's time: the same command sent again has the same hash, and without
 * the key nobody can try names and telephones against it.
 */
export function requestHash(sealer: Pick<Sealer, "lookupOf">, body: object): string {
  const { deviceAt: _deviceAt, ...asked } = body as { deviceAt?: unknown };
  return sealer.lookupOf(`command|${canonicalize(asked) ?? ""}`).toString("hex");
}

/** Text as PostgreSQL can keep it: no NUL, no broken surrogate pairs, line ends of one kind. */
export const keepable = (text: string): string => text.toWellFormed().replaceAll("\u0000", "").replace(/\r\n?/g, "\n");

/** The same command id came with another body. */
export const otherBody = (): Refusal => new Refusal("command.other-body", {}, { status: 409 });
