import { hkdfSync, randomBytes } from "node:crypto";
import { PROFILES, type Profile } from "./ciphers.ts";

/** Keys of the key file, 32 bytes each. `older` keeps identity keys of earlier versions for what they wrapped, in backups too. */
export interface Keys {
  readonly version: number;
  readonly identity: Buffer;
  readonly lookup: Buffer;
  readonly older?: Readonly<Record<number, Buffer>>;
  /** Of the blind index; absent in files of earlier versions, where it is derived from `lookup` (see `indexKeyOf`). */
  readonly index?: Buffer;
  /** `aes` where the file says nothing. */
  readonly profile?: Profile;
}

/** Keys, or where they are read anew: `fresh` asks for the file as it is this moment. */
export type KeySource = Keys | ((fresh?: boolean) => Keys);

/** The split way back: whose papers open it, and the public half that the key file is sealed to. */
export interface RecoverySplit {
  /** X25519, raw, base64. */
  readonly publicKey: string;
  /** Four hex digits printed on each paper. */
  readonly set: string;
  readonly need: number;
  readonly offices: readonly string[];
  readonly at: string;
  /** When papers last opened the key file in a drill. */
  readonly drilledAt?: string;
}

/** The key file as text of JSON; unknown fields are kept. */
export interface KeyFile {
  readonly version: number;
  readonly identity: string;
  readonly lookup: string;
  readonly index?: string;
  readonly session?: string;
  readonly profile?: Profile;
  readonly older?: Readonly<Record<string, string>>;
  /** When the identity key of a version was drawn. */
  readonly drawn?: Readonly<Record<string, string>>;
  readonly recovery?: RecoverySplit;
}

const draw = () => randomBytes(32).toString("base64");
export const keyFileText = (file: KeyFile): string => `${JSON.stringify(file, null, 2)}\n`;

/** Text of a new key file: JSON with version and random keys of 32 bytes in base64. Keep it outside database and backup, mode 0600. */
export const newKeyFile = (now = new Date()): string =>
  keyFileText({
    version: 1,
    identity: draw(),
    lookup: draw(),
    index: draw(),
    session: draw(),
    older: {},
    drawn: { 1: now.toISOString() },
  });

/** The same file with a fresh identity key of the next version; the one before is kept under `older` for what it wrapped. */
export function withNextIdentityKey(text: string, now = new Date()): string {
  readKeyFile(text);
  const file = JSON.parse(text) as KeyFile;
  const version = Math.max(file.version, ...Object.keys(file.older ?? {}).map(Number)) + 1;
  return keyFileText({
    ...file,
    version,
    identity: draw(),
    older: { ...file.older, [file.version]: file.identity },
    drawn: { ...file.drawn, [version]: now.toISOString() },
  });
}

/** Keys of a key file. Throws where it is damaged, naming the field and never showing a key. */
export function readKeyFile(text: string): Keys {
  let file: Partial<Record<keyof KeyFile, unknown>>;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Error("the key file is not JSON");
  }
  const key = (name: string, value: unknown): Buffer => {
    const bytes = Buffer.from(typeof value === "string" ? value : "", "base64");
    if (bytes.length !== 32) throw new Error(`the key file's "${name}" is not a key of 32 bytes`);
    return bytes;
  };
  if (!Number.isInteger(file.version)) throw new Error('the key file has no "version"');
  const profile = file.profile ?? "aes";
  if (!PROFILES.includes(profile as Profile)) throw new Error('the key file\'s "profile" is neither "aes" nor "sm"');
  return {
    version: file.version as number,
    identity: key("identity", file.identity),
    lookup: key("lookup", file.lookup),
    ...(file.index !== undefined && { index: key("index", file.index) }),
    profile: profile as Profile,
    older: Object.fromEntries(
      Object.entries((file.older ?? {}) as Record<string, unknown>).map(([version, value]) => [
        Number(version),
        key(`older.${version}`, value),
      ]),
    ),
  };
}

/** The blind index has a key of its own; files of earlier versions derive one that nothing else uses. */
export const indexKeyOf = (keys: Keys): Buffer =>
  keys.index ?? Buffer.from(hkdfSync("sha256", keys.lookup, "", "linli blind index", 32));

/** The keys as they are now; throws where one of them is no key. */
export function reader(source: KeySource): (fresh?: boolean) => Keys {
  const checked = new WeakSet<Keys>();
  return (fresh) => {
    const keys = typeof source === "function" ? source(fresh) : source;
    if (checked.has(keys)) return keys;
    for (const key of [keys.identity, keys.lookup, ...(keys.index ? [keys.index] : []), ...Object.values(keys.older ?? {})])
      if (key.length !== 32) throw new RangeError("a key has 32 bytes");
    checked.add(keys);
    return keys;
  };
}
