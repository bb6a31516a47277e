import { Refusal } from "../../../foundation/refusal.ts";
import type { Term } from "../contract.ts";

/**
 * A term is lengthened only as its extension says: `by` is in the term's own unit, `already` are the clock's extensions until now.
 * Nothing is returned. Refusals (422, citing the extension's or the term's basis): `clocks.no-extension-for-this-term`,
 * `clocks.extended-already`, `clocks.extension-is-no-length`, `clocks.extension-too-long`.
 */
export function mayExtend(term: Term, already: readonly { readonly by: number }[], by: number): void {
  const { extension, unit } = term;
  const names = { term: term.name, englishTerm: term.englishName || term.name };
  if (!extension) throw new Refusal("clocks.no-extension-for-this-term", names, { basis: term.basis });
  const { most, times, basis } = extension;
  if (!Number.isSafeInteger(by) || by < 1) throw new Refusal("clocks.extension-is-no-length", { ...names, by }, { basis });
  if (times === "once" && already.length > 0) throw new Refusal("clocks.extended-already", names, { basis });
  const used = already.reduce((sum, one) => sum + one.by, 0);
  if (most !== null && used + by > most)
    throw new Refusal("clocks.extension-too-long", { ...names, by, most, left: Math.max(0, most - used), unit }, { basis });
}
