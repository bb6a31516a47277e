import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { encoded, inGb18030, scratchFolder } from "../../tests/builders/sheets.ts";
import { root } from "../root.ts";
import { readDate } from "./dates.ts";
import { inspectSheet } from "./inspect.ts";
import { type ReadPlan, readRows } from "./read.ts";
import type { SheetRow } from "./shapes.ts";

const scratch = scratchFolder();
afterAll(scratch.clear);

const TABLE =
  "编号,标题,登记时间\r\n1001,路灯不亮,2026年1月5日\r\n1002,井盖破损,2026/1/5 8:03\r\n1003,垃圾未清运,2026-01-05T08:03:00\r\n";
let made = 0;
const file = (data: Buffer | string, name = "表.csv") => scratch.file(`${made++}-${name}`, data);
const rowsOf = async (path: string, plan?: ReadPlan): Promise<SheetRow[]> => {
  const rows: SheetRow[] = [];
  for await (const row of readRows(path, plan)) rows.push(row);
  return rows;
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "read without a refusal",
    (error) => error.code,
  );

describe("the encoding of a CSV is found from its bytes", () => {
  const wide = (text: string, order: "le" | "be") => {
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
    return order === "le" ? bytes : bytes.swap16();
  };
  const cases: [string, Buffer, string][] = [
    ["UTF-8", Buffer.from(TABLE), "utf-8"],
    ["UTF-8 with byte order mark", Buffer.from(`\ufeff${TABLE}`), "utf-8"],
    ["GB18030", inGb18030(TABLE), "gb18030"],
    ["UTF-16 little-endian", wide(TABLE, "le"), "utf-16le"],
    ["UTF-16 big-endian", wide(TABLE, "be"), "utf-16be"],
  ];
  it.each(cases)("%s", async (_, bytes, encoding) => {
    const path = file(bytes);
    const found = await inspectSheet(path, "表.csv");
    expect(found.encoding).toBe(encoding);
    expect(found.sheets[0]?.columns.map((column) => column.name)).toEqual(["编号", "标题", "登记时间"]);
    expect((await rowsOf(path)).map((row) => [row.row, row.cells[1]])).toEqual([
      [2, "路灯不亮"],
      [3, "井盖破损"],
      [4, "垃圾未清运"],
    ]);
  });

  it("finds GB18030 although the first megabytes are plain ASCII", async () => {
    const path = file(
      Buffer.concat([
        Buffer.from(`id,text\n${"1,street light\n".repeat(200_000)}`),
        inGb18030("2,路灯不亮了请尽快维修\n".repeat(50)),
      ]),
    );
    expect((await inspectSheet(path, "a.csv")).encoding).toBe("gb18030");
    expect((await rowsOf(path)).at(-1)?.cells).toEqual(["2", "路灯不亮了请尽快维修"]);
  });

  it("keeps a UTF-8 file in which one character was cut in two, and marks that row", async () => {
    const broken = Buffer.concat([
      Buffer.from(`编号,内容\n1,${"小区门口的路灯坏了很久".repeat(10)}\n2,半个字`),
      Buffer.from([0xe8, 0xb7]),
      Buffer.from("\n3,好的\n"),
    ]);
    const path = file(broken);
    const found = await inspectSheet(path, "a.csv");
    expect([found.encoding, found.warnings.map((warning) => warning.code)]).toEqual(["utf-8", ["sheet.some-characters-lost"]]);
    expect((await rowsOf(path)).map((row) => row.problems?.[0]?.code)).toEqual([undefined, "sheet.character-lost", undefined]);
  });

  it.each([
    ["UTF-8 that was read as Latin-1", Buffer.from("编号,标题\n1,路灯不亮了请维修\n").toString("latin1")],
    [
      "UTF-8 that was read as GBK",
      new TextDecoder("gbk").decode(Buffer.from("编号,标题\n1,小区里的路灯不亮了请尽快维修\n2,门口的井盖破损严重请尽快处理\n")),
    ],
    ["GBK that was read as UTF-8", new TextDecoder("utf-8").decode(inGb18030("编号,标题\n1,小区里的路灯不亮了\n"))],
  ])("refuses text that was garbled before: %s", async (_, text) => {
    expect(await codeOf(inspectSheet(file(text), "a.csv"))).toBe("sheet.text-already-garbled");
  });

  it("refuses bytes that are neither UTF-8 nor Chinese in GB18030", async () => {
    expect(
      await codeOf(inspectSheet(file(Buffer.from("id,name\n1,caf\u00e9 na\u00efve \u00fcber stra\u00dfe\n", "latin1")), "a.csv")),
    ).toBe("sheet.encoding-unknown");
  });

  it("refuses Big5, whose bytes GB18030 would turn into rare characters", async () => {
    const text = "編號,內容\n1,路燈不亮了很久請儘快派人來修理\n2,門口的井蓋破損嚴重請儘快處理\n3,垃圾堆在樓下沒有人清運\n";
    expect(await codeOf(inspectSheet(file(encoded(text, "big5")), "a.csv"))).toBe("sheet.encoding-unknown");
  });

  it("does not take the byte order mark for a part of the first, quoted name", async () => {
    const found = await inspectSheet(file('\ufeff"编号,原",标题\n1001,路灯不亮\n'), "a.csv");
    expect(found.sheets[0]?.columns.map((column) => column.name)).toEqual(["编号,原", "标题"]);
  });

  it("keeps emoji and rare characters", async () => {
    expect((await rowsOf(file("编号,内容\n1,𬭚和㘎😀👨‍👩‍👧\n")))[0]?.cells[1]).toBe("𬭚和㘎😀👨‍👩‍👧");
  });
});

