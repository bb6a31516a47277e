import { kindOfValue } from "./guess.ts";
import type { Merge } from "./scan.ts";
import type { SheetRow } from "./shapes.ts";

export interface HeaderFinding {
  /** Row number of the last header row as Excel shows it; 0 where the table has none. */
  readonly headerRow: number;
  /** 0, 1 or 2 rows. */
  readonly headerRows: number;
  readonly names: readonly string[];
}

/** How many rows a header is judged by. */
export const SAMPLE_ROWS = 200;
const LOOKED_AT = 25;
const LEAST = 0.5;
const LATER_MUST_BEAT_BY = 0.05;
const HEADER_WORD =
  /^(?:序号|编号|.{0,6}(?:号|编码|id)|.{0,8}(?:时间|日期|内容|详情|标题|主题|名称|姓名|电话|地址|地点|位置|类别|类型|分类|状态|来源|单位|部门|备注|数|人|情况|结果|标签|意见|经度|纬度)|id|no\.?|name|title|date|time|created|closed|text|description|status|category|address|lat|lon|lng|source|user|phone)$/i;

const short = (text: string): boolean => text.length <= 30;
const filled = (cells: readonly string[]): string[] => cells.filter((cell) => cell !== "");

/**
 * Finds the header among the first rows: the row that is wide, all words, short, without repetition, and unlike the rows below it.
 * Title rows above are passed over; two header rows are joined, by merged ranges where the file has them, else by their gaps.
 */
export function findHeader(rows: readonly SheetRow[], merges: readonly Merge[] = []): HeaderFinding {
  const widths = rows.map((row) => filled(row.cells).length).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  let best: { at: number; score: number } | undefined;
  for (const [at, row] of rows.slice(0, LOOKED_AT).entries()) {
    const score = headerScore(row.cells, rows.slice(at + 1), usual);
    if (score > (best ? best.score + LATER_MUST_BEAT_BY : LEAST)) best = { at, score };
    if (score < 0.2 && best) break;
  }
  if (!best) return { headerRow: 0, headerRows: 0, names: [] };
  const found = rows[best.at] as SheetRow;
  const above = rows[best.at - 1];
  if (above && above.row === found.row - 1 && isUpperHeader(above, found, merges)) return joined(above, found, merges);
  const below = rows[best.at + 1];
  if (below && below.row === found.row + 1 && isUpperHeader(found, below, merges)) return joined(found, below, merges);
  return { headerRow: found.row, headerRows: 1, names: found.cells };
}

function headerScore(cells: readonly string[], below: readonly SheetRow[], usual: number): number {
  const names = filled(cells);
  if (names.length === 0 || (names.length === 1 && usual > 1)) return 0;
  const share = (test: (name: string) => boolean) => names.filter(test).length / names.length;
  const words = share((name) => kindOfValue(name) === undefined);
  const brief = share(short);
  const unlike = new Set(names).size / names.length;
  const wide = Math.min(1, names.length / Math.max(usual, 1));
  const known = share((name) => HEADER_WORD.test(name.replace(/[\s*＊：:]|[（(].*[)）]/g, "")));
  const contrast = below.length === 0 ? 0 : contrastWith(cells, below.slice(0, 20));
  if (words < 0.7 || brief < 0.7) return 0;
  return 0.2 * words + 0.1 * brief + 0.15 * unlike + 0.15 * wide + 0.25 * known + 0.15 * contrast;
}

/** The share of columns whose values below are of another sort than this cell: numbers under words, or much longer texts. */
function contrastWith(cells: readonly string[], below: readonly SheetRow[]): number {
  let different = 0;
  let columns = 0;
  for (const [index, name] of cells.entries()) {
    const values = below.map((row) => row.cells[index] ?? "").filter((value) => value !== "");
    if (name === "" || values.length === 0) continue;
    columns++;
    const typed = values.filter((value) => kindOfValue(value) !== undefined).length > values.length / 2;
    const long = values.filter((value) => value.length > 2.5 * name.length + 6).length > values.length / 2;
    if ((typed && kindOfValue(name) === undefined) || long) different++;
  }
  return columns === 0 ? 0 : different / columns;
}

/** Is `upper` a row of headings over groups of `lower`'s columns? */
function isUpperHeader(upper: SheetRow, lower: SheetRow, merges: readonly Merge[]): boolean {
  const names = filled(lower.cells);
  if (names.length === 0 || names.some((name) => kindOfValue(name) !== undefined || !short(name))) return false;
  if (filled(upper.cells).length < 2 || filled(upper.cells).some((name) => kindOfValue(name) !== undefined || !short(name)))
    return false;
  const grouping = merges.filter((merge) => merge.top === upper.row && merge.right > merge.left && merge.bottom === upper.row);
  const spanning = merges.filter((merge) => merge.top === upper.row && merge.bottom === lower.row && merge.left === merge.right);
  if (grouping.length > 0 || spanning.length > 0) return grouping.length > 0;
  // Without merged ranges (CSV): every name below stands under a gap or begins a group, and single columns are empty below.
  const width = Math.max(upper.cells.length, lower.cells.length);
  let gapsFilled = 0;
  for (let index = 0; index < width; index++) {
    const top = upper.cells[index] ?? "";
    const bottom = lower.cells[index] ?? "";
    if (top === "" && bottom !== "") gapsFilled++;
    if (top !== "" && bottom !== "" && (upper.cells[index + 1] ?? "") !== "") return false;
  }
  return gapsFilled > 0;
}

function joined(upper: SheetRow, lower: SheetRow, merges: readonly Merge[]): HeaderFinding {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const names: string[] = [];
  let group = "";
  for (let index = 0; index < width; index++) {
    const own = upper.cells[index] ?? "";
    const bottom = lower.cells[index] ?? "";
    const merge = merges.find(
      (one) => one.top <= upper.row && one.bottom >= upper.row && one.left <= index && one.right >= index,
    );
    if (own !== "") group = own;
    const top = own || (merge ? (upper.cells[merge.left] ?? "") : merges.length > 0 || bottom === "" ? "" : group);
    names.push(top && bottom && top !== bottom ? `${top} / ${bottom}` : top || bottom);
  }
  return { headerRow: lower.row, headerRows: 2, names };
}
