import { afterAll, describe, expect, it } from "vitest";
import { columnName, makeZip, scratchFolder, textRow, type XlsxPlan, xlsxParts } from "../../tests/builders/sheets.ts";
import { inspectSheet } from "./inspect.ts";
import { readRows } from "./read.ts";
import type { SheetRow } from "./shapes.ts";

const scratch = scratchFolder();
afterAll(scratch.clear);
let made = 0;
const book = (plan: XlsxPlan) => scratch.file(`${made++}.xlsx`, makeZip(xlsxParts(plan)));
const rowsOf = async (path: string): Promise<SheetRow[]> => {
  const rows: SheetRow[] = [];
  for await (const row of readRows(path)) rows.push(row);
  return rows;
};
const HEADER = textRow(1, ["编号", "内容", "登记时间"]);

describe("cells of an XLSX become text", () => {
  it("shared, rich, inline, formula, boolean and error cells", async () => {
    const path = book({
      rows: `${textRow(1, ["共享", "注音", "直接", "公式", "真假", "错误", "数"])}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><r><t>直</t></r><r><t>接</t></r></is></c><c r="D2" t="str"><f>A2&amp;"x"</f><v>=结果</v></c><c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#REF!</v></c><c r="G2"><v>0.30000000000000004</v></c></row>`,
      sharedStrings: [
        "𬭚㘎😀 a&b <c>_x000D_",
        '<si><r><t>富</t></r><r><t xml:space="preserve">文本 </t></r><rPh sb="0" eb="1"><t>フ</t></rPh></si>',
      ],
    });
    const [row] = await rowsOf(path);
    expect(row?.cells).toEqual(["𬭚㘎😀 a&b <c>", "富文本", "直接", "=结果", "TRUE", "#REF!", "0.3"]);
    expect(row?.problems).toEqual([{ code: "sheet.cell-has-error", facts: { column: 6, text: "#REF!" } }]);
  });

  it("a formula whose result is not stored is marked, not computed", async () => {
    const [row] = await rowsOf(book({ rows: `${HEADER}<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>1+1</f></c></row>` }));
    expect(row?.problems?.map((problem) => problem.code)).toEqual(["sheet.formula-without-value"]);
    expect(row?.cells[1] ?? "").toBe("");
  });

  it.each([
    [false, "46027.335416667"],
    [true, "44565.335416667"],
  ])("dates by style, counted from 1904: %s", async (date1904, serial) => {
    const path = book({
      date1904,
      numberFormats: [{ id: 176, code: 'yyyy"年"m"月"d"日" h:mm;@' }],
      styles: [0, 14, 176],
      rows: `${HEADER}<row r="2"><c r="A2" s="0"><v>46027</v></c><c r="B2" t="inlineStr"><is><t>字</t></is></c><c r="C2" s="2"><v>${serial}</v></c></row>`,
    });
    expect((await rowsOf(path))[0]?.cells).toEqual(["46027", "字", "2026-01-05 08:03:00"]);
  });

  it("a number too long for Excel is marked; a negative date is kept as text and marked", async () => {
    const path = book({
      styles: [0, 14],
      rows: `${HEADER}<row r="2"><c r="A2"><v>410425202601050000</v></c><c r="C2" s="1"><v>-3</v></c></row>`,
    });
    const [row] = await rowsOf(path);
    expect(row?.cells).toEqual(["410425202601050000", "", "-3"]);
    expect(row?.problems?.map((problem) => [problem.code, problem.facts.column])).toEqual([
      ["sheet.digits-lost", 1],
      ["sheet.date-out-of-range", 3],
    ]);
  });

  it("1 MB in one cell is cut and marked, 5 MB too; the other rows are whole", async () => {
    const path = book({
      rows: `${HEADER}${textRow(2, ["1", "好"])}${textRow(3, ["2", "长".repeat(350_000)])}${textRow(4, ["3", Array.from({ length: 700_000 }, (_, at) => `&${Math.abs(Math.sin(at)).toString(36).slice(2, 9)}`).join("")])}${textRow(5, ["4", "也好"])}`,
    });
    const rows = await rowsOf(path);
    expect(rows.map((row) => row.cells[1]?.length)).toEqual([1, 32_767, 32_767, 2]);
    expect(rows.map((row) => row.problems?.[0]?.code)).toEqual([
      undefined,
      "sheet.cell-too-long",
      "sheet.cell-too-long",
      undefined,
    ]);
  });

  it("reads files that prefix every element and leave references out", async () => {
    const parts = xlsxParts({ rows: "" }).map((part) =>
      part.name.endsWith("sheet1.xml")
        ? {
            ...part,
            data: '<x:worksheet xmlns:x="urn:m"><x:sheetData><x:row><x:c t="str"><x:v>编号</x:v></x:c><x:c t="str"><x:v>内容</x:v></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c><x:c t="str"><x:v>路灯</x:v></x:c></x:row></x:sheetData></x:worksheet>',
          }
        : part,
    );
    expect(await rowsOf(scratch.file("prefixed.xlsx", makeZip(parts)))).toEqual([{ row: 2, cells: ["7", "路灯"] }]);
  });
});

