import { type FileHandle, open } from "node:fs/promises";
import { Refusal } from "../refusal.ts";

/** Boxes that hold others and may hold notes about the recording. ISO/IEC 14496-12. */
const CONTAINERS = new Set(["moov", "trak", "mdia", "minf", "moof", "traf"]);
/** Notes about the recording: place, device, owner. */
const NOTES = new Set(["udta", "meta", "uuid"]);
const MOST_BOXES = 20_000;

/**
 * Blanks the notes of an MP4 or M4A in place (where and on what device it was recorded): their boxes become "free" and are filled
 * with zeros, so that no offset changes. Throws `file.damaged` where the boxes do not add up.
 */
export async function withoutPlace(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    const left = { boxes: MOST_BOXES };
    await blank(file, 0, (await file.stat()).size, left);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function blank(file: FileHandle, from: number, to: number, left: { boxes: number }): Promise<void> {
  const header = Buffer.alloc(16);
  for (let at = from; at + 8 <= to; ) {
    await file.read(header, 0, 16, at);
    const wide = header.readUInt32BE(0) === 1;
    const head = wide ? 16 : 8;
    const size = wide ? Number(header.readBigUInt64BE(8)) : header.readUInt32BE(0) || to - at;
    const type = header.toString("latin1", 4, 8);
    if (size < head || at + size > to || left.boxes-- <= 0) throw new Refusal("file.damaged", {}, { status: 400 });
    if (NOTES.has(type)) {
      await file.write(Buffer.from("free"), 0, 4, at + 4);
      await file.write(Buffer.alloc(size - head), 0, size - head, at + head);
    } else if (CONTAINERS.has(type)) await blank(file, at + head, at + size, left);
    at += size;
  }
}
