import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomInt } from "node:crypto";
import type { Identity } from "./contract.ts";
import { checkDigit } from "./rules/code.ts";

/** Keys of the key file, 32 bytes each. `older` keeps identity keys of earlier versions until everything is wrapped anew. */
export interface Keys {
  readonly version: number;
  readonly identity: Buffer;
  readonly lookup: Buffer;
  readonly older?: Readonly<Record<number, Buffer>>;
}

export interface WrappedKey {
  readonly wrapped: Buffer | null;
  readonly keyVersion: number;
}

export interface Sealed {
  /** For residents.reporters.sealed; null where the reporter told nothing. */
  readonly sealed: Buffer | null;
  /** For residents.data_keys, when the matter had no key and needs one now. */
  readonly newKey: Buffer | null;
  readonly keyVersion: number;
}

export interface Sealer {
  /** Seals under the matter's data key; without `existing` a new key is drawn. Throws where the existing key was destroyed. */
  seal(matterId: string, reporterId: string, identity: Identity, existing?: WrappedKey): Sealed;
  /** What was sealed; undefined where nothing was told or it has been erased. Throws where the bytes were changed or moved to another row. */
  open(
    matterId: string,
    reporterId: string,
    row: { sealed: Buffer | null; keyVersion: number },
    key: WrappedKey,
  ): Identity | undefined;
  /** HMAC-SHA256 of a 12-digit code or a link token: the only form in which either is stored. */
  lookupOf(codeOrLink: string): Buffer;
  /** Code (12 digits) and link (128 bits, base64url) of a reporter; the same generation always gives the same pair. */
  receiptOf(reporterId: string, generation: number): { readonly code: string; readonly link: string };
}

const AES_256_GCM = 1; // first byte of every ciphertext, so that another algorithm can stand beside it

function encrypt(key: Buffer, plain: Buffer, place: string): Buffer {
  const head = Buffer.alloc(13, AES_256_GCM);
  randomBytes(12).copy(head, 1);
  const cipher = createCipheriv("aes-256-gcm", key, head.subarray(1)).setAAD(Buffer.from(place));
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([head, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, sealed: Buffer, place: string): Buffer {
  if (sealed[0] !== AES_256_GCM || sealed.length < 29) throw new Error("sealed by an unknown algorithm");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 13), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(13, 29));
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
}

const keyPlace = (matterId: string, version: number) => `residents.data_keys|${matterId}|wrapped|${version}`;
const sealedPlace = (reporterId: string, version: number) => `residents.reporters|${reporterId}|sealed|${version}`;

/** The one hand that seals and opens identities. Holds the keys of the key file; nothing else of the product does. */
export function makeSealer(keys: Keys): Sealer {
  for (const key of [keys.identity, keys.lookup, ...Object.values(keys.older ?? {})])
    if (key.length !== 32) throw new RangeError("a key has 32 bytes");
  const identityKey = (version: number): Buffer => {
    const key = version === keys.version ? keys.identity : keys.older?.[version];
    if (!key) throw new Error(`the key file holds no identity key of version ${version}`);
    return key;
  };
  const unwrap = (matterId: string, { wrapped, keyVersion }: WrappedKey): Buffer | undefined =>
    wrapped ? decrypt(identityKey(keyVersion), wrapped, keyPlace(matterId, keyVersion)) : undefined;

  return {
    seal(matterId, reporterId, identity, existing) {
      const told = Object.fromEntries(Object.entries(identity).filter(([, text]) => text));
      const keyVersion = keys.version;
      if (Object.keys(told).length === 0) return { sealed: null, newKey: null, keyVersion };
      const dataKey = existing ? unwrap(matterId, existing) : randomBytes(32);
      if (!dataKey) throw new Error("the data key of this matter was destroyed");
      const sealed = encrypt(dataKey, Buffer.from(JSON.stringify(told)), sealedPlace(reporterId, keyVersion));
      const newKey = existing ? null : encrypt(keys.identity, dataKey, keyPlace(matterId, keyVersion));
      dataKey.fill(0);
      return { sealed, newKey, keyVersion };
    },
    open(matterId, reporterId, row, key) {
      const dataKey = row.sealed && unwrap(matterId, key);
      if (!row.sealed || !dataKey) return undefined;
      const plain = decrypt(dataKey, row.sealed, sealedPlace(reporterId, row.keyVersion));
      dataKey.fill(0);
      return JSON.parse(plain.toString("utf8")) as Identity;
    },
    lookupOf(codeOrLink) {
      return createHmac("sha256", keys.lookup).update(codeOrLink).digest();
    },
    receiptOf(reporterId, generation) {
      const drawn = createHmac("sha256", keys.lookup).update(`receipt|${reporterId}|${generation}`).digest();
      const digits = String(drawn.readBigUInt64BE(16) % 10n ** 11n).padStart(11, "0");
      return { code: digits + checkDigit(digits), link: drawn.subarray(0, 16).toString("base64url") };
    },
  };
}

/** A new code: 11 random digits and a check digit, to be told once and stored only as its lookup. */
export function newCode(): string {
  const digits = String(randomInt(10 ** 11)).padStart(11, "0");
  return digits + checkDigit(digits);
}

/** A new link token: 128 random bits, base64url, 22 characters. */
export const newLink = (): string => randomBytes(16).toString("base64url");

const HANDLE = "23456789BCDFGHJKMNPQRSTVWXYZ"; // no 0/O, 1/I/L, no vowels

/** What officers call a reporter within one matter, such as 7F3K; drawn anew for every matter. */
export const newHandle = (): string => Array.from({ length: 4 }, () => HANDLE[randomInt(HANDLE.length)]).join("");