describe("the header of a sheet", () => {
  it("stands below title rows and holds 55 columns", async () => {
    const names = Array.from({ length: 55 }, (_, index) => (index === 0 ? "编号" : `指标${index}`));
    const rows = [2, 3, 4].map((row) =>
      textRow(
        row + 2,
        names.map((_, index) => String(row * 100 + index)),
      ),
    );
    const path = book({
      rows: textRow(1, ["某县二〇二六年诉求登记表"]) + textRow(3, names) + rows.join(""),
      merges: [`A1:${columnName(54)}1`],
    });
    const [sheet] = (await inspectSheet(path, "a.xlsx")).sheets;
    expect([sheet?.name, sheet?.headerRow, sheet?.headerRows, sheet?.columns.length, sheet?.columns[54]?.name]).toEqual([
      "登记表",
      3,
      1,
      55,
      "指标54",
    ]);
    expect((await rowsOf(path)).map((row) => row.row)).toEqual([4, 5, 6]);
  });

  it("of two rows with merged cells is joined", async () => {
    const path = book({
      rows: `${textRow(1, ["登记表"])}${textRow(2, ["编号", "诉求人", "", "诉求", ""])}${textRow(3, ["", "姓名", "联系电话", "内容", "登记时间"])}${textRow(4, ["1", "示例甲", "13800000000", "路灯不亮", "2026-01-05"])}${textRow(5, ["2", "示例乙", "13900000000", "井盖破损", "2026-01-06"])}`,
      merges: ["A1:E1", "A2:A3", "B2:C2", "D2:E2"],
    });
    const [sheet] = (await inspectSheet(path, "a.xlsx")).sheets;
    expect([sheet?.headerRow, sheet?.headerRows]).toEqual([3, 2]);
    expect(sheet?.columns.map((column) => column.name)).toEqual([
      "编号",
      "诉求人 / 姓名",
      "诉求人 / 联系电话",
      "诉求 / 内容",
      "诉求 / 登记时间",
    ]);
    expect((await rowsOf(path)).map((row) => row.cells[3])).toEqual(["路灯不亮", "井盖破损"]);
  });

  it("of two rows is joined in a CSV too, by its gaps", async () => {
    const path = scratch.file(
      "two.csv",
      "编号,诉求人,,诉求,\n,姓名,联系电话,内容,登记时间\n1,示例甲,13800000000,路灯不亮,2026-01-05\n2,示例乙,13900000000,井盖破损,2026-01-06\n",
    );
    const [sheet] = (await inspectSheet(path, "two.csv")).sheets;
    expect([sheet?.headerRow, sheet?.columns.map((column) => column.name)]).toEqual([
      2,
      ["编号", "诉求人 / 姓名", "诉求人 / 联系电话", "诉求 / 内容", "诉求 / 登记时间"],
    ]);
  });

  it("is not invented where there is none, and every row is then data", async () => {
    const path = scratch.file(
      "none.csv",
      "1001,2026-01-05,小区路灯不亮已经三天了，晚上出门很不安全，请尽快维修\n1002,2026-01-06,门口井盖破损\n1003,2026-01-07,垃圾未清运\n",
    );
    const found = await inspectSheet(path, "none.csv");
    expect([found.sheets[0]?.headerRow, found.warnings.map((warning) => warning.code)]).toEqual([0, ["sheet.no-header-found"]]);
    expect((await rowsOf(path)).length).toBe(3);
  });

  it("cells merged downwards among the data are repeated in each row they cover", async () => {
    const path = book({
      rows:
        textRow(1, ["乡镇", "编号", "内容"]) +
        textRow(2, ["冢头镇", "1001", "路灯"]) +
        textRow(3, ["", "1002", "井盖"]) +
        textRow(4, ["", "1003", "垃圾"]) +
        textRow(5, ["薛店镇", "1004", "水管"]),
      merges: ["A2:A4"],
    });
    expect((await rowsOf(path)).map((row) => row.cells[0])).toEqual(["冢头镇", "冢头镇", "冢头镇", "薛店镇"]);
  });

  it("a column's content is guessed from its values", async () => {
    const lines = Array.from(
      { length: 12 },
      (_, at) =>
        `${188_000 + at},2026-01-${10 + at},1380000${1000 + at},33.9${100 + at},${at % 3},${["投诉", "求助", "建议"][at % 3]},${"小区路灯不亮".repeat(12)}${at},第${at}件`,
    );
    const path = scratch.file("kinds.csv", `编号,时间,电话,纬度,点赞数,类别,内容,标题\n${lines.join("\n")}\n`);
    const [sheet] = (await inspectSheet(path, "kinds.csv")).sheets;
    expect(sheet?.columns.map((column) => column.guess)).toEqual([
      "id",
      "date",
      "phone",
      "coordinate",
      "number",
      "choice",
      "long text",
      "text",
    ]);
    expect(sheet?.rowEstimate).toBe(12);
  });
});
