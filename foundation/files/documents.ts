import { createWriteStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import sharp from "sharp";
import { ZipFile } from "yazl";
import { SHEET_LIMITS } from "../sheets/limits.ts";
import { openZip } from "../sheets/zip.ts";

/** Who wrote it, for which company, on which machine: parts of an Office document that its text does not need. */
const PROPERTIES: Readonly<Record<string, string>> = {
  "docProps/core.xml":
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"></cp:coreProperties>',
  "docProps/app.xml":
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>',
  "docProps/custom.xml":
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"></Properties>',
};
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PICTURE = /^(?:word|xl)\/media\/.*\.jpe?g$/i;
/** A part is held in memory while it is written anew. */
const LIMITS = { ...SHEET_LIMITS, inflatedBytes: 256 * 1024 * 1024 };
const MOST_PIXELS = 64_000_000;
/** Names of writers, their initials and the folder where it lay, beside what they wrote. */
const WRITERS = /(\s(?:w|w15|x15ac):(?:author|initials|userId|url)|\suserName|\slastEdited(?:By)?)="[^"]*"/g;
const MAY_NAME_WRITERS =
  /^(?:word\/(?:document|comments|footnotes|endnotes|people|header\d*|footer\d*)|xl\/(?:workbook|revisions\/\w+))\.xml$/;

/**
 * Writes a DOCX or XLSX anew without its properties (author, company, machine), without the EXIF of its photographs and without the names
 * of whoever commented or changed it. One that carries a digital signature is left as it came: false, nothing written.
 * Throws what `openZip` throws.
 */
export async function rewriteOfficeDocument(from: string, to: string): Promise<boolean> {
  const zip = await openZip(from, LIMITS);
  try {
    const names = [...zip.names.keys()];
    if (names.some((name) => name.startsWith("_xmlsignatures/"))) return false;
    const out = new ZipFile();
    const written = pipeline(out.outputStream, createWriteStream(to, { flags: "wx", mode: 0o600 }));
    const mtime = new Date(Date.UTC(1980, 0, 2));
    for (const name of names.filter((one) => !one.endsWith("/"))) {
      const bare = PROPERTIES[name];
      const bytes = bare === undefined ? await buffer(Readable.from(zip.read(name))) : Buffer.from(HEADER + bare);
      out.addBuffer(await withoutTraces(name, bytes), name, { mtime });
    }
    out.end();
    await written;
    return true;
  } finally {
    zip.close();
  }
}

async function withoutTraces(name: string, bytes: Buffer): Promise<Buffer> {
  if (MAY_NAME_WRITERS.test(name)) return Buffer.from(bytes.toString("utf8").replace(WRITERS, '$1=""'));
  if (!PICTURE.test(name)) return bytes;
  return sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .jpeg({ quality: 90 })
    .toBuffer()
    .catch(() => bytes);
}

/** Entries of a PDF's information dictionary that say who and with what; a string in brackets or in hex. */
const ENTRY =
  /\/(?:Author|Creator|Producer|Company|Manager|Title|Subject|Keywords|SourceModified)\s*(\((?:[^()\\]|\\[\s\S])*\)|<[0-9a-fA-F\s]*>)/g;
const PACKET = /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/g;

/**
 * Blanks, without moving a byte, what a PDF says of its author, company and programs where it says it openly: its information dictionary and its
 * XMP packets. A signed PDF is left as it came, or its signature would no longer hold; what lies in compressed objects stays.
 */
export async function blankPdfProperties(path: string): Promise<void> {
  const file: FileHandle = await open(path, "r+");
  try {
    const text = (await file.readFile()).toString("latin1");
    if (/\/ByteRange\s*\[/.test(text)) return;
    for (const match of text.matchAll(ENTRY)) {
      const value = match[1]!;
      const at = match.index + match[0].length - value.length + 1;
      await file.write(Buffer.alloc(value.length - 2, value.startsWith("<") ? "0" : " "), 0, value.length - 2, at);
    }
    for (const match of text.matchAll(PACKET))
      await file.write(Buffer.alloc(match[0].length, " "), 0, match[0].length, match.index);
    await file.sync();
  } finally {
    await file.close();
  }
}
