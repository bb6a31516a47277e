import { posix } from "node:path";
import { Refusal } from "../refusal.ts";
import type { SheetLimits } from "./limits.ts";
import { isDateFormat } from "./serials.ts";
import { TextStore } from "./text-store.ts";
import { readSmallXml, readXml } from "./xml.ts";
import { type GuardedZip, openZip } from "./zip.ts";

export interface Workbook {
  readonly zip: GuardedZip;
  readonly sheets: readonly { name: string; part: string; hidden: boolean }[];
  readonly from1904: boolean;
  /** Cell style number → is it shown as a date. */
  readonly dateStyles: readonly boolean[];
  readonly texts: TextStore;
}

const damaged = () => new Refusal("sheet.damaged", {}, { status: 400 });
const attribute = (attributes: Record<string, string>, name: string): string =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1] ?? "";

/** Opens an XLSX and reads all but its rows. The caller closes `zip`. Throws a Refusal where it is no XLSX or damaged. */
export async function openWorkbook(path: string, limits: SheetLimits): Promise<Workbook> {
  const zip = await openZip(path, limits);
  try {
    const main = await mainPart(zip);
    const { sheets, from1904 } = await readWorkbookPart(zip, main, limits);
    const links = await relations(zip, main);
    const at = (kind: string) => [...links.values()].find((link) => link.type.endsWith(`/${kind}`))?.part;
    const texts = await sharedTexts(zip, at("sharedStrings"), limits);
    const dateStyles = await readStyles(zip, at("styles"));
    const found = sheets.flatMap((sheet) => {
      const link = links.get(sheet.relation);
      return link?.type.endsWith("/worksheet") && zip.has(link.part)
        ? [{ name: sheet.name, part: link.part, hidden: sheet.hidden }]
        : [];
    });
    if (found.length === 0) throw damaged();
    return { zip, sheets: found, from1904, dateStyles, texts };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function mainPart(zip: GuardedZip): Promise<string> {
  for (const name of ["xl/workbook.bin", "word/document.xml", "ppt/presentation.xml", "mimetype", "Index/Document.iwa"]) {
    if (!zip.has(name)) continue;
    if (name === "xl/workbook.bin") throw saved("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)");
    if (name === "mimetype") throw saved("OpenDocument 文件（.ods 等）", "an OpenDocument file (.ods or the like)");
    if (name === "Index/Document.iwa") throw saved("Numbers 表格", "a Numbers table");
    throw notATable(name.startsWith("word") ? ["Word 文档", "a Word document"] : ["演示文稿", "a presentation"]);
  }
  if (!zip.has("[Content_Types].xml") && !zip.has("xl/workbook.xml")) throw notATable(["压缩包", "a zip archive"]);
  const roots = await relations(zip, "");
  const main = [...roots.values()].find((link) => link.type.endsWith("/officeDocument"))?.part ?? "xl/workbook.xml";
  if (!zip.has(main)) throw damaged();
  return main;
}

const saved = (really: string, reallyEnglish: string) =>
  new Refusal("sheet.saved-as-other-format", { really, reallyEnglish }, { status: 400 });
const notATable = ([really, reallyEnglish]: [string, string]) =>
  new Refusal("sheet.not-a-spreadsheet", { really, reallyEnglish }, { status: 400 });

async function relations(zip: GuardedZip, part: string): Promise<Map<string, { type: string; part: string }>> {
  const folder = posix.dirname(part);
  const file = part === "" ? "_rels/.rels" : posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  const links = new Map<string, { type: string; part: string }>();
  if (!zip.has(file)) return links;
  await readSmallXml(zip.read(file), {
    open(name, attributes) {
      if (name !== "Relationship" || attributes.TargetMode === "External") return;
      const target = attributes.Target ?? "";
      const whole = target.startsWith("/") ? target.slice(1) : posix.join(folder === "." ? "" : folder, target);
      links.set(attributes.Id ?? "", { type: attributes.Type ?? "", part: whole });
    },
    close() {},
    text() {},
  });
  return links;
}

async function readWorkbookPart(zip: GuardedZip, part: string, limits: SheetLimits) {
  const sheets: { name: string; relation: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readSmallXml(zip.read(part), {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = ["1", "true", "on"].includes(attributes.date1904 ?? "");
      if (name === "sheet" && sheets.length <= limits.sheets) {
        sheets.push({
          name: attributes.name ?? "",
          relation: attribute(attributes, "id"),
          hidden: (attributes.state ?? "visible") !== "visible",
        });
      }
    },
    close() {},
    text() {},
  });
  return { sheets, from1904 };
}

async function readStyles(zip: GuardedZip, part: string | undefined): Promise<boolean[]> {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  if (!part || !zip.has(part)) return styles;
  await readSmallXml(zip.read(part), {
    open(name, attributes) {
      if (name === "numFmt") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells && styles.length < 70_000) {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push(isDateFormat(id, formats.get(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
    text() {},
  });
  return styles;
}

async function sharedTexts(zip: GuardedZip, part: string | undefined, limits: SheetLimits): Promise<TextStore> {
  const store = new TextStore();
  if (!part || !zip.has(part)) return store;
  if (zip.size(part) > limits.sharedTextBytes)
    throw new Refusal("sheet.inflates-too-much", { inflatedBytes: zip.size(part) }, { status: 413 });
  let text = "";
  let taking = false;
  let phonetic = false;
  const reading = readXml(zip.read(part), {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic = true;
      else if (name === "t") taking = !phonetic;
    },
    close(name) {
      if (name === "t") taking = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "si") store.add(unescaped(text));
    },
    text(piece) {
      if (taking) text += piece;
    },
  });
  for await (const _ of reading);
  return store;
}

/** Excel writes characters that XML cannot hold as `_x000D_`. ECMA-376 §22.9.2.19. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
