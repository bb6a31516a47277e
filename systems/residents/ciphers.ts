import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** Which algorithms new ciphertexts are made with: the county's choice in its key file. Both are read whatever it is. */
export const PROFILES = ["aes", "sm"] as const;
export type Profile = (typeof PROFILES)[number];

/** First byte of every ciphertext. `1` is what earlier versions wrote: the key itself, and the algorithm not bound. */
export const ALGORITHM = { "aes-256-gcm (before keys were derived)": 1, "aes-256-gcm": 2, "sm4-cbc + hmac-sm3": 3 } as const;
const FIRST = 1;
const AES = 2;
const SM = 3;

/** The algorithm that a profile writes. */
export const algorithmOf = (profile: Profile): number => (profile === "sm" ? SM : AES);

/** Where a ciphertext stands; it opens nowhere else. `version` is that of the row, as it stands beside it. */
export interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly version: number;
}
const words = ({ table, row, column, version }: Place) => `${table}|${row}|${column}|${version}`;
const bound = (algorithm: number, place: Place) => Buffer.from(`${algorithm}|${words(place)}`);

/** A key for one column alone, so that no two columns and no two algorithms ever share one. */
const derived = (hash: "sha256" | "sm3", key: Buffer, algorithm: number, place: Place, length: number) =>
  Buffer.from(hkdfSync(hash, key, "", `linli ${algorithm} ${place.table}.${place.column}`, length));

function gcmOpen(key: Buffer | KeyObject, sealed: Buffer, bound: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 13), { authTagLength: 16 });
  decipher.setAAD(bound).setAuthTag(sealed.subarray(13, 29));
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
}

function aesSeal(key: Buffer, plain: Buffer, place: Place): Buffer {
  const own = derived("sha256", key, AES, place, 32);
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", own, iv).setAAD(bound(AES, place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  own.fill(0);
  return Buffer.concat([Buffer.of(AES), iv, cipher.getAuthTag(), body]);
}

/** HMAC-SM3 over what is bound (its length first), IV and ciphertext. */
function smTag(key: Buffer, place: Place, iv: Buffer, body: Buffer): Buffer {
  const where = bound(SM, place);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(where.length);
  return createHmac("sm3", key).update(length).update(where).update(iv).update(body).digest();
}

function smSeal(key: Buffer, plain: Buffer, place: Place): Buffer {
  const own = derived("sm3", key, SM, place, 48);
  const iv = randomBytes(16);
  const cipher = createCipheriv("sm4-cbc", own.subarray(0, 16), iv);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const tag = smTag(own.subarray(16), place, iv, body);
  own.fill(0);
  return Buffer.concat([Buffer.of(SM), iv, tag, body]);
}

function smOpen(key: Buffer, sealed: Buffer, place: Place): Buffer {
  const own = derived("sm3", key, SM, place, 48);
  const [iv, tag, body] = [sealed.subarray(1, 17), sealed.subarray(17, 49), sealed.subarray(49)];
  if (!timingSafeEqual(tag, smTag(own.subarray(16), place, iv, body)))
    throw new Error("a sealed value was changed or stands in another place");
  const decipher = createDecipheriv("sm4-cbc", own.subarray(0, 16), iv);
  const plain = Buffer.concat([decipher.update(body), decipher.final()]);
  own.fill(0);
  return plain;
}

/** Seals `plain` under a key of 32 bytes for one place. A fresh nonce each time; at most 2³² times under one AES key. */
export const sealBytes = (profile: Profile, key: Buffer, plain: Buffer, place: Place): Buffer =>
  (profile === "sm" ? smSeal : aesSeal)(key, plain, place);

/** What was sealed, by whichever algorithm. Throws where a byte was changed, the key is another, or it stands in another place. */
export function openBytes(key: Buffer, sealed: Buffer, place: Place): Buffer {
  const algorithm = sealed[0];
  const least = algorithm === SM ? 65 : 29;
  if (sealed.length < least || algorithm === undefined || algorithm < FIRST || algorithm > SM)
    throw new Error("sealed by an unknown algorithm");
  if (algorithm === SM) return smOpen(key, sealed, place);
  if (algorithm === FIRST) return gcmOpen(key, sealed, Buffer.from(words(place)));
  const own = derived("sha256", key, AES, place, 32);
  try {
    return gcmOpen(own, sealed, bound(AES, place));
  } finally {
    own.fill(0);
  }
}
