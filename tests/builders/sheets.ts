import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, crc32, deflateRawSync } from "node:zlib";

/** One entry of a zip; `declared*` lie about it on purpose. */
export interface ZipPart {
  readonly name: string;
  readonly data?: Buffer | string;
  /** Already deflated bytes, with the sizes to declare for them. */
  readonly packed?: { readonly bytes: Buffer; readonly size: number; readonly crc: number };
  readonly declaredSize?: number;
  readonly crc?: number;
  readonly flags?: number;
}

/** A zip made by hand, so that tests can make the ones no honest writer makes. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const raw = Buffer.from(part.data ?? "");
    const bytes = part.packed?.bytes ?? deflateRawSync(raw);
    const size = part.declaredSize ?? part.packed?.size ?? raw.length;
    const crc = part.crc ?? part.packed?.crc ?? crc32(raw);
    const name = Buffer.from(part.name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(0x800 | (part.flags ?? 0), 6);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(crc, 14);
    header.writeUInt32LE(bytes.length, 18);
    header.writeUInt32LE(size, 22);
    header.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    header.copy(central, 6, 4, 30);
    central.writeUInt32LE(offset, 42);
    bodies.push(header, name, bytes);
    directory.push(central, name);
    offset += header.length + name.length + bytes.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  if (parts.length < 0xffff) return Buffer.concat([...bodies, central, end]);
  const wide = Buffer.alloc(56 + 20);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(44n, 4);
  wide.writeBigUInt64LE(BigInt(parts.length), 24);
  wide.writeBigUInt64LE(BigInt(parts.length), 32);
  wide.writeBigUInt64LE(BigInt(central.length), 40);
  wide.writeBigUInt64LE(BigInt(offset), 48);
  wide.writeUInt32LE(0x07064b50, 56);
  wide.writeBigUInt64LE(BigInt(offset + central.length), 64);
  wide.writeUInt32LE(1, 72);
  return Buffer.concat([...bodies, central, wide, end]);
}

/** Deflated bytes that inflate to `times` × 10 MB of spaces inside a sheet, made by repeating one flushed block. */
export function inflatesTo(times: number): { bytes: Buffer; size: number; crc: number } {
  const block = deflateRawSync(Buffer.alloc(10 * 1024 * 1024, 0x20), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const opening = deflateRawSync(Buffer.from("<worksheet><sheetData>"), { finishFlush: constants.Z_FULL_FLUSH });
  const filler = Buffer.concat([opening, ...Array.from({ length: times }, () => block), Buffer.from([3, 0])]);
  return { bytes: filler, size: times * 10 * 1024 * 1024 + 22, crc: 0 };
}

export const escapeXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export interface XlsxPlan {
  /** `<row>` elements as XML. */
  readonly rows: string;
  readonly merges?: readonly string[];
  readonly sharedStrings?: readonly string[];
  readonly numberFormats?: readonly { id: number; code: string }[];
  /** Number format of each cell style. */
  readonly styles?: readonly number[];
  readonly date1904?: boolean;
  readonly more?: readonly ZipPart[];
}

/** The parts of a small XLSX with one sheet called 登记表. */
export function xlsxParts(plan: XlsxPlan): ZipPart[] {
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packageRelation = "http://schemas.openxmlformats.org/package/2006/relationships";
  const formats = (plan.numberFormats ?? []).map(
    (one) => `<numFmt numFmtId="${one.id}" formatCode="${escapeXml(one.code).replaceAll('"', "&quot;")}"/>`,
  );
  const merges = plan.merges?.length
    ? `<mergeCells>${plan.merges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`
    : "";
  return [
    { name: "[Content_Types].xml", data: "<Types/>" },
    {
      name: "_rels/.rels",
      data: `<Relationships xmlns="${packageRelation}"><Relationship Id="r" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      data: `<workbook xmlns:r="${relation}"><workbookPr date1904="${plan.date1904 ? 1 : 0}"/><sheets><sheet name="登记表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relation}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relation}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    },
    {
      name: "xl/styles.xml",
      data: `<styleSheet><numFmts>${formats.join("")}</numFmts><cellXfs>${(plan.styles ?? [0]).map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs></styleSheet>`,
    },
    {
      name: "xl/sharedStrings.xml",
      data: `<sst>${(plan.sharedStrings ?? []).map((text) => (text.startsWith("<si>") ? text : `<si><t>${escapeXml(text)}</t></si>`)).join("")}</sst>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      data: `<?xml version="1.0"?><worksheet><sheetData>${plan.rows}</sheetData>${merges}</worksheet>`,
    },
    ...(plan.more ?? []),
  ];
}

/** A row of texts from A on; an empty text leaves its cell out. */
export function textRow(row: number, texts: readonly string[]): string {
  const cells = texts.map((text, index) =>
    text === "" ? "" : `<c r="${columnName(index)}${row}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`,
  );
  return `<row r="${row}">${cells.join("")}</row>`;
}

export const columnName = (index: number): string =>
  (index < 26 ? "" : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** A folder of its own for files of one test; `clear` removes it. */
export function scratchFolder(): { file: (name: string, data: Buffer | string) => string; folder: string; clear: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "linli-files-"));
  return {
    folder,
    file(name, data) {
      const path = join(folder, name);
      writeFileSync(path, data);
      return path;
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const tables = new Map<string, Map<string, Buffer>>();

/** Text in a two-byte encoding (made by turning its decoder round), for characters of two bytes and ASCII. */
export function encoded(text: string, encoding: "gb18030" | "big5"): Buffer {
  let table = tables.get(encoding);
  if (!table) {
    table = new Map();
    const decoder = new TextDecoder(encoding);
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const bytes = Buffer.from([lead, trail]);
        const character = decoder.decode(bytes);
        if (trail !== 0x7f && character.length === 1 && character !== "\ufffd" && !table.has(character))
          table.set(character, bytes);
      }
    tables.set(encoding, table);
  }
  return Buffer.concat(
    [...text].map((character) => {
      const bytes = character < "\u0080" ? Buffer.from(character) : table.get(character);
      if (!bytes) throw new Error(`no two-byte form: ${character}`);
      return bytes;
    }),
  );
}

/** Text in GB18030. */
export const inGb18030 = (text: string): Buffer => encoded(text, "gb18030");
