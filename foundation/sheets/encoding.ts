import { isAscii, isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { Refusal } from "../refusal.ts";
import { garbledSample } from "./garbled.ts";
import type { TextEncoding } from "./shapes.ts";

export interface EncodingFinding {
  readonly encoding: TextEncoding;
  /** Bytes of the byte order mark, to be skipped. */
  readonly bom: number;
  readonly lineFeeds: number;
  readonly bytes: number;
  /** A few characters cannot be decoded; their rows carry a problem. */
  readonly someLost: boolean;
}

const SAMPLE_BYTES = 4 * 1024 * 1024;
const TOLERATED = 0.02;

/** Bytes at the end of a chunk that begin a UTF-8 character whose rest is in the next one. */
function openBytes(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/**
 * Finds the encoding by reading the whole file once: a byte order mark, else strict UTF-8, else GB18030 where the bytes
 * decode into common characters. Throws `sheet.encoding-unknown` or `sheet.text-already-garbled`.
 */
export async function findEncoding(path: string): Promise<EncodingFinding> {
  let bytes = 0;
  let lineFeeds = 0;
  let valid = true;
  let rest: Buffer = Buffer.alloc(0);
  let wide: { encoding: TextEncoding; bom: number } | undefined;
  let bom = 0;
  const sample: Buffer[] = [];
  let sampled = 0;
  for await (const read of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    if (bytes === 0) {
      if (read[0] === 0xff && read[1] === 0xfe) wide = { encoding: "utf-16le", bom: 2 };
      else if (read[0] === 0xfe && read[1] === 0xff) wide = { encoding: "utf-16be", bom: 2 };
      else if (read[0] === 0xef && read[1] === 0xbb && read[2] === 0xbf) bom = 3;
    }
    bytes += read.length;
    for (let at = read.indexOf(10); at !== -1; at = read.indexOf(10, at + 1)) lineFeeds++;
    if (wide) continue;
    const chunk = rest.length > 0 ? Buffer.concat([rest, read]) : read;
    const open = openBytes(chunk);
    const whole = chunk.subarray(0, chunk.length - open);
    rest = Buffer.from(chunk.subarray(chunk.length - open));
    const plain = isAscii(whole);
    if (valid && !plain && !isUtf8(whole)) valid = false;
    if (!plain && sampled < SAMPLE_BYTES) {
      sample.push(Buffer.from(read));
      sampled += read.length;
    }
  }
  if (wide) return { ...wide, lineFeeds, bytes, someLost: false };
  const text = Buffer.concat(sample);
  if (!valid || rest.length > 0) {
    const lost = shareLost(text, "utf-8");
    if (lost > TOLERATED && looksLikeChineseInGb18030(text)) {
      return { encoding: "gb18030", bom: 0, lineFeeds, bytes, someLost: shareLost(text, "gb18030") > 0 };
    }
    if (lost > TOLERATED) throw new Refusal("sheet.encoding-unknown", {}, { status: 400 });
  }
  const garbled = garbledSample(new TextDecoder("utf-8").decode(text.subarray(0, 512 * 1024)));
  if (garbled) throw new Refusal("sheet.text-already-garbled", { sample: garbled }, { status: 400 });
  return { encoding: "utf-8", bom, lineFeeds, bytes, someLost: !valid || rest.length > 0 };
}

/** Which share of the characters beyond ASCII cannot be decoded. */
function shareLost(sample: Buffer, encoding: string): number {
  let lost = 0;
  let beyond = 0;
  for (const character of new TextDecoder(encoding).decode(sample)) {
    if (character > "\u007f") beyond++;
    if (character === "\ufffd") lost++;
  }
  return beyond === 0 ? 0 : lost / beyond;
}

/** Written Chinese is mostly the 3,755 common characters (lead byte B0–D7) and punctuation (A1–A9); chance bytes are not. */
function looksLikeChineseInGb18030(sample: Buffer): boolean {
  if (shareLost(sample, "gb18030") > TOLERATED) return false;
  let common = 0;
  let all = 0;
  for (let at = 0; at < sample.length - 1; at++) {
    const lead = sample[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = sample[at + 1] ?? 0;
    all++;
    if (trail >= 0x30 && trail <= 0x39) at += 3;
    else {
      if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa9))) common++;
      at += 1;
    }
  }
  return all > 0 && common / all >= 0.7;
}
