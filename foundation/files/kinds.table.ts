/** The kinds of attachment that are taken, each with its names, its media type and how its bytes begin. */
export interface FileKind {
  readonly kind: "jpg" | "png" | "webp" | "gif" | "pdf" | "docx" | "xlsx" | "mp3" | "m4a" | "wav" | "amr" | "mp4";
  readonly extensions: readonly string[];
  readonly mediaType: string;
  readonly picture?: true;
}

export const FILE_KINDS: readonly FileKind[] = [
  { kind: "jpg", extensions: ["jpg", "jpeg", "jpe"], mediaType: "image/jpeg", picture: true },
  { kind: "png", extensions: ["png"], mediaType: "image/png", picture: true },
  { kind: "webp", extensions: ["webp"], mediaType: "image/webp", picture: true },
  { kind: "gif", extensions: ["gif"], mediaType: "image/gif", picture: true },
  { kind: "pdf", extensions: ["pdf"], mediaType: "application/pdf" },
  { kind: "docx", extensions: ["docx"], mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  { kind: "xlsx", extensions: ["xlsx"], mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  { kind: "mp3", extensions: ["mp3"], mediaType: "audio/mpeg" },
  { kind: "m4a", extensions: ["m4a", "aac"], mediaType: "audio/mp4" },
  { kind: "wav", extensions: ["wav"], mediaType: "audio/wav" },
  { kind: "amr", extensions: ["amr"], mediaType: "audio/amr" },
  { kind: "mp4", extensions: ["mp4", "m4v", "mov", "3gp"], mediaType: "video/mp4" },
];

/** What a file may be that is not taken: how it begins, and the words for it in both languages. */
export const OTHER_KINDS: readonly [begins: string, offset: number, really: string, english: string][] = [
  ["d0cf11e0a1b11ae1", 0, "旧版 Office 文件（.doc、.xls、.wps 等）", "an old Office file (.doc, .xls, .wps)"],
  ["52617221", 0, "RAR 压缩包", "a RAR archive"],
  ["377abcaf271c", 0, "7z 压缩包", "a 7z archive"],
  ["504b", 0, "压缩包", "a zip archive"],
  ["1f8b", 0, "gzip 压缩包", "a gzip archive"],
  ["4d5a", 0, "程序", "a program"],
  ["7f454c46", 0, "程序", "a program"],
  ["2321", 0, "脚本", "a script"],
  ["424d", 0, "BMP 图片", "a BMP picture"],
  ["49492a00", 0, "TIFF 图片", "a TIFF picture"],
  ["4d4d002a", 0, "TIFF 图片", "a TIFF picture"],
  ["3c", 0, "网页或 XML", "a web page or XML"],
];
