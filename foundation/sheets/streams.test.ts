import { describe, expect, it } from "vitest";
import { textRow } from "../../tests/builders/sheets.ts";
import { scanSheet } from "./scan.ts";
import { TextStore } from "./text-store.ts";
import type { Workbook } from "./workbook.ts";
import { readXml } from "./xml.ts";

async function* inChunks(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

describe("counting rows and merged ranges does not depend on where the chunks end", () => {
  const plain = `<worksheet><sheetData>${Array.from({ length: 40 }, (_, at) => textRow(at + 1, ["row mergeCell ref", "arrow "])).join("")}</sheetData><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="AA2:AA4"/></mergeCells></worksheet>`;
  const prefixed = plain.replace(/<(\/?)(row|c|is|t|mergeCell|mergeCells|sheetData|worksheet)\b/g, "<$1x:$2");
  it.each([1, 2, 7, 19, 20, 21, 64, 199, 200, 201, 1000, 100_000])("chunks of %d bytes", async (length) => {
    for (const xml of [plain, prefixed]) {
      const book = { zip: { read: () => inChunks(Buffer.from(xml), length) } } as unknown as Workbook;
      expect(await scanSheet(book, "sheet")).toEqual({
        rows: 40,
        merges: [
          { top: 1, bottom: 1, left: 0, right: 2 },
          { top: 2, bottom: 4, left: 26, right: 26 },
        ],
      });
    }
  });
});

describe("one text without end", () => {
  it("of 100 million characters reaches the reader as no more than 5 million, and what follows is whole", async () => {
    async function* endless() {
      yield Buffer.from("<a><b>");
      for (let at = 0; at < 1600; at++) yield Buffer.from("x&amp;y&#x4e00;".repeat(4200));
      yield Buffer.from("</b><b>whole</b></a>");
    }
    let taken = 0;
    let last = "";
    const handler = {
      open() {},
      close() {},
      text: (text: string) => {
        taken += text.length;
        last = text;
      },
    };
    for await (const _ of readXml(endless(), handler));
    expect(taken).toBeLessThan(5_000_000);
    expect(taken).toBeGreaterThan(1_000_000);
    expect(last).toBe("whole");
  });
});

describe("the store of texts", () => {
  it("gives back every text, short, empty and long, and nothing beyond", () => {
    const store = new TextStore();
    const texts = Array.from({ length: 5000 }, (_, at) => (at % 7 === 0 ? "" : `𬭚${"字".repeat(at % 300)}${at}`));
    for (const text of texts) store.add(text);
    expect(texts.every((text, at) => store.find(at) === text)).toBe(true);
    expect([store.size, store.find(5000), store.find(-1), store.find(0.5), store.find(Number.NaN)]).toEqual([
      5000,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
