import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeXlsx } from "../../../foundation/sheets/index.ts";
import type { CatalogueItem } from "../rules/dispatch-shapes.ts";
import { readCatalogueSheet, writeCatalogueSheet } from "./catalogue-sheet.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "catalogue-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const both = (zh: string) => ({ zh, en: zh });
const register = {
  categories: [
    { code: "water", name: both("供水") },
    { code: "roads", name: both("道路") },
  ],
  units: [
    { code: "works", name: "县工务局", shortName: "工务局", parent: null, level: "county" as const },
    { code: "town", name: "城管局", shortName: "城管", parent: null, level: "county" as const },
  ],
};
const item = (code: string, category: string, more: Partial<CatalogueItem> = {}): CatalogueItem => ({
  code,
  name: both(`事项${code}`),
  category,
  level: "county",
  lead: "unit:works",
  supports: ["township-of-place"],
  basis: "示例，待县里核定",
  ...more,
});
const read = async (bytes: Buffer) => {
  const path = join(folder, "a.xlsx");
  await writeFile(path, bytes);
  return readCatalogueSheet(path, "a.xlsx", register);
};

describe("the catalogue's spreadsheet", () => {
  it("reads back as it was written", async () => {
    const items = [
      item("0101", "water", { validFrom: "2026-01-01", validTo: "2026-12-31", note: "备注" }),
      item("0102", "roads", { lead: "township-of-place", level: "township", supports: ["unit:town", "unit:works"] }),
    ];
    expect(await read(await writeCatalogueSheet(items, register))).toMatchObject({ items, faults: [], missing: [], rows: 2 });
  });
  it("guards what looks like a formula", async () => {
    const back = await read(await writeCatalogueSheet([item("1", "water", { note: "=1+1" })], register));
    expect(back.items[0]?.note).toBe("'=1+1");
  });
  it("takes columns in any order and names each fault by its row", async () => {
    const columns = ["主办单位", "协办单位", "类别", "事项名称", "编码", "依据"].map((name) => ({ name }));
    const rows = [
      ["工务局", "城管局", "供水", "供水保障", "1", "示例"],
      ["没有这个局", "", "供水", "水费", "2", "示例"],
      ["工务局", "工务局", "月亮", "其他", "3", "示例"],
    ];
    const found = await read(await writeXlsx([{ name: "a", columns, rows }]));
    expect(found.items[0]).toMatchObject({ code: "1", category: "water", lead: "unit:works", supports: ["unit:town"] });
    expect(found.faults.map(({ row, code, what }) => `${row} ${code} ${what}`)).toEqual([
      "3 unknown-unit 没有这个局",
      "3 overlapping-validity 1",
      "4 unknown-category 月亮",
      "4 lead-supports-itself unit:works",
    ]);
  });
  it("says which column is missing instead of guessing", async () => {
    const found = await read(
      await writeXlsx([{ name: "a", columns: [{ name: "编码" }, { name: "类别" }], rows: [["1", "供水"]] }]),
    );
    expect(found.missing).toEqual(["事项名称", "主办单位"]);
  });
});
