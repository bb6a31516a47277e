import { type Facts, mayCallTheResident, type Reader, recused } from "./access.ts";
import { isSealed } from "./class-of-a-matter.ts";

/** The way by which this reader may learn who stands behind a matter, or why there is none. */
export type WayToAnIdentity =
  | { readonly way: "now" }
  | { readonly way: "second-person"; readonly kind: "identity.sealed" | "identity.after-closing" }
  | { readonly way: "none"; readonly because: "recused" | "not-the-holder" };

/** Handlers of the matter while it was open: the unit that answered for it, those that helped, and the one that took it in. */
const handled = (reader: Reader, facts: Facts): boolean =>
  [facts.leadUnit, facts.receivedBy, ...facts.supportUnits].some((unit) => unit !== null && reader.units.includes(unit)) &&
  ["matters.handle", "matters.receive", "matters.triage", "matters.verify"].some((right) => reader.rights.includes(right));

/**
 * 个人信息保护法 第六条, 信访工作条例 第三十条、第四十六条: whoever holds the open matter reaches the resident at once; of a sealed class, and
 * after closing, the same handlers open it only with a purpose and another person's consent, and the resident is told; nobody else has a way.
 */
export function wayToAnIdentity(reader: Reader, facts: Facts, open: boolean): WayToAnIdentity {
  if (recused(reader, facts)) return { way: "none", because: "recused" };
  if (reader.role !== "app") return { way: "none", because: "not-the-holder" };
  const holds = open ? mayCallTheResident(reader, facts) : handled(reader, facts);
  if (!holds) return { way: "none", because: "not-the-holder" };
  if (isSealed(facts)) return { way: "second-person", kind: "identity.sealed" };
  return open ? { way: "now" } : { way: "second-person", kind: "identity.after-closing" };
}
