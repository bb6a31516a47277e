import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** What the portal hands to a browser and must be able to trust when it comes back. Its keys are derived, one for each purpose. */
export interface Seals {
  /** Encrypts a small value until `until`; what comes back changed, late or from another purpose opens to undefined. */
  close(purpose: string, value: object, until: Date): string;
  open<T>(purpose: string, sealed: string, now: Date): T | undefined;
  /** A value anyone may read and nobody may change. */
  sign(purpose: string, value: object): string;
  readSigned<T>(purpose: string, signed: string): T | undefined;
}

/** `secret`: 32 bytes of the key file. */
export function makeSeals(secret: Buffer): Seals {
  const keyOf = (purpose: string) => Buffer.from(hkdfSync("sha256", secret, "", `linli portal ${purpose}`, 32));
  const tagOf = (purpose: string, body: string) => createHmac("sha256", keyOf(purpose)).update(body).digest().subarray(0, 16);
  return {
    close(purpose, value, until) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", keyOf(purpose), nonce);
      const body = Buffer.concat([cipher.update(JSON.stringify({ until: until.getTime(), value })), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
    },
    open(purpose, sealed, now) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < 29) return undefined;
      try {
        const decipher = createDecipheriv("aes-256-gcm", keyOf(purpose), bytes.subarray(0, 12), { authTagLength: 16 });
        decipher.setAuthTag(bytes.subarray(12, 28));
        const { until, value } = JSON.parse(
          Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8"),
        );
        return until > now.getTime() ? value : undefined;
      } catch {
        return undefined;
      }
    },
    sign(purpose, value) {
      const body = Buffer.from(JSON.stringify(value)).toString("base64url");
      return `${body}.${tagOf(purpose, body).toString("base64url")}`;
    },
    readSigned(purpose, signed) {
      const [body = "", tag = ""] = signed.split(".");
      const [given, right] = [Buffer.from(tag, "base64url"), tagOf(purpose, body)];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      return JSON.parse(Buffer.from(body, "base64url").toString("utf8"));
    },
  };
}
