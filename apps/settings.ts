import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { writePrivately } from "../foundation/private-file.ts";
import { Refusal } from "../foundation/refusal.ts";
import { root } from "../foundation/root.ts";
import { makeSecretBox, type SecretBox } from "../foundation/secret-box.ts";
import { type KeyFile, type Keys, newKeyFile, readKeyFile } from "../systems/residents/index.ts";

/** Where everything of one installation lies. Only the key file must never travel with a backup. */
export interface DataFolder {
  readonly home: string;
  /** 0600 inside 0700; `LINLI_KEYS` moves it, e.g. to another disk. */
  readonly keyFile: string;
  /** Attachments. */
  readonly files: string;
  readonly backups: string;
  readonly accounts: string;
  readonly lock: string;
}

/** The key file's content: the residents' keys, and the one that signs sessions. 32 bytes each. */
export interface KeyRing extends Keys {
  readonly session: Buffer;
}

/** Keeps what sign-in stands on, under a key derived from the one that signs sessions. */
export const signInBox = ({ session }: Pick<KeyRing, "session">): SecretBox => makeSecretBox(session, "teams/sign-in");

/** The data folder: the one asked for, else `LINLI_DATA`, else `data` beside the program. Makes it (0700). */
export function dataFolder(asked?: string): DataFolder {
  const home = resolve(asked || process.env.LINLI_DATA || join(root, "data"));
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Refusal("start.dataFolder", { folder: home, detail: (error as Error).message });
  }
  return {
    home,
    keyFile: resolve(process.env.LINLI_KEYS || join(home, "keys", "linli-keys.json")),
    files: join(home, "files"),
    backups: join(home, "backups"),
    accounts: join(home, "demonstration-accounts.txt"),
    lock: join(home, "linli.lock"),
  };
}

/** Draws the keys of a new installation. Refuses to overwrite. */
export function makeKeys(file: string): KeyRing {
  if (existsSync(file)) throw new Refusal("keys.exist", { file });
  writePrivately(file, newKeyFile());
  return readKeys(file);
}

/** The text of the key file. Refuses `keys.missing` or `keys.open` (others may read it). */
export function readKeyText(file: string): string {
  if (!existsSync(file)) throw new Refusal("keys.missing", { file });
  if (statSync(file).mode & 0o077) throw new Refusal("keys.open", { file });
  return readFileSync(file, "utf8");
}

/** Reads the key file. Refuses `keys.missing`, `keys.open` (others may read it) or `keys.broken`. */
export function readKeys(file: string): KeyRing {
  const text = readKeyText(file);
  try {
    const keys = readKeyFile(text);
    const session = Buffer.from((JSON.parse(text) as KeyFile).session ?? "", "base64");
    if (session.length !== 32) throw new Error("session");
    return { ...keys, session };
  } catch (error) {
    throw new Refusal("keys.broken", { file, detail: (error as Error).message });
  }
}

/**
 * The key file followed by a running process: looked at once a second at most, or at once where `fresh` is asked for, so that a rotation
 * begun by another process is known. Gone or damaged meanwhile, the last good keys stay in use.
 */
export function followKeys(file: string): (fresh?: boolean) => KeyRing {
  let keys = readKeys(file);
  let seen = statSync(file).mtimeMs;
  let looked = Date.now();
  return (fresh) => {
    if (!fresh && Date.now() - looked < 1_000) return keys;
    looked = Date.now();
    try {
      const written = statSync(file).mtimeMs;
      if (written !== seen) keys = readKeys(file);
      seen = written;
    } catch {
      // the keys in hand are good; `linli doctor` says what is wrong with the file
    }
    return keys;
  };
}

/** Tells one key file from another without telling anything of the keys; the same through every rotation. */
export const fingerprintOf = (keys: Keys): string =>
  createHash("sha256").update("linli key file 2\n").update(keys.lookup).digest("hex").slice(0, 16);

/** What a key file may be known by: earlier versions of the program counted in the identity key of that day. */
export const fingerprintsOf = (keys: Keys): readonly string[] => [
  fingerprintOf(keys),
  ...[keys.identity, ...Object.values(keys.older ?? {})].map((identity) =>
    createHash("sha256").update("linli key file\n").update(identity).update(keys.lookup).digest("hex").slice(0, 16),
  ),
];
