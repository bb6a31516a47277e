import { execFileSync } from "node:child_process";
import { deflateRawSync } from "node:zlib";
import { buildSync } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import { inflatesTo, makeZip, scratchFolder, textRow, xlsxParts, type ZipPart } from "../../tests/builders/sheets.ts";
import { inspectSheet } from "./inspect.ts";
import { readRows } from "./read.ts";
import { sheetProblems, sheetRefusals, sheetWarnings } from "./words.ts";

const scratch = scratchFolder();
afterAll(scratch.clear);
let made = 0;
const file = (data: Buffer | string, name = "表.xlsx") => scratch.file(`${made++}-${name}`, data);
const refusal = async (path: string, name = "表.xlsx") => {
  let given = 0;
  const codes: string[] = [];
  const readAll = async () => {
    for await (const _ of readRows(path)) given++;
  };
  for (const work of [() => inspectSheet(path, name), readAll]) {
    codes.push(
      await work().then(
        () => "read without a refusal",
        (error) => error.code,
      ),
    );
  }
  expect(given, "rows given out before the refusal").toBe(0);
  expect(codes[0]).toBe(codes[1]);
  return codes[0];
};
const good = xlsxParts({
  rows:
    textRow(1, ["编号", "内容"]) +
    Array.from({ length: 500 }, (_, at) => textRow(at + 2, [String(at), `第${at}件：路灯不亮${Math.sin(at)}`])).join(""),
});
const sheetPart = good.find((part) => part.name.endsWith("sheet1.xml")) as ZipPart;
const withSheet = (part: Partial<ZipPart>) => good.map((one) => (one === sheetPart ? { ...one, ...part } : one));

const tenMegabytes = { bytes: deflateRawSync(Buffer.alloc(10 * 1024 * 1024)), size: 10 * 1024 * 1024, crc: 0 };

