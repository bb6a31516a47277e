import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { csvLines } from "../../foundation/sheets/index.ts";
import { figuresCsv } from "../../systems/matters/portal/index.ts";

const root = join(import.meta.dirname, "..", "..");
const MAKES_A_SHEET = /text\/csv|spreadsheetml|\bcsvLines\(|\bwriteXlsx\(|\.csv"/;
/** Where a sheet goes out, and whether it is written by the writers that guard. */
const makers = globSync("{systems,apps}/**/*.ts", { cwd: root })
  .filter((file) => !/\.test\.ts$|words|\.table\.ts$|contract/.test(file))
  .map((file) => [file, readFileSync(join(root, file), "utf8")] as const)
  .filter(([, text]) => MAKES_A_SHEET.test(text));
/** These send what a file of the list below has written, or take sheets in. */
const SENDS_ONLY = [
  "systems/orders/api.ts",
  "systems/surveys/api.ts",
  "systems/dispatch/api-catalogue.ts",
  "apps/portal/open-routes.ts",
  "systems/matters/portal/figures.ts",
];
const CANARIES = ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")'];
/** Cells of a CSV without the quotes around them. */
const cells = (csv: string) =>
  csv
    .replace(/^\uFEFF/, "")
    .split(/\r\n|,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((cell) => cell.replace(/^"|"$/g, ""));
const FORMULA = /^[=+\-@\t\r]/;

/** What becomes of a cell in an XLSX is held beside the writer: foundation/sheets/write.test.ts. */
describe("every export guards formulas", () => {
  it("is written by the one writer, or is the portal's figures", () => {
    expect(makers.length).toBeGreaterThanOrEqual(5);
    const apart = makers
      .filter(([file, text]) => !SENDS_ONLY.includes(file) && !/foundation\/sheets\/index\.ts/.test(text))
      .map(([file]) => file);
    expect(apart).toEqual([]);
  });
  it("a CSV of the writer begins no cell with a formula", async () => {
    const lines: string[] = [];
    const columns = [{ name: "=heading" }] as never;
    for await (const line of csvLines(
      columns,
      (async function* () {
        for (const text of CANARIES) yield [text];
      })() as never,
    ))
      lines.push(String(line));
    expect(cells(lines.join("")).filter((cell) => FORMULA.test(cell))).toEqual([]);
    expect(lines.join("")).toContain("'=1+1");
  });
  it("the portal's figures neither", () => {
    const rows = CANARIES.map((name) => ({ name, received: 12, closed: 12 }));
    const csv = figuresCsv({ locale: "zh-CN" }, {
      townships: rows,
      categories: rows,
      weeks: [],
      from: "2026-11-16",
      to: "2026-11-22",
    } as never);
    expect(cells(csv).filter((cell) => FORMULA.test(cell))).toEqual([]);
    expect(csv).toContain("'=1+1");
  });
});
