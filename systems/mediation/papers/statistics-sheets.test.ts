import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type OutSheet, writeXlsx } from "../../../foundation/sheets/index.ts";
import { KINDS } from "../rules/case.ts";
import { agreed, atTheTable, Walk } from "../rules/cases.fixture.ts";
import { BODIES, type RegisterRow, registerRow } from "../rules/register-row.ts";
import { awardSheet, KIND_WORDS, statisticsSheets } from "./statistics-sheets.ts";

/** The first sheet as LibreOffice computes it. */
async function computed(sheets: readonly OutSheet[]): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), "linli-sheet-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), await writeXlsx(sheets));
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1",
        "--outdir",
        folder,
        join(folder, "book.xlsx"),
      ],
      {
        stdio: "ignore",
        timeout: 90_000,
      },
    );
    return readFileSync(join(folder, "book.csv"), "utf8")
      .trim()
      .split("\n")
      .map((line) => line.replaceAll('"', "").split(","));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const anyRow: fc.Arbitrary<RegisterRow> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    body: fc.constantFrom(...BODIES),
    origin: fc.constantFrom("application", "own-motion", "referral"),
    month: fc.constantFrom("2026-09", "2026-10"),
    ended: fc.constantFrom("agreed", "failed", "refused", "open"),
    form: fc.constantFrom("written", "oral"),
    amount: fc.integer({ min: 0, max: 10_000_000 }),
    performed: fc.boolean(),
    confirmed: fc.boolean(),
  })
  .map(({ month, ...row }) => ({
    ...row,
    number: "（2026）示例人调字第1号",
    committee: "示例村人民调解委员会",
    from: null,
    acceptedOn: `${month}-05`,
    form: row.ended === "agreed" ? row.form : null,
    amount: row.ended === "agreed" ? row.amount : null,
    performed: row.ended === "agreed" && row.performed,
    confirmed: row.ended === "agreed" && row.confirmed,
  })) as fc.Arbitrary<RegisterRow>;

test("the statistics that LibreOffice computes from the formulas are the register counted by hand", async () => {
  const rows = fc.sample(anyRow, { numRuns: 200, seed: 20261124 });
  const table = await computed(statisticsSheets(rows));
  for (const kind of KINDS) {
    const mine = rows.filter((row) => row.kind === kind);
    const ended = mine.filter((row) => row.ended !== "open");
    const done = mine.filter((row) => row.ended === "agreed");
    const found = table.find((line) => line[0] === KIND_WORDS[kind])!;
    expect(found.slice(1, 4).map(Number), kind).toEqual([mine.length, ended.length, done.length]);
    expect(Math.abs(Number.parseFloat(found[4]!) - (ended.length ? (100 * done.length) / ended.length : 0)), kind).toBeLessThan(
      0.06,
    );
    expect(found.slice(5, 9).map(Number), kind).toEqual([
      mine.filter((row) => row.form === "oral").length,
      mine.filter((row) => row.form === "written").length,
      mine.filter((row) => row.performed).length,
      mine.filter((row) => row.confirmed).length,
    ]);
    const amount = mine.reduce((sum, row) => sum + (row.amount ?? 0), 0) / 1_000_000;
    expect(Math.abs(Number(found[9]) - amount), kind).toBeLessThan(0.0051);
  }
  expect(Number(table.at(-1)![1])).toBe(rows.length);
}, 120_000);

test("the sheet of awards adds up, a line a case in the register's order", async () => {
  const tariff = { simple: 10_000, hard: 30_000, grades: { excellent: 10_000, good: 5_000, plain: 0 } };
  const table = await computed([
    awardSheet(
      [
        { number: "1号", mediators: "王某", difficulty: "simple", grade: null },
        { number: "2号", mediators: "赵某", difficulty: "hard", grade: "excellent" },
      ],
      tariff,
    ),
  ]);
  expect(table[1]!.slice(4, 7).map(Number)).toEqual([100, 0, 100]);
  expect(table[2]!.slice(4, 7).map(Number)).toEqual([300, 100, 400]);
  expect(table[3]!.slice(4, 7).map(Number)).toEqual([400, 100, 500]);
}, 60_000);

test("a line of the register tells how a case ended, and nothing of who", () => {
  const committee = { name: "示例村人民调解委员会", body: "village" as const };
  expect(registerRow(new Walk().one, committee)).toBeUndefined();
  expect(registerRow(agreed().one, committee)).toEqual({
    number: "（2026）东街人调字第3号",
    committee: committee.name,
    body: "village",
    kind: "neighbours",
    origin: "application",
    from: null,
    acceptedOn: "2026-09-01",
    ended: "agreed",
    form: "written",
    amount: 200_000,
    performed: false,
    confirmed: false,
  });
  expect(registerRow(atTheTable().do("fail", { why: "谈不拢", ways: ["court"] }).one, committee)?.ended).toBe("failed");
  expect(
    registerRow(atTheTable().do("refuse-mediation", { party: "b", words: "不调", ways: ["court"] }).one, committee)?.ended,
  ).toBe("refused");
  expect(registerRow(atTheTable().one, committee)?.ended).toBe("open");
});
