import { open } from "node:fs/promises";
import { Refusal } from "../refusal.ts";

const SIGNATURES: readonly [hex: string, offset: number, really: string, english: string][] = [
  ["25504446", 0, "PDF 文件", "a PDF"],
  ["ffd8ff", 0, "JPG 图片", "a JPG picture"],
  ["89504e47", 0, "PNG 图片", "a PNG picture"],
  ["47494638", 0, "GIF 图片", "a GIF picture"],
  ["66747970", 4, "音视频或手机照片", "a video, sound or phone picture"],
  ["52617221", 0, "RAR 压缩包", "a RAR archive"],
  ["377abcaf271c", 0, "7z 压缩包", "a 7z archive"],
  ["1f8b", 0, "gzip 压缩包", "a gzip archive"],
  ["4d5a", 0, "程序文件", "a program"],
  ["7f454c46", 0, "程序文件", "a program"],
  ["53514c69746520", 0, "SQLite 数据库", "an SQLite database"],
];

const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");

/**
 * What this file is by its first and last bytes, whatever its name says: a zip (perhaps an XLSX) or text.
 * Throws a Refusal for everything that is certainly neither: old Excel, password-protected, web page, picture, program …
 */
export async function recogniseSheet(path: string): Promise<"zip" | "text"> {
  const file = await open(path, "r");
  try {
    const size = (await file.stat()).size;
    if (size === 0) throw new Refusal("sheet.empty");
    const head = Buffer.alloc(Math.min(size, 65_536));
    await file.read(head, 0, head.length, 0);
    if (head.subarray(0, 4).equals(Buffer.from("504b0304", "hex")) || head.subarray(0, 4).equals(Buffer.from("504b0506", "hex")))
      return "zip";
    if (head.subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex"))) {
      // An encrypted .xlsx is an OLE container whose directory names this stream; the directory may lie anywhere.
      const tail = Buffer.alloc(Math.min(size, 65_536));
      await file.read(tail, 0, tail.length, size - tail.length);
      const encrypted = [head, tail].some((part) => part.includes(utf16("EncryptedPackage")));
      throw new Refusal(encrypted ? "sheet.encrypted" : "sheet.old-excel");
    }
    refuseKnownOthers(head);
    return "text";
  } finally {
    await file.close();
  }
}

function refuseKnownOthers(head: Buffer): void {
  for (const [hex, offset, really, reallyEnglish] of SIGNATURES) {
    const signature = Buffer.from(hex, "hex");
    if (head.subarray(offset, offset + signature.length).equals(signature)) {
      throw new Refusal("sheet.not-a-spreadsheet", { really, reallyEnglish }, { status: 400 });
    }
  }
  const start = head
    .subarray(0, 4096)
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<head|<table|<meta|<!--)/.test(start)) {
    throw new Refusal("sheet.saved-as-other-format", { really: "网页", reallyEnglish: "a web page" }, { status: 400 });
  }
  if (start.startsWith("<?xml") && start.includes("excel.sheet")) {
    throw new Refusal(
      "sheet.saved-as-other-format",
      { really: "“XML 表格 2003”", reallyEnglish: "an “XML Spreadsheet 2003”" },
      { status: 400 },
    );
  }
  if (start.startsWith("<?xml"))
    throw new Refusal("sheet.not-a-spreadsheet", { really: "XML 文件", reallyEnglish: "an XML file" }, { status: 400 });
  if (/^(\{\s*["}]|\[\s*[[{"\]])/.test(start))
    throw new Refusal("sheet.not-a-spreadsheet", { really: "JSON 文件", reallyEnglish: "a JSON file" }, { status: 400 });
  const wide = head.subarray(0, 2).equals(Buffer.from("fffe", "hex")) || head.subarray(0, 2).equals(Buffer.from("feff", "hex"));
  if (!wide && head.includes(0))
    throw new Refusal("sheet.not-a-spreadsheet", { really: "二进制文件", reallyEnglish: "a binary file" }, { status: 400 });
}
