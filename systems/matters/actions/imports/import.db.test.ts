import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { verifyCounty } from "../../../../apps/verify-county.ts";
import { read } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { csvLines } from "../../../../foundation/sheets/index.ts";
import { aCounty } from "../../../../tests/builders/county.ts";
import { importPage } from "../../views/imports/import-page.ts";
import { actOnMatter } from "../act-on-matter.ts";
import {
  bringSheet,
  checkImport,
  confirmImport,
  getImport,
  type ImportRecord,
  indexImport,
  runImport,
  startCheck,
  startUndo,
  undoImport,
} from "./index.ts";

const county = aCounty();
const folder = mkdtempSync(join(tmpdir(), "linli-imports-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = ["编号", "标题", "内容", "受理时间", "地点", "姓名", "联系电话", "用户"];
type Row = readonly string[];
const row = (
  number: string,
  text: string,
  more: Partial<Record<"date" | "place" | "name" | "phone" | "user" | "title", string>> = {},
): Row => [
  number,
  more.title ?? "",
  text,
  more.date ?? "2026-03-02 08:30:00",
  more.place ?? "",
  more.name ?? "",
  more.phone ?? "",
  more.user ?? "",
];

async function bring(rows: readonly Row[], header: readonly string[] = HEADER): Promise<string> {
  const lines = csvLines(
    header.map((name) => ({ name })),
    rows,
  );
  return bringSheet(county.services, county.job, { name: "示例.csv", bytes: Readable.from(lines), folder });
}
async function check(id: string, options: { shiftYears?: number; pseudonyms?: boolean } = {}): Promise<ImportRecord> {
  const { columns } = await getImport(county.services, county.job, id);
  await startCheck(county.services, county.job, id, { columns, shiftYears: 0, pseudonyms: false, ...options }, "caller");
  return checkImport(county.services, county.code, id, { folder });
}
async function take(rows: readonly Row[]): Promise<ImportRecord> {
  const id = await bring(rows);
  await check(id);
  await confirmImport(county.services, county.job, id, "caller");
  return runImport(county.services, county.code, id, { folder });
}
const mattersOf = (id: string) =>
  read<{
    id: string;
    number: string;
    title: string;
    body: string;
    state: string;
    version: number;
    place_id: string | null;
    received_at: Date;
    place_words: string | null;
  }>(county.db, county.job, "select * from matters.matters where county_code = $1 and import_id = $2 order by number", [
    county.code,
    id,
  ]);
const codesOf = (record: ImportRecord) => record.problems.map((problem) => [problem.row, problem.code]);

describe("a sheet comes in", () => {
  it("as its rows are, with gapless numbers of series I, persons sealed and nothing of them in any other column", async () => {
    const done = await take([
      row("T1", "冢头镇东街村路口的垃圾三天没人清，请处理", { name: "示例甲", phone: "13800000001", user: "U1" }),
      row("T2", '咨询医保怎么交，"引号"、\\反斜杠\\、\t制表符和 emoji 😀 与生僻字 𬭚㘎 都要留住\n第二行', { title: "医保" }),
    ]);
    expect([done.state, done.new_rows, done.error_rows, done.skipped_rows]).toEqual(["done", 2, 0, 0]);
    const [first, second] = await mattersOf(done.id);
    expect([first!.number, second!.number]).toEqual(["410425-2026-I000001", "410425-2026-I000002"]);
    expect(second!.body).toContain('"引号"、\\反斜杠\\、\t制表符和 emoji 😀 与生僻字 𬭚㘎 都要留住\n第二行');
    expect(first!.received_at.toISOString()).toBe("2026-03-02T00:30:00.000Z");
    const place = (await county.services.books(county.code)).gazetteer.places.get(first!.place_id!);
    expect(place?.name).toContain("东街");
    const everything = await read<{ all: string }>(
      county.db,
      county.job,
      "select string_agg(l.text_group || l.public_group || p.body || m.body || coalesce(m.place_words, ''), ' ') as all from matters.matters m join ledger.lines l on l.matter_id = m.id join residents.line_persons p on p.line_id = l.id where m.county_code = $1",
      [county.code],
    );
    expect(everything[0]!.all).not.toMatch(/示例甲|13800000001|U1\b/);
    const [sealed] = await read<{
      sealed: Buffer;
      key_version: number;
      id: string;
      matter_id: string;
      wrapped: Buffer;
      handle: string;
    }>(
      county.db,
      county.job,
      "select r.*, k.wrapped from residents.reporters r join residents.data_keys k on k.county_code = r.county_code and k.matter_id = r.matter_id where r.county_code = $1 and r.matter_id = $2",
      [county.code, first!.id],
    );
    const opened = county.services.sealer.open(
      first!.id,
      sealed!.id,
      { sealed: sealed!.sealed, keyVersion: sealed!.key_version },
      { wrapped: sealed!.wrapped, keyVersion: sealed!.key_version },
    );
    expect(opened).toEqual({ name: "示例甲", phone: "13800000001", account: "U1" });
  });

  it("twice changes nothing; a number with other content stays out and says so", async () => {
    const rows = [row("U1", "路灯坏了三盏，晚上看不见"), row("U2", "井盖松动，车过有响声")];
    const first = await take(rows);
    const second = await take([...rows, row("U2", "井盖松动，车过有响声"), row("U1", "完全是另一件事了")]);
    expect([second.new_rows, second.skipped_rows, second.error_rows]).toEqual([0, 3, 1]);
    expect(codesOf(second)).toEqual([[5, "imports.number-twice"]]);
    const third = await take([row("U1", "又是另一件事")]);
    expect([third.new_rows, third.error_rows, codesOf(third)]).toEqual([0, 1, [[2, "imports.other-content"]]]);
    expect(await mattersOf(first.id)).toHaveLength(2);
  });

  it("without a number, two rows of the same content are one matter", async () => {
    const id = await bring([["门口积水很深，老人出不了门"], ["门口积水很深，老人出不了门"], ["另一处也积水"]], ["内容"]);
    const checked = await check(id);
    expect([checked.new_rows, checked.skipped_rows]).toEqual([2, 1]);
    await confirmImport(county.services, county.job, id, "caller");
    const done = await runImport(county.services, county.code, id, { folder });
    expect([done.new_rows, done.skipped_rows]).toEqual([2, 1]);
  });
});

describe("what is wrong with a row", () => {
  const bad = [
    row("B1", "时间是一八九九年", { date: "1899-12-30" }),
    row("B2", "时间在很远以后", { date: "2099-01-01" }),
    row("B3", "时间写成了字", { date: "前天下午" }),
    row("B4", "长".repeat(20_001)),
    row("B5", "好".repeat(20_000)),
    row("B6", ""),
    row("B7", "襄城县城关镇的路坏了", { place: "襄城县" }),
    row("B8", "没有写地点也没有时间的一件", { date: "" }),
    row("B9", "1".repeat(1_000_000)),
  ];

  it("is said by row, in a sentence, before anything is written; the dry run and the run find the same", async () => {
    const id = await bring(bad);
    const checked = await check(id);
    expect([checked.read_rows, checked.new_rows, checked.error_rows]).toEqual([9, 3, 6]);
    const errors = [
      [2, "imports.date-out-of-range"],
      [3, "imports.date-out-of-range"],
      [4, "imports.date-unreadable"],
      [5, "imports.text-too-long"],
      [7, "imports.no-text"],
      [10, "imports.text-too-long"],
    ];
    expect(codesOf(checked)).toEqual(expect.arrayContaining([...errors, [8, "imports.place-outside"], [9, "imports.no-date"]]));
    expect((await importPage(county.services, county.job, id, folder)).report).not.toMatch(/undefined/);
    expect(await mattersOf(id)).toHaveLength(0);
    const page = await importPage(county.services, county.job, id, folder);
    expect(page.problems.find((problem) => problem.row === 2)).toEqual({
      row: 2,
      column: "受理时间",
      sentence: "时间是 1899 年，不会是真的（多半是空日期或笔误），这一行没有导入。请核对。",
    });
    await confirmImport(county.services, county.job, id, "caller");
    const done = await runImport(county.services, county.code, id, { folder });
    expect([done.new_rows, done.error_rows, done.notes]).toEqual([checked.new_rows, checked.error_rows, checked.notes]);
    const placed = (await mattersOf(id)).find((matter) => matter.body.includes("襄城县"));
    expect([placed?.place_id, placed?.place_words]).toEqual([null, "襄城县"]);
  });
});

describe("options", () => {
  it("move the years, keep 29 February a day, and put townships for pseudonyms, which the report says", async () => {
    const id = await bring([row("P1", "A市A3区某路口噪音扰民", { date: "2016-02-29 10:00:00" })]);
    await check(id, { shiftYears: 9, pseudonyms: true });
    await confirmImport(county.services, county.job, id, "caller");
    await runImport(county.services, county.code, id, { folder });
    const [matter] = await mattersOf(id);
    expect([matter!.received_at.toISOString(), matter!.number.slice(0, 11)]).toEqual(["2025-02-28T02:00:00.000Z", "410425-2025"]);
    expect((await county.services.books(county.code)).gazetteer.places.get(matter!.place_id!)?.code).toBe("410425101");
    const { report } = await importPage(county.services, county.job, id, folder);
    expect(report).toContain("全部时间移动了 9 年");
    expect(report).toContain("不是真实发生地");
  });
});

describe("stopping, going on, undoing", () => {
  const many = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => row(`${prefix}${index}`, `第 ${index} 件：渣园乡的水渠堵了`));

  it("goes on where it stands, without a doubled or a lost row; a second runner changes nothing", async () => {
    const id = await bring(many("S", 6000));
    await check(id);
    await confirmImport(county.services, county.job, id, "caller");
    let stop = false;
    await runImport(county.services, county.code, id, {
      folder,
      stopped: () => stop,
      onChunk: () => {
        stop = true;
      },
    });
    const half = await getImport(county.services, county.job, id);
    expect(half.state).toBe("running");
    expect(half.new_rows).toBeGreaterThan(0);
    expect(half.new_rows).toBeLessThan(6000);
    expect(await mattersOf(id)).toHaveLength(half.new_rows);
    const both = await Promise.all([
      runImport(county.services, county.code, id, { folder }),
      runImport(county.services, county.code, id, { folder }),
    ]);
    expect(both.some((one) => one.state === "done")).toBe(true);
    const done = await mattersOf(id);
    expect(new Set(done.map((matter) => matter.body)).size).toBe(6000);
    const numbers = done.map((matter) => Number(matter.number.slice(-6)));
    expect(numbers.at(-1)! - numbers[0]!).toBe(5999);
    expect((await getImport(county.services, county.job, id)).new_rows).toBe(6000);
  });

  it("takes numbers beside another import without a gap, though neither can foresee which", async () => {
    const begun = await Promise.all(
      ["one-", "other-"].map(async (prefix) => {
        const id = await bring(many(prefix, 6000));
        await check(id);
        await confirmImport(county.services, county.job, id, "caller");
        return id;
      }),
    );
    await Promise.all(begun.map((id) => runImport(county.services, county.code, id, { folder })));
    const taken = (await Promise.all(begun.map(mattersOf))).flat().map((matter) => Number(matter.number.slice(-6)));
    expect(new Set(taken).size).toBe(12_000);
    expect(Math.max(...taken) - Math.min(...taken)).toBe(11_999);
  });

  it("withdraws every row through the journal and keeps the numbers; then the rows may come anew", async () => {
    const done = await take(many("V", 1200));
    await startUndo(county.services, county.job, done.id);
    const undone = await undoImport(county.services, county.code, done.id, {});
    expect([undone.state, undone.undone_rows, undone.kept_rows]).toEqual(["undone", 1200, 0]);
    const after = await mattersOf(done.id);
    expect(new Set(after.map((matter) => `${matter.state} ${matter.version}`))).toEqual(new Set(["withdrawn 2"]));
    const again = await take(many("V", 1200));
    expect([again.new_rows, again.skipped_rows]).toEqual([1200, 0]);
    expect((await mattersOf(again.id))[0]!.number > after.at(-1)!.number).toBe(true);
  });

  it("is refused once somebody acted on a row", async () => {
    const done = await take([row("W1", "冢头镇的桥栏杆断了一截"), row("W2", "冢头镇的桥栏杆又断了一截")]);
    const [matter] = await mattersOf(done.id);
    const clerk = await county.actorOf("xian-shouli");
    await actOnMatter(county.services, clerk, matter!.id, {
      v: 1,
      commandId: newId(),
      baseVersion: 1,
      act: "withdraw",
      reason: "居民来电说已经修好",
    } as never);
    await expect(startUndo(county.services, county.job, done.id)).rejects.toMatchObject({
      code: "imports.acted-on",
      facts: { number: matter!.number },
    });
  });

  it("makes rows findable behind the import, each once", async () => {
    const done = await take([row("X1", "黄道镇的水塔漏水严重")]);
    expect(await indexImport(county.services, county.code, done.id, {})).toBe(1);
    expect(await indexImport(county.services, county.code, done.id, {})).toBe(0);
    const found = await read(
      county.db,
      county.job,
      "select 1 from matters.search s join matters.matters m on m.id = s.matter_id where m.import_id = $1 and s.tokens @> array['水塔']",
      [done.id],
    );
    expect(found).toHaveLength(1);
  });
});

it("leaves a journal from which every row of every import above is rebuilt, and numbers without a gap", async () => {
  const report = await verifyCounty(county.db, county.code, folder);
  expect(report.journal.findings).toEqual([]);
  expect(report.numbers.findings).toEqual([]);
  expect([report.sound, report.journal.lines > 9000]).toEqual([true, true]);
});
