import { stat } from "node:fs/promises";
import { crc32 } from "node:zlib";
import * as yauzl from "yauzl";
import { Refusal } from "../refusal.ts";
import { SHEET_LIMITS, type SheetLimits } from "./limits.ts";

export interface GuardedZip {
  readonly names: ReadonlyMap<string, yauzl.Entry>;
  has(name: string): boolean;
  /** Size after inflating as the directory says; the stream holds the file to it. */
  size(name: string): number;
  /** Inflates one entry a chunk at a time; throws where it is longer than declared or its checksum differs. */
  read(name: string): AsyncGenerator<Buffer>;
  close(): void;
}

type ZipLimits = Pick<SheetLimits, "zipEntries" | "inflatedBytes" | "inflationRatio" | "ratioFromBytes">;

const tooMuch = (facts: Record<string, unknown>) => new Refusal("sheet.inflates-too-much", facts, { status: 413 });
const damaged = () => new Refusal("sheet.damaged", {}, { status: 400 });

/**
 * Opens a zip after its central directory has been held against the limits: number of entries, inflated sum, inflation ratio,
 * entries that overlap or share a name. Nothing is inflated before that. Throws `sheet.inflates-too-much`, `sheet.damaged`, `sheet.encrypted`.
 */
export async function openZip(path: string, limits: ZipLimits = SHEET_LIMITS): Promise<GuardedZip> {
  let zip: yauzl.ZipFile | undefined;
  try {
    zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true });
    return await guard(zip, (await stat(path)).size, limits);
  } catch (error) {
    zip?.close();
    throw error instanceof Refusal ? error : damaged();
  }
}

async function guard(zip: yauzl.ZipFile, fileSize: number, limits: ZipLimits): Promise<GuardedZip> {
  if (zip.entryCount > limits.zipEntries) throw tooMuch({ entries: zip.entryCount });
  const names = new Map<string, yauzl.Entry>();
  let inflated = 0;
  let packed = 0;
  for await (const entry of zip.eachEntry()) {
    inflated += entry.uncompressedSize;
    packed += entry.compressedSize;
    const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
    if (inflated > limits.inflatedBytes) throw tooMuch({ inflatedBytes: inflated });
    if (entry.uncompressedSize > limits.ratioFromBytes && ratio > limits.inflationRatio)
      throw tooMuch({ inflatedBytes: entry.uncompressedSize });
    if (packed > fileSize) throw tooMuch({ inflatedBytes: inflated });
    if (entry.isEncrypted()) throw new Refusal("sheet.encrypted");
    if (names.has(entry.fileName)) throw damaged();
    names.set(entry.fileName, entry);
  }
  return {
    names,
    has: (name) => names.has(name),
    size: (name) => names.get(name)?.uncompressedSize ?? 0,
    read: (name) => readEntry(zip, names.get(name)),
    close: () => zip.close(),
  };
}

async function* readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw damaged();
  let checksum = 0;
  let length = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      length += chunk.length;
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (/too many bytes/.test((error as Error).message))
      throw tooMuch({ inflatedBytes: Math.max(length, entry.uncompressedSize) });
    throw damaged();
  }
  if (checksum !== entry.crc32) throw damaged();
}
