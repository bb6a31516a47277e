import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { writePrivately } from "../foundation/private-file.ts";
import { Refusal } from "../foundation/refusal.ts";
import { root } from "../foundation/root.ts";
import type { Keys } from "../systems/residents/index.ts";

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
  const draw = () => randomBytes(32).toString("base64");
  writePrivately(file, `${JSON.stringify({ version: 1, identity: draw(), lookup: draw(), session: draw() }, null, 2)}\n`);
  return readKeys(file);
}

/** Reads the key file. Refuses `keys.missing`, `keys.open` (others may read it) or `keys.broken`. */
export function readKeys(file: string): KeyRing {
  if (!existsSync(file)) throw new Refusal("keys.missing", { file });
  if (statSync(file).mode & 0o077) throw new Refusal("keys.open", { file });
  try {
    const text = JSON.parse(readFileSync(file, "utf8")) as Record<string, string> & {
      version: number;
      older?: Record<string, string>;
    };
    const key = (name: string, value: string | undefined) => {
      const bytes = Buffer.from(value ?? "", "base64");
      if (bytes.length !== 32) throw new Error(name);
      return bytes;
    };
    const older = Object.entries(text.older ?? {}).map(([version, value]) => [version, key(`older ${version}`, value)] as const);
    return {
      version: text.version,
      identity: key("identity", text.identity),
      lookup: key("lookup", text.lookup),
      session: key("session", text.session),
      ...(older.length ? { older: Object.fromEntries(older) } : {}),
    };
  } catch (error) {
    throw new Refusal("keys.broken", { file, detail: (error as Error).message });
  }
}

/** Tells one key file from another without telling anything of the keys. */
export const fingerprintOf = (keys: KeyRing): string =>
  createHash("sha256").update("linli key file\n").update(keys.identity).update(keys.lookup).digest("hex").slice(0, 16);
