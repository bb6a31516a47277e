import { createWriteStream, existsSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { root } from "../../foundation/root.ts";
import { csvLines, readRows } from "../../foundation/sheets/index.ts";
import { makeTexts } from "./texts.ts";

const REAL = join(root, "..", "shared", "data", "requests", "311_unified.csv");
const COLUMNS = ["编号", "受理时间", "类别", "内容", "地点", "经度", "纬度"].map((name) => ({ name }));

/** Writes a sheet of so many rows: a resample of real service requests where they lie beside the clone, else of made-up texts. Says which. */
export async function makeSheet(path: string, rows: number, prefix: string): Promise<string> {
  const source: string[][] = [];
  const real = existsSync(REAL);
  if (real)
    for await (const { cells } of readRows(REAL))
      source.push([
        cells[2] ?? "",
        cells[4] ?? "",
        `${cells[6] || cells[5] || cells[4]} (${cells[5]})`,
        cells[9] ?? "",
        cells[11] ?? "",
        cells[10] ?? "",
      ]);
  else for (const text of makeTexts(20_000, 7)) source.push(["2026-03-02 08:30:00", text.category, text.body, "", "", ""]);
  let seed = 5;
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
  function* lines() {
    for (let row = 1; row <= rows; row++) yield [`${prefix}${row}`, ...source[next() % source.length]!];
  }
  await pipeline(Readable.from(csvLines(COLUMNS, lines())), createWriteStream(path));
  return real ? "a resample of real service requests of other cities" : "made-up texts";
}