/** Inspects the file in a process of its own and says how long that took and by how much its memory grew. */
function costOf(path: string): { code: string; milliseconds: number; grownMiB: number } {
  const script = `
    import { inspectSheet } from "./inspect.ts";
    const peak = () => process.resourceUsage().maxRSS / 1024;
    (async () => {
      await inspectSheet(${JSON.stringify(file("编号,内容\n1,好\n", "warm.csv"))}, "a.csv");
      const before = peak(), start = performance.now();
      const code = await inspectSheet(${JSON.stringify(path)}, "a.xlsx").then(() => "read", (error) => error.code);
      console.log(JSON.stringify({ code, milliseconds: performance.now() - start, grownMiB: peak() - before }));
    })();`;
  const outfile = `${scratch.folder}/cost-${made++}.cjs`;
  buildSync({
    stdin: { contents: script, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile,
  });
  const out = execFileSync(process.execPath, [outfile], { encoding: "utf8" });
  return JSON.parse(out);
}

describe("a zip bomb is refused before it is inflated", () => {
  const bombs: [string, () => Buffer][] = [
    ["a sheet that inflates to 580 MB", () => makeZip(withSheet({ data: undefined, packed: inflatesTo(58) }))],
    [
      "a sheet of 300 MB, a thousand times its packed size",
      () => makeZip(withSheet({ data: undefined, packed: inflatesTo(30) })),
    ],
    ["the same, declared as 1 kB", () => makeZip(withSheet({ data: undefined, packed: inflatesTo(58), declaredSize: 1024 }))],
    [
      "many parts that are large only together",
      () =>
        makeZip([
          ...good,
          ...Array.from({ length: 60 }, (_, at) => ({
            name: `xl/media/${at}.bin`,
            packed: tenMegabytes,
          })),
        ]),
    ],
    [
      "100,000 entries",
      () =>
        makeZip([
          ...good,
          ...Array.from({ length: 100_000 }, (_, at) => ({
            name: `x/${at}`,
            packed: { bytes: Buffer.from([3, 0]), size: 0, crc: 0 },
          })),
        ]),
    ],
    [
      "shared texts of 200 MB",
      () =>
        makeZip([
          ...good.filter((part) => part.name !== "xl/sharedStrings.xml"),
          {
            name: "xl/sharedStrings.xml",
            packed: { ...inflatesTo(20), bytes: Buffer.concat([inflatesTo(20).bytes, Buffer.alloc(2_000_000)]) },
          },
        ]),
    ],
  ];
  it.each(bombs)("%s: under a second, under 100 MB", (_, make) => {
    const cost = costOf(file(make()));
    expect(cost.code).toBe("sheet.inflates-too-much");
    expect(cost.milliseconds).toBeLessThan(1000);
    expect(cost.grownMiB).toBeLessThan(100);
  });

  it("a bomb inside a zip inside the file is never opened", async () => {
    const inner = makeZip([{ name: "0", packed: inflatesTo(58) }]);
    expect(
      (await inspectSheet(file(makeZip([...good, { name: "xl/embeddings/inner.zip", data: inner }])), "a.xlsx")).sheets[0]
        ?.rowEstimate,
    ).toBe(500);
  });
});

describe("a damaged XLSX gives no row at all", () => {
  const whole = makeZip(good);
  it.each([0.2, 0.6, 0.99])("cut off at %d of its length", async (share) => {
    expect(await refusal(file(whole.subarray(0, Math.floor(whole.length * share))))).toBe("sheet.damaged");
  });
  it("one byte flipped in the rows", async () => {
    const flipped = Buffer.from(whole);
    const at = whole.indexOf("sheet1.xml") + 3000;
    flipped[at] = (flipped[at] ?? 0) ^ 0x10;
    expect(await refusal(file(flipped))).toBe("sheet.damaged");
  });
  it.each<[string, ZipPart[]]>([
    ["a wrong checksum", withSheet({ crc: 1 })],
    ["rows that are not well-formed", withSheet({ data: "<worksheet><sheetData><row r='1'><c></row>" })],
    [
      "an entity bomb",
      withSheet({
        data: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>',
      }),
    ],
    [
      "a document type, though nothing uses it",
      withSheet({ data: `<!DOCTYPE worksheet><worksheet><sheetData>${textRow(1, ["编号"])}</sheetData></worksheet>` }),
    ],
    ["elements nested 100,000 deep", withSheet({ data: "<a>".repeat(100_000) + "</a>".repeat(100_000) })],
    [
      "a cell beyond the last column",
      withSheet({ data: '<worksheet><sheetData><row r="1"><c r="ZZZZZZ1"><v>1</v></c></row></sheetData></worksheet>' }),
    ],
    ["two parts of one name", [...good, sheetPart]],
    ["no sheet behind the workbook", good.filter((part) => part !== sheetPart)],
  ])("%s", async (_, parts) => {
    expect(await refusal(file(makeZip(parts)))).toBe("sheet.damaged");
  });
});

describe("a file that is not what its name says", () => {
  const ole = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4096)]);
  it.each<[string, Buffer | string, string]>([
    ["an empty file", "", "sheet.empty"],
    ["old Excel", ole, "sheet.old-excel"],
    [
      "an XLSX with a password",
      Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(512)]),
      "sheet.encrypted",
    ],
    ["an encrypted zip", makeZip(withSheet({ flags: 1 })), "sheet.encrypted"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex"), "sheet.not-a-spreadsheet"],
    ["a PDF", "%PDF-1.7\n", "sheet.not-a-spreadsheet"],
    [
      "a Word document",
      makeZip([
        { name: "[Content_Types].xml", data: "<Types/>" },
        { name: "word/document.xml", data: "<w/>" },
      ]),
      "sheet.not-a-spreadsheet",
    ],
    ["an archive", makeZip([{ name: "readme.txt", data: "x" }]), "sheet.not-a-spreadsheet"],
    ["JSON", '[{"a":1}]', "sheet.not-a-spreadsheet"],
    ["bytes", Buffer.from([1, 2, 0, 3, 4, 0, 9]), "sheet.not-a-spreadsheet"],
    ["a web page called .xls", "<html><table><tr><td>编号</td></tr></table></html>", "sheet.saved-as-other-format"],
    [
      "an .xlsb",
      makeZip([
        { name: "[Content_Types].xml", data: "<Types/>" },
        { name: "xl/workbook.bin", data: "x" },
      ]),
      "sheet.saved-as-other-format",
    ],
  ])("%s is refused", async (_, data, code) => {
    expect(await refusal(file(data))).toBe(code);
  });

  it("a CSV called .xlsx and an XLSX called .csv are read by their content, with a warning", async () => {
    const csv = await inspectSheet(file("编号,内容\n1,好\n"), "登记.xlsx");
    const xlsx = await inspectSheet(file(makeZip(good)), "登记.csv");
    expect([csv.kind, xlsx.kind]).toEqual(["csv", "xlsx"]);
    expect([...csv.warnings, ...xlsx.warnings].map((warning) => warning.code)).toEqual([
      "sheet.name-says-otherwise",
      "sheet.name-says-otherwise",
    ]);
  });
});

describe("every sentence says what to do next, in both languages", () => {
  const facts = {
    row: 7,
    column: 2,
    sheet: 3,
    really: "PDF 文件",
    reallyEnglish: "a PDF",
    extension: "xls",
    kind: "CSV",
    text: "#REF!",
    limit: 5,
    rows: 9,
    name: "表",
    sample: "锟斤拷",
    characters: 8,
    cells: 3,
    header: 2,
    inflatedBytes: 1,
  };
  it.each(Object.entries({ ...sheetRefusals, ...sheetProblems, ...sheetWarnings }))("%s", (_, sentence) => {
    for (const text of [sentence["zh-CN"](facts), sentence.en(facts)]) {
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      expect(text).toMatch(/[。.]$/);
    }
    expect(sentence["zh-CN"](facts)).toMatch(/[\u4e00-\u9fff]{3}/);
  });
});
