import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { isId } from "../ids.ts";
import { Refusal } from "../refusal.ts";
import { blankPdfProperties, rewriteOfficeDocument } from "./documents.ts";
import type { FileKind } from "./kinds.table.ts";
import { displayName } from "./names.ts";
import { isDiskFull, rewritePicture } from "./pictures.ts";
import { inFileWords, recogniseFile } from "./recognise.ts";
import { withoutPlace } from "./videos.ts";

/** 20 MB, the largest attachment. */
export const FILE_LIMIT = 20 * 1024 * 1024;

export interface StoredFile {
  /** Random; says nothing about when or by whom. */
  readonly id: string;
  /** Cleaned for showing; may be personal, so keep it where content is kept. */
  readonly name: string;
  readonly kind: FileKind["kind"];
  readonly mediaType: string;
  /** Bytes as stored. */
  readonly size: number;
  /** Of the bytes as stored, in hex: taken after EXIF, authors and other properties are gone. */
  readonly sha256: string;
}

export interface StoreOptions {
  /** The name that the person's device gave. */
  readonly name: string;
  /** Root of the attachments, e.g. data/files. */
  readonly folder: string;
  /** Bytes; FILE_LIMIT where not given. */
  readonly limit?: number;
}

const pathOf = (folder: string, id: string): string => join(folder, id.slice(0, 2), id.slice(2, 4), id);

/**
 * Keeps one attachment. Returns only when its bytes and its place in the folder are on the disk; whatever goes wrong, nothing of it
 * remains. Throws Refusals of words.ts: too large (413, while still streaming), not a kind that is taken, not what its name says,
 * damaged, disk full (507). An error of `stream` itself, such as a broken connection, is thrown on as it is.
 */
export async function storeFile(stream: AsyncIterable<Uint8Array>, options: StoreOptions): Promise<StoredFile> {
  const id = randomUUID();
  const incoming = join(options.folder, "incoming");
  const raw = join(incoming, id);
  const rewritten = join(incoming, `${id}.new`);
  const place = pathOf(options.folder, id);
  try {
    await mkdir(incoming, { recursive: true });
    await receive(stream, raw, options.limit ?? FILE_LIMIT);
    const found = await recogniseFile(raw, options.name);
    if (found.picture) await rewritePicture(raw, rewritten, found.kind);
    else if (found.kind === "mp4" || found.kind === "m4a") await withoutPlace(raw);
    else if (found.kind === "pdf") await blankPdfProperties(raw);
    const office = found.kind === "docx" || found.kind === "xlsx";
    const anew = found.picture || (office && (await rewriteOfficeDocument(raw, rewritten).catch(inFileWords)));
    const ready = anew ? rewritten : raw;
    const { sha256, size } = await hashOf(ready);
    await syncFile(ready);
    await makeFolders(options.folder, dirname(place));
    await writeSynced(`${place}.sha256`, `${sha256}  ${id}\n`);
    await rename(ready, place);
    await syncFolder(dirname(place));
    return { id, name: displayName(options.name), kind: found.kind, mediaType: found.mediaType, size, sha256 };
  } catch (error) {
    await Promise.all([place, `${place}.sha256`].map((path) => rm(path, { force: true })));
    throw isDiskFull(error) ? new Refusal("file.disk-full", {}, { status: 507 }) : error;
  } finally {
    await Promise.all([raw, rewritten].map((path) => rm(path, { force: true })));
  }
}

async function receive(stream: AsyncIterable<Uint8Array>, path: string, limit: number): Promise<void> {
  const file = await open(path, "wx", 0o600);
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > limit) throw new Refusal("file.too-large", { limit }, { status: 413 });
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  if (size === 0) throw new Refusal("file.empty", {}, { status: 400 });
}

async function hashOf(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest("hex"), size };
}

async function synced(file: FileHandle): Promise<void> {
  await file.sync().finally(() => file.close());
}
const syncFile = async (path: string): Promise<void> => synced(await open(path, "r+"));
const syncFolder = async (path: string): Promise<void> => synced(await open(path, "r"));

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function makeFolders(root: string, leaf: string): Promise<void> {
  if ((await mkdir(leaf, { recursive: true })) === undefined) return;
  await syncFolder(dirname(leaf));
  await syncFolder(root);
}

/** Opens an attachment for reading. Throws `file.not-found` (404). The caller has checked that the reader may see it. */
export async function openFile(folder: string, id: string): Promise<{ stream: Readable; size: number }> {
  const path = isId(id) ? pathOf(folder, id.toLowerCase()) : "";
  const found = path === "" ? undefined : await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new Refusal("file.not-found", {}, { status: 404 });
  return { stream: createReadStream(path), size: found.size };
}

/** Reads an attachment again and says whether it is still what was stored: for `verify` and after a restore. */
export async function checkFile(folder: string, id: string): Promise<"sound" | "changed" | "missing"> {
  if (!isId(id)) return "missing";
  const path = pathOf(folder, id.toLowerCase());
  try {
    const kept = (await readFile(`${path}.sha256`, "utf8")).slice(0, 64);
    return (await hashOf(path)).sha256 === kept ? "sound" : "changed";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "missing";
    throw error;
  }
}

/** Removes an attachment and its hash; nothing happens where it is gone already. */
export async function removeFile(folder: string, id: string): Promise<void> {
  if (!isId(id)) return;
  const path = pathOf(folder, id.toLowerCase());
  await Promise.all([path, `${path}.sha256`].map((one) => rm(one, { force: true })));
  await syncFolder(dirname(path)).catch(() => {});
}

/** Removes what a killed process left half-received; call it before uploads are taken. Returns how many. */
export async function removeAbandoned(folder: string): Promise<number> {
  const names = await readdir(join(folder, "incoming")).catch(() => []);
  for (const name of names) await rm(join(folder, "incoming", name), { force: true });
  return names.length;
}