describe("the shape of a CSV is found", () => {
  it.each([
    [",", ","],
    ["\t", "\t"],
    [";", ";"],
    ["|", "|"],
    ["，", "，"],
  ])("cells separated by %j", async (_, delimiter) => {
    const path = file(TABLE.replaceAll(",", delimiter));
    expect((await inspectSheet(path, "a.csv")).delimiter).toBe(delimiter);
    expect((await rowsOf(path))[0]?.cells).toEqual(["1001", "路灯不亮", "2026年1月5日"]);
  });

  it("takes the comma although Chinese commas fill the text", async () => {
    const found = await inspectSheet(file("编号,内容\n1,路灯，坏了，很久\n2,井盖，破了，请修\n3,楼道，没灯，太黑\n"), "a.csv");
    expect(found.delimiter).toBe(",");
  });

  it("obeys Excel's sep= line and does not count it as header", async () => {
    const rows = await rowsOf(file("sep=;\n编号;标题\n1;一,二\n"));
    expect(rows).toEqual([{ row: 3, cells: ["1", "一,二"] }]);
  });

  it("counts rows as Excel does: a cell may hold line breaks, blank rows count but are left out", async () => {
    const rows = await rowsOf(file('编号,内容\n1,"一\n二"\n\n,\n2,三\n'));
    expect(rows.map((row) => [row.row, row.cells[1]])).toEqual([
      [2, "一\n二"],
      [5, "三"],
    ]);
  });

  it("reads mixed line ends and old Macintosh line ends", async () => {
    expect((await rowsOf(file("a,b\r\n1,2\n3,4\r\n"))).map((row) => row.cells)).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect((await rowsOf(file("编号,内容\r1,一\r2,二\r"))).map((row) => row.cells[1])).toEqual(["一", "二"]);
  });

  it("leaves a formula as the text it is", async () => {
    expect((await rowsOf(file('编号,内容\n1,=1+1\n2,"=HYPERLINK(""http://x"")"\n'))).map((row) => row.cells[1])).toEqual([
      "=1+1",
      '=HYPERLINK("http://x")',
    ]);
  });
});

describe("what is wrong with one row is said of that row", () => {
  it("one cell of 1 MB is cut and marked; the rows around it are whole", async () => {
    const rows = await rowsOf(file(`编号,内容\n1,好\n2,${"长".repeat(350_000)}\n3,也好\n`));
    expect(rows.map((row) => row.cells[1]?.length)).toEqual([1, 32_767, 2]);
    expect(rows.map((row) => row.problems)).toEqual([
      undefined,
      [{ code: "sheet.cell-too-long", facts: { column: 2, characters: 350_000, limit: 32_767 } }],
      undefined,
    ]);
  });

  it("a cell is cut before a character that would be split", async () => {
    expect((await rowsOf(file(`编号,内容\n1,${"长".repeat(32_766)}😀尾\n`)))[0]?.cells[1]).toBe("长".repeat(32_766));
  });

  it("more cells than the header", async () => {
    const rows = await rowsOf(file("编号,内容\n1,路灯,坏了\n2,好,\n"));
    expect(rows.map((row) => row.problems?.[0]?.code)).toEqual(["sheet.more-cells-than-header", undefined]);
  });

  it("digits lost to scientific notation", async () => {
    expect((await rowsOf(file("编号,电话\n1,1.38E+10\n2,13800000000\n"))).map((row) => row.problems?.[0]?.code)).toEqual([
      "sheet.digits-lost",
      undefined,
    ]);
  });

  it("a quotation mark left open names the row where it stands", async () => {
    const work = rowsOf(file('编号,内容\n1,好\n2,"没有关上\n3,好\n'));
    await expect(work).rejects.toMatchObject({ code: "sheet.quote-never-closed", facts: { row: 3 } });
  });

  it("an open quotation mark does not swallow a large file into memory", async () => {
    const work = rowsOf(file(`编号,内容\n1,"没有关上\n${"2,好好好好好好好好\n".repeat(100_000)}"\n9,好\n`), {
      limits: { recordBytes: 1_000_000 },
    });
    await expect(work).rejects.toMatchObject({ code: "sheet.quote-never-closed", facts: { row: 2 } });
  });
});

const data = resolve(root, "../shared/data");
describe.runIf(existsSync(data))("real data", () => {
  it("4,326 messages of a city, texts to 7,000 characters, none cut and no row lost", async () => {
    const rows = await rowsOf(resolve(data, "messages/messages.csv"));
    expect(rows.length).toBe(4326);
    expect(rows.filter((row) => row.problems)).toEqual([]);
    expect(new Set(rows.map((row) => row.cells.length))).toEqual(new Set([7]));
    expect(Math.max(...rows.map((row) => row.cells[4]?.length ?? 0))).toBeGreaterThan(6000);
    expect(rows.every((row) => readDate(row.cells[3] ?? "") !== undefined)).toBe(true);
  });
});
