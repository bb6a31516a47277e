import { open } from "node:fs/promises";
import { Refusal } from "../refusal.ts";
import { openZip } from "../sheets/zip.ts";
import { FILE_KINDS, type FileKind, OTHER_KINDS } from "./kinds.table.ts";
import { extensionOf } from "./names.ts";

const HEIC_BRANDS = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"];

/**
 * The kind of a file by its bytes, held against its name. Throws `file.kind-not-taken`, `file.not-what-its-name-says`,
 * `file.phone-picture` (HEIC), `file.has-macros`, `file.damaged`.
 */
export async function recogniseFile(path: string, name: string): Promise<FileKind> {
  const file = await open(path, "r");
  const head = Buffer.alloc(4096);
  const { bytesRead } = await file.read(head, 0, head.length, 0).finally(() => file.close());
  const kind = kindByStart(head.subarray(0, bytesRead)) ?? (await kindOfOfficeZip(path, head));
  if (!kind) throw notTaken(head.subarray(0, bytesRead));
  const found = FILE_KINDS.find((one) => one.kind === kind) as FileKind;
  const extension = extensionOf(name);
  const sameFamily = ["m4a", "mp4"].includes(kind) && ["m4a", "mp4", "aac", "m4v", "mov", "3gp"].includes(extension);
  if (extension !== "" && !found.extensions.includes(extension) && !sameFamily) {
    throw new Refusal("file.not-what-its-name-says", { extension: extension.slice(0, 12), kind });
  }
  return found;
}

function kindByStart(head: Buffer): FileKind["kind"] | undefined {
  const begins = (hex: string, offset = 0) => head.subarray(offset, offset + hex.length / 2).toString("hex") === hex;
  const ascii = (from: number, to: number) => head.toString("latin1", from, to);
  if (begins("ffd8ff")) return "jpg";
  if (begins("89504e470d0a1a0a")) return "png";
  if (ascii(0, 4) === "RIFF") return ascii(8, 12) === "WEBP" ? "webp" : ascii(8, 12) === "WAVE" ? "wav" : undefined;
  if (/^GIF8[79]a/.test(ascii(0, 6))) return "gif";
  if (ascii(0, 5) === "%PDF-") return "pdf";
  if (ascii(0, 5) === "#!AMR") return "amr";
  if (ascii(4, 8) === "ftyp") {
    const brand = ascii(8, 12);
    if (HEIC_BRANDS.includes(brand)) throw new Refusal("file.phone-picture");
    if (["M4A ", "M4B "].includes(brand)) return "m4a";
    return /^(?:isom|iso\d|mp4\d|avc1|M4V |qt {2}|3gp\w|3g2\w|MSNV|dash)$/.test(brand) ? "mp4" : undefined;
  }
  if (ascii(0, 3) === "ID3" || isMpegSound(head)) return "mp3";
  return undefined;
}

/** Two MPEG audio frame bytes: eleven set bits, a known version and layer III, a bit rate that exists. */
function isMpegSound(head: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = head;
  return (
    first === 0xff &&
    (second & 0xe0) === 0xe0 &&
    (second & 0x18) !== 0x08 &&
    (second & 0x06) === 0x02 &&
    third >> 4 > 0 &&
    third >> 4 < 15
  );
}

async function kindOfOfficeZip(path: string, head: Buffer): Promise<FileKind["kind"] | undefined> {
  if (head.toString("hex", 0, 4) !== "504b0304") return undefined;
  const zip = await openZip(path).catch(inFileWords);
  try {
    if (!zip.has("[Content_Types].xml")) return undefined;
    if ([...zip.names.keys()].some((name) => /vbaProject\.bin$/i.test(name))) throw new Refusal("file.has-macros");
    return zip.has("word/document.xml") ? "docx" : zip.has("xl/workbook.xml") ? "xlsx" : undefined;
  } finally {
    zip.close();
  }
}

/** Throws what opening a packed document threw, in the words of attachments; a fault as it is. */
export function inFileWords(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === "sheet.inflates-too-much") throw new Refusal("file.inflates-too-much", {}, { status: 413 });
  if (error.code === "sheet.encrypted")
    throw new Refusal("file.kind-not-taken", { really: "加密的压缩包", reallyEnglish: "an encrypted archive" });
  throw new Refusal("file.damaged", {}, { status: 400 });
}

function notTaken(head: Buffer): Refusal {
  const other = OTHER_KINDS.find(([hex, offset]) => head.subarray(offset, offset + hex.length / 2).toString("hex") === hex);
  const [, , really, reallyEnglish] = other ?? ["", 0, "无法识别的文件", "of an unknown kind"];
  return new Refusal("file.kind-not-taken", { really, reallyEnglish });
}
