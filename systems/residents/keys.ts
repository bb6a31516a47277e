import { randomBytes } from "node:crypto";
import type { Keys } from "./seal.ts";

/** Text of a new key file: JSON with version and two random keys of 32 bytes in base64. Keep it outside database and backup, mode 0600. */
export function newKeyFile(): string {
  const key = () => randomBytes(32).toString("base64");
  return `${JSON.stringify({ version: 1, identity: key(), lookup: key(), older: {} }, null, 2)}\n`;
}

/** The same file with a fresh identity key of the next version; the one before is kept under `older` for what it wrapped. */
export function withNextIdentityKey(text: string): string {
  const file = JSON.parse(text);
  readKeyFile(text);
  const older = { ...file.older, [file.version]: file.identity };
  return `${JSON.stringify({ ...file, version: file.version + 1, identity: randomBytes(32).toString("base64"), older }, null, 2)}\n`;
}

/** Keys of a key file. Throws where it is damaged, naming the field and never showing a key. */
export function readKeyFile(text: string): Keys {
  let file: { version?: unknown; identity?: unknown; lookup?: unknown; older?: Record<string, unknown> };
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
  return {
    version: file.version as number,
    identity: key("identity", file.identity),
    lookup: key("lookup", file.lookup),
    older: Object.fromEntries(
      Object.entries(file.older ?? {}).map(([version, value]) => [Number(version), key(`older.${version}`, value)]),
    ),
  };
}
