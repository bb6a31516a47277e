import type { Sealer } from "../../../residents/index.ts";

/** Sixteen bytes of a keyed hash as an id (version 8 of RFC 9562): the same words always give the same, and tell nothing of them. */
export function keyOf(sealer: Pick<Sealer, "lookupOf">, purpose: "number" | "content", words: string): string {
  const hex = sealer.lookupOf(`import|${purpose}|${words}`).toString("hex", 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Which keys were met so far, with a short form of what stood under them: 12 bytes a key whatever the number of rows, so that a
 * dry run over a million rows stays small. Two keys of 122 bits that agree in 64 are taken for one: 1 in 10⁷ at a million rows.
 */
export class KeyMemory {
  #slots = new Uint32Array(3 * 4096);
  #mask = 4095;
  #size = 0;

  /** What was remembered under this key: the same content, another, or nothing; remembers the first. */
  meet(key: string, content: string): "new" | "same" | "other" {
    if (this.#size * 2 > this.#mask) this.#grow();
    const high = Number.parseInt(key.slice(0, 8), 16) || 1;
    const low = Number.parseInt(key.slice(28, 36), 16);
    const short = Number.parseInt(content.slice(28, 36), 16);
    for (let at = (high ^ low) & this.#mask; ; at = (at + 1) & this.#mask) {
      const slot = at * 3;
      if (this.#slots[slot] === 0) {
        this.#slots.set([high, low, short], slot);
        this.#size++;
        return "new";
      }
      if (this.#slots[slot] === high && this.#slots[slot + 1] === low) return this.#slots[slot + 2] === short ? "same" : "other";
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    this.#mask = this.#slots.length / 3 - 1;
    for (let slot = 0; slot < old.length; slot += 3) {
      if (old[slot] === 0) continue;
      let at = (old[slot]! ^ old[slot + 1]!) & this.#mask;
      while (this.#slots[at * 3] !== 0) at = (at + 1) & this.#mask;
      this.#slots.set(old.subarray(slot, slot + 3), at * 3);
    }
  }
}
