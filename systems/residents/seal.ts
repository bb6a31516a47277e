import { createHmac, randomBytes, randomInt } from "node:crypto";
import { Refusal } from "../../foundation/refusal.ts";
import { type BlindIndex, makeBlindIndex } from "./blind-index.ts";
import { algorithmOf, openBytes, type Place, sealBytes } from "./ciphers.ts";
import type { Identity } from "./contract.ts";
import { type KeySource, type Keys, reader } from "./keys.ts";
import { checkDigit } from "./rules/code.ts";

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

export interface SealedRow {
  readonly sealed: Buffer | null;
  readonly keyVersion: number;
}

export interface Sealer {
  /** Its hand on the blind index. */
  readonly blind: BlindIndex;
  /** Seals under the matter's data key; without `existing` a new key is drawn. Throws where the existing key was destroyed. */
  seal(matterId: string, reporterId: string, identity: Identity, existing?: WrappedKey): Sealed;
  /** What was sealed; undefined where nothing was told or it has been erased. Throws where the bytes were changed or moved to another row. */
  open(matterId: string, reporterId: string, row: SealedRow, key: WrappedKey): Identity | undefined;
  /** The same data key under the current identity key and profile; undefined where it is so already, or was destroyed. */
  wrapAnew(matterId: string, key: WrappedKey): { readonly wrapped: Buffer; readonly keyVersion: number } | undefined;
  /** The same row under the current profile's algorithm; undefined where it is so already, holds nothing, or its key was destroyed. */
  sealAnew(
    matterId: string,
    reporterId: string,
    row: SealedRow,
    key: WrappedKey,
  ): { readonly sealed: Buffer; readonly keyVersion: number } | undefined;
  /** Version and algorithm that are written now: whatever stands under others waits for the re-wrapping. */
  current(): { readonly keyVersion: number; readonly algorithm: number };
  /** HMAC-SHA256 of a 12-digit code or a link token: the only form in which either is stored. */
  lookupOf(codeOrLink: string): Buffer;
  /** Code (12 digits), its four digits and link (128 bits, base64url) of a reporter; the same generation always gives the same. */
  receiptOf(reporterId: string, generation: number): { readonly code: string; readonly link: string; readonly pin: string };
}

const keyPlace = (matterId: string, version: number): Place => ({
  table: "residents.data_keys",
  row: matterId,
  column: "wrapped",
  version,
});
const sealedPlace = (reporterId: string, version: number): Place => ({
  table: "residents.reporters",
  row: reporterId,
  column: "sealed",
  version,
});

/** The one hand that seals and opens identities. Holds the keys of the key file; nothing else of the product does. */
export function makeSealer(source: KeySource): Sealer {
  const now = reader(source);
  now();
  const identityKey = (version: number): Buffer => {
    const among = (keys: Keys) => (version === keys.version ? keys.identity : keys.older?.[version]);
    // another process may have begun a rotation a moment ago: the file is asked once more
    const key = among(now()) ?? among(now(true));
    if (!key) throw new Refusal("residents.key-not-in-the-file", { version }, { status: 503 });
    return key;
  };
  const unwrap = (matterId: string, { wrapped, keyVersion }: WrappedKey): Buffer | undefined =>
    wrapped ? openBytes(identityKey(keyVersion), wrapped, keyPlace(matterId, keyVersion)) : undefined;
  const wrap = (keys: Keys, matterId: string, dataKey: Buffer) =>
    sealBytes(keys.profile ?? "aes", keys.identity, dataKey, keyPlace(matterId, keys.version));

  return {
    blind: makeBlindIndex(now),
    seal(matterId, reporterId, identity, existing) {
      const keys = now();
      const told = Object.fromEntries(Object.entries(identity).filter(([, text]) => text));
      const keyVersion = keys.version;
      if (Object.keys(told).length === 0) return { sealed: null, newKey: null, keyVersion };
      const dataKey = existing ? unwrap(matterId, existing) : randomBytes(32);
      if (!dataKey) throw new Error("the data key of this matter was destroyed");
      const plain = Buffer.from(JSON.stringify(told));
      const sealed = sealBytes(keys.profile ?? "aes", dataKey, plain, sealedPlace(reporterId, keyVersion));
      const newKey = existing ? null : wrap(keys, matterId, dataKey);
      dataKey.fill(0);
      return { sealed, newKey, keyVersion };
    },
    open(matterId, reporterId, row, key) {
      const dataKey = row.sealed && unwrap(matterId, key);
      if (!row.sealed || !dataKey) return undefined;
      const plain = openBytes(dataKey, row.sealed, sealedPlace(reporterId, row.keyVersion));
      dataKey.fill(0);
      return JSON.parse(plain.toString("utf8")) as Identity;
    },
    wrapAnew(matterId, key) {
      const keys = now();
      if (!key.wrapped) return undefined;
      if (key.keyVersion === keys.version && key.wrapped[0] === algorithmOf(keys.profile ?? "aes")) return undefined;
      const dataKey = unwrap(matterId, key)!;
      const wrapped = wrap(keys, matterId, dataKey);
      dataKey.fill(0);
      return { wrapped, keyVersion: keys.version };
    },
    sealAnew(matterId, reporterId, row, key) {
      const { version, profile = "aes" } = now();
      const dataKey = row.sealed && row.sealed[0] !== algorithmOf(profile) && unwrap(matterId, key);
      if (!row.sealed || !dataKey) return undefined;
      const plain = openBytes(dataKey, row.sealed, sealedPlace(reporterId, row.keyVersion));
      const sealed = sealBytes(profile, dataKey, plain, sealedPlace(reporterId, version));
      dataKey.fill(0);
      plain.fill(0);
      return { sealed, keyVersion: version };
    },
    current() {
      const keys = now();
      return { keyVersion: keys.version, algorithm: algorithmOf(keys.profile ?? "aes") };
    },
    lookupOf(codeOrLink) {
      return createHmac("sha256", now().lookup).update(codeOrLink).digest();
    },
    receiptOf(reporterId, generation) {
      const drawn = createHmac("sha256", now().lookup).update(`receipt|${reporterId}|${generation}`).digest();
      const digits = String(drawn.readBigUInt64BE(16) % 10n ** 11n).padStart(11, "0");
      const pin = String(drawn.readUInt32BE(24) % 10_000).padStart(4, "0");
      return { code: digits + checkDigit(digits), link: drawn.subarray(0, 16).toString("base64url"), pin };
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
