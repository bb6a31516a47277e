/** SHA-256 given from outside, so that server, browser and the auditor's tool run the same formulas. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

const encoder = new TextEncoder();
export const PREFIX = { public: "cl1/pub\n", text: "cl1/txt\n", person: "cl1/idn\n" } as const;
const LEAF_PREFIX = encoder.encode("cl1/leaf\n");
const LEAF_MARK = encoder.encode("cl1\n");

/** The bytes of all parts, one after another. */
function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** SHA-256(prefix ‖ salt ‖ canonical JSON): 32 bytes that commit to a group and, by the salt's 32 random bytes, hide it. */
export function groupHash(
  sha256: Sha256,
  prefix: (typeof PREFIX)[keyof typeof PREFIX],
  salt: Uint8Array,
  body: string,
): Uint8Array {
  return sha256(joined(encoder.encode(prefix), salt, encoder.encode(body)));
}

/** "cl1\n" ‖ SHA-256("cl1/leaf\n" ‖ the three group hashes): 36 bytes that show neither id, time, unit nor kind. */
export function leafOf(sha256: Sha256, hashPublic: Uint8Array, hashText: Uint8Array, hashPerson: Uint8Array): Uint8Array {
  return joined(LEAF_MARK, sha256(joined(LEAF_PREFIX, hashPublic, hashText, hashPerson)));
}

/** Are these the same bytes? */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}
