import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { combine, split } from "shamir-secret-sharing";
import { Refusal } from "../../foundation/refusal.ts";
import { openBytes, type Place, sealBytes } from "./ciphers.ts";
import type { RecoverySplit } from "./keys.ts";
import { printShare, readShare, type Share, splitPapers } from "./recovery-paper.ts";

export interface RecoveryPaper {
  readonly office: string;
  readonly number: number;
  /** As printed; see `recovery-paper.ts`. */
  readonly lines: readonly string[];
}

const SPKI = Buffer.from("302a300506032b656e032100", "hex");
const PKCS8 = Buffer.from("302e020100300506032b656e04220420", "hex");
const publicFrom = (raw: Buffer) => createPublicKey({ key: Buffer.concat([SPKI, raw]), format: "der", type: "spki" });
const privateFrom = (raw: Buffer) => createPrivateKey({ key: Buffer.concat([PKCS8, raw]), format: "der", type: "pkcs8" });
const rawPublic = (key: KeyObject) =>
  (key.type === "private" ? createPublicKey(key) : key).export({ format: "der", type: "spki" }).subarray(SPKI.length);

/**
 * Draws a recovery key and splits it over the offices: any `need` of them open the key file, fewer learn nothing. The papers are the only
 * place where the private half stands. 2 ≤ need ≤ offices ≤ 16.
 */
export async function splitRecovery(
  offices: readonly string[],
  need: number,
  at: Date,
): Promise<{ split: RecoverySplit; papers: RecoveryPaper[] }> {
  if (need < 2 || need > offices.length || offices.length > 16 || new Set(offices).size !== offices.length)
    throw new Refusal("residents.split-counts", { need, offices: offices.length });
  const pair = generateKeyPairSync("x25519");
  const secret = pair.privateKey.export({ format: "der", type: "pkcs8" }).subarray(PKCS8.length);
  const set = randomBytes(2).toString("hex").toUpperCase();
  const shares = await split(new Uint8Array(secret), offices.length, need);
  secret.fill(0);
  const papers = shares.map((bytes, index) => ({
    office: offices[index]!,
    number: index + 1,
    lines: printShare({ set, number: index + 1, bytes }),
  }));
  const publicKey = rawPublic(pair.publicKey).toString("base64");
  return { split: { publicKey, set, need, offices: [...offices], at: at.toISOString() }, papers };
}

const envelopePlace = (set: string): Place => ({
  table: "residents.recovery_envelopes",
  row: set,
  column: "sealed",
  version: 1,
});

function agreed(own: KeyObject, theirs: KeyObject, ephemeral: Buffer, recipient: Buffer): Buffer {
  const secret = diffieHellman({ privateKey: own, publicKey: theirs });
  return Buffer.from(hkdfSync("sha256", secret, Buffer.concat([ephemeral, recipient]), "linli recovery envelope", 32));
}

/** Seals the key file's text to the offices' public half: 32 bytes of a passing key, then the ciphertext. */
export function sealKeyFile(text: string, { publicKey, set }: Pick<RecoverySplit, "publicKey" | "set">): Buffer {
  const recipient = Buffer.from(publicKey, "base64");
  const passing = generateKeyPairSync("x25519");
  const ephemeral = rawPublic(passing.publicKey);
  const key = agreed(passing.privateKey, publicFrom(recipient), ephemeral, recipient);
  return Buffer.concat([ephemeral, sealBytes("aes", key, Buffer.from(text), envelopePlace(set))]);
}

/** Reads papers as typed; the same paper twice counts once. Refuses `residents.paper-*`, naming paper and line. */
export function readPapers(text: string): Share[] {
  const papers = splitPapers(text);
  if (papers.length === 0) throw new Refusal("residents.paper-no-head", { paper: 1 });
  const shares = new Map<number, Share>();
  for (const [index, lines] of papers.entries()) {
    const share = readShare(lines);
    if ("wrong" in share)
      throw new Refusal(`residents.paper-${share.wrong}`, { paper: index + 1, head: lines[0]!.trim(), block: share.block ?? 0 });
    shares.set(share.number, share);
  }
  const sets = new Set([...shares.values()].map((share) => share.set));
  if (sets.size > 1) throw new Refusal("residents.papers-of-two-sets", { sets: [...sets].join(", ") });
  return [...shares.values()];
}

/**
 * Opens an envelope with the shares of enough papers and gives the key file's text. Refuses `residents.too-few-papers` where they do not
 * open it: shares that are too few combine to something that opens nothing.
 */
export async function openKeyFile(envelope: Buffer, shares: readonly Share[]): Promise<string> {
  const [first] = shares;
  if (!first || shares.length < 2) throw new Refusal("residents.too-few-papers", { papers: shares.length });
  const ephemeral = envelope.subarray(0, 32);
  try {
    const secret = Buffer.from(await combine(shares.map((share) => share.bytes)));
    const own = privateFrom(secret);
    const key = agreed(own, publicFrom(ephemeral), ephemeral, rawPublic(own));
    secret.fill(0);
    return openBytes(key, envelope.subarray(32), envelopePlace(first.set)).toString("utf8");
  } catch {
    throw new Refusal("residents.too-few-papers", { papers: shares.length });
  }
}
