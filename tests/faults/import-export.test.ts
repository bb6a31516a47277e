import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stopServer } from "../../foundation/postgres/processes.ts";
import { freePort } from "../../foundation/postgres/server.ts";
import { inGb18030 } from "../builders/sheets.ts";
import { endAll, type LinliProcess, linli } from "./linli-process.ts";

const data = mkdtempSync(join(tmpdir(), "linli-sheets-test-"));
const sheet = join(data, "乡镇台账.csv");
const FORMULA = '=HYPERLINK("http://example.invalid","点我")';
/** Names and order that no mapping was made for, written as Excel for Chinese writes it; the people are made up. */
const ROWS = [
  ["序", "来电人", "联系方式", "反映的问题", "事发地", "来电日期", "办理状态", "办结时间"],
  ["甲-1", "虚构甲", "13800000001", "村口三盏路灯不亮，晚上看不见路（示例）。", "冢头镇", "2026/1/5 8:30", "办结", "2026/1/9"],
  ["甲-2", "虚构乙", "13800000002", FORMULA, "安良镇", "2026年1月6日", "在办", ""],
  ["甲-3", "虚构丙", "13800000003", "井盖松了，车一过就响，镕㘎两字也要留下（示例）。", "龙山街道", "2026-01-07", "", ""],
  ["甲-4", "虚构丁", "13800000004", "", "龙山街道", "2026-01-08", "", ""],
];
const csv = ROWS.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
/** What a person says of the one column that is not recognised. */
const TEXT = ["--map", "反映的问题=text"];
let started: LinliProcess;

beforeAll(async () => {
  writeFileSync(sheet, inGb18030(csv));
  const admin = { LINLI_ADMIN_NAME: "guanli", LINLI_ADMIN_PASSWORD: "only-for-this-test" };
  started = linli(data, ["start", "--port", String(await freePort(0))], admin);
  await started.ready();
}, 120_000);
afterAll(async () => {
  started.child.kill("SIGINT");
  await started.ended;
  await endAll();
  await stopServer(join(data, "postgres", "18"));
  rmSync(data, { recursive: true, force: true });
}, 60_000);

const run = async (...args: string[]) => {
  const one = linli(data, args);
  return { code: await one.ended, said: one.said() };
};

test("a sheet it has never seen is read, its mapping and the try shown, and nothing comes in before somebody says yes", async () => {
  const unmapped = await run("import", sheet);
  expect([unmapped.code, unmapped.said]).toEqual([1, expect.stringContaining("还没有哪一列对应“内容”")]);
  expect(unmapped.said).toContain("反映的问题 → ignore");
  const asked = await run("import", sheet, ...TEXT);
  expect(asked.code).toBe(1);
  expect(asked.said).toContain("反映的问题 → text");
  expect(asked.said).toContain("联系方式 → phone");
  expect(asked.said).toContain("共读 4 行：可导入 3，重复略过 0，有错未导入 1");
  expect(asked.said).toMatch(/第 5 行：没有内容/);
  expect(asked.said).toContain("原表已办结");
  expect(asked.said).toContain("--yes");
  expect(asked.said).not.toMatch(/1380000000\d|虚构[甲乙丙丁]/);
  const file = join(data, "none.csv");
  expect((await run("export", file)).code).toBe(0);
  expect(parse(readFileSync(file, "utf8"), { bom: true })).toHaveLength(1);
}, 60_000);

test("confirmed, its rows come in once, however often it is brought", async () => {
  const done = await run("import", sheet, "--yes", ...TEXT);
  expect([done.code, done.said]).toEqual([0, expect.stringContaining("写入 3，重复略过 0，有错未导入 1")]);
  const again = await run("import", sheet, "--yes", ...TEXT);
  expect([again.code, again.said]).toEqual([0, expect.stringContaining("写入 0，重复略过 3，有错未导入 1")]);
}, 60_000);

test("a mapping that the sheet does not have is told with the fields there are", async () => {
  const wrong = await run("import", sheet, "--yes", "--map", "没有这列=text");
  expect(wrong.code).not.toBe(0);
  expect(wrong.said).toContain("--map 没有这列=text 写得不对");
  expect((await run("import", join(data, "missing.csv"), "--yes")).said).toContain("找不到文件");
}, 60_000);

test("what goes out holds every row, no identity, and no cell that a spreadsheet would calculate", async () => {
  for (const form of ["csv", "xlsx"]) {
    const file = join(data, `out.${form}`);
    expect([(await run("export", file)).code, existsSync(file), existsSync(`${file}.part`)]).toEqual([0, true, false]);
  }
  const rows: string[][] = parse(readFileSync(join(data, "out.csv"), "utf8"), { bom: true });
  expect(rows).toHaveLength(4);
  const cells = rows.flat();
  expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell) || /^-\D/.test(cell))).toEqual([]);
  expect(cells.some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true);
  expect(cells.join()).toContain("镕㘎两字");
  expect(cells.join()).not.toMatch(/1380000000\d|虚构[甲乙丙丁]/);
  expect(statusesOf(rows)).toEqual(["待受理"]);
}, 60_000);

/** What the states of the list are called, each once. */
function statusesOf([header, ...rows]: string[][]): string[] {
  const at = header!.indexOf("状态");
  return [...new Set(rows.map((row) => row[at]!))];
}
