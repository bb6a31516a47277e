import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { syncPath, writePrivately } from "../../../../foundation/private-file.ts";

/** The sheet as it was brought. */
export const fileOf = (folder: string, id: string): string => join(folder, id, "sheet");
const samplesOf = (folder: string, id: string): string => join(folder, id, "samples.json");

/** Keeps what was brought, readable by this program's user alone, on disk before it is spoken of. */
export async function keepSheet(folder: string, id: string, source: Readable): Promise<void> {
  await mkdir(join(folder, id), { recursive: true, mode: 0o700 });
  const draft = join(folder, id, `${randomUUID()}.part`);
  try {
    await pipeline(source, createWriteStream(draft, { mode: 0o600 }));
    syncPath(draft);
    await rename(draft, fileOf(folder, id));
  } catch (error) {
    await rm(join(folder, id), { recursive: true, force: true });
    throw error;
  }
}

/** Samples may name persons: they are kept beside the sheet, not in the database, and go with it. */
export function keepSamples(folder: string, id: string, samples: Readonly<Record<number, readonly string[]>>): void {
  writePrivately(samplesOf(folder, id), JSON.stringify(samples));
}

export async function readSamples(folder: string, id: string): Promise<Readonly<Record<number, readonly string[]>>> {
  try {
    return JSON.parse(await readFile(samplesOf(folder, id), "utf8")) as Record<number, string[]>;
  } catch {
    return {};
  }
}

/** Sheet and samples are gone: the import has ended. */
export const dropSheet = (folder: string, id: string): Promise<void> => rm(join(folder, id), { recursive: true, force: true });
