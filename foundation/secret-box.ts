import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Keeps short secrets of one purpose under a key that is derived from the key file and lies nowhere else. */
export interface SecretBox {
  /** AES-256-GCM; `place` says where the secret belongs (county/person/row) and must be the same when it is opened. */
  seal(plain: string, place: string): string;
  /** What was sealed. Throws where the text was changed, moved to another place, or sealed with another key. */
  open(sealed: string, place: string): string;
  /** HMAC-SHA256 in base64url: the only form in which a code that is looked up is stored. */
  mark(code: string, place: string): string;
}

const AES_256_GCM = "1"; // first sign of every sealed text, so that another algorithm can stand beside it

/** A box for one purpose. `master` is a key of 32 bytes of the key file; two purposes never share a derived key. */
export function makeSecretBox(master: Buffer, purpose: string): SecretBox {
  const derive = (use: string) => Buffer.from(hkdfSync("sha256", master, "linli", `${purpose}/${use}`, 32));
  const [sealing, marking] = [derive("seal"), derive("mark")];
  return {
    seal(plain, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return `${AES_256_GCM}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
    },
    open(sealed, place) {
      const [algorithm, text = ""] = sealed.split(".", 2);
      const bytes = Buffer.from(text, "base64url");
      if (algorithm !== AES_256_GCM || bytes.length < 28) throw new Error("sealed by an unknown algorithm");
      const decipher = createDecipheriv("aes-256-gcm", sealing, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
    },
    mark: (code, place) => createHmac("sha256", marking).update(`${place}\n${code}`).digest("base64url"),
  };
}
