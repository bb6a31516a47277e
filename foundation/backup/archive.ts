import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type Entry, openPromise } from "yauzl";
import { Refusal } from "../refusal.ts";
import { MANIFEST, type Manifest } from "./manifest.ts";

export interface Archive {
  readonly manifest: Manifest;
  /** The content of one entry. Refuses `backup.broken` where it is not there. */
  open(entry: string): Promise<Readable>;
  close(): void;
}

const MAX_MANIFEST = 64_000_000;

/** Opens an archive and reads its manifest. Refuses `backup.notOurs`, or `backup.broken` where it was cut short. */
export async function openArchive(file: string): Promise<Archive> {
  const broken = (detail: unknown) =>
    new Refusal("backup.broken", { file, detail: detail instanceof Error ? detail.message : String(detail) });
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new Refusal("backup.noFile", { file }) : broken(error);
  });
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const open = async (name: string): Promise<Readable> => {
      const entry = entries.get(name);
      if (!entry) throw broken(name);
      return zip.openReadStreamPromise(entry);
    };
    const last = entries.get(MANIFEST);
    if (!last || last.uncompressedSize > MAX_MANIFEST) throw new Refusal("backup.notOurs", { file });
    const manifest = JSON.parse((await buffer(await open(MANIFEST))).toString("utf8")) as Manifest;
    if (manifest.format !== "linli-backup" || manifest.version !== 1) throw new Refusal("backup.notOurs", { file });
    return { manifest, open, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error instanceof Refusal ? error : broken(error);
  }
}
