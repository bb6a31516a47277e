import type { ImportRecord } from "../../store/imports/shapes.ts";
import { importErrors, importNotes, problemOfMany } from "../../store/imports/words.table.ts";

type Both = Readonly<Record<"zh-CN" | "en", string>>;

/** Why a column was proposed for a field. */
export const REASONS: Readonly<Record<string, Both>> = {
  "name-equals": { "zh-CN": "列名相同", en: "the name is the same" },
  "name-like": { "zh-CN": "列名相近", en: "the name is alike" },
  "content-fits": { "zh-CN": "内容相符", en: "its content fits" },
  "content-differs": { "zh-CN": "内容不太像，请核对", en: "its content differs, please check" },
  "only-column-of-its-kind": { "zh-CN": "唯一一列这类内容", en: "the only column of its kind" },
  unused: { "zh-CN": "没有对应的字段，不导入", en: "no field takes it; left out" },
  chosen: { "zh-CN": "由人选定", en: "chosen by a person" },
};

const STATE: Readonly<Record<string, Both>> = {
  checked: { "zh-CN": "试运行完成，尚未写入", en: "Tried on every row; nothing is written yet" },
  done: { "zh-CN": "导入完成", en: "Import done" },
  stopped: { "zh-CN": "导入已停下，可以接着导", en: "Import stopped; it can be gone on with" },
  undoing: { "zh-CN": "正在撤销", en: "Being undone" },
  undone: { "zh-CN": "导入已撤销，编号保留", en: "Import undone; the numbers are kept" },
  failed: { "zh-CN": "导入没有完成", en: "The import did not finish" },
};

/** The import's account of itself: counts, what stayed out and why, what was moved or renamed, how it ended. */
export function importReport(record: ImportRecord, locale: "zh-CN" | "en", failure: string | null): string {
  const zh = locale === "zh-CN";
  const lines = [`${STATE[record.state]?.[locale] ?? record.state}${zh ? "：" : ": "}${record.name}`];
  if (failure) lines.push(failure);
  lines.push(
    zh
      ? `共读 ${record.read_rows} 行：${record.state === "checked" ? "可导入" : "写入"} ${record.new_rows}，重复略过 ${record.skipped_rows}，有错未导入 ${record.error_rows}。`
      : `${record.read_rows} rows read: ${record.new_rows} ${record.state === "checked" ? "to come in" : "written"}, ${record.skipped_rows} repeats passed over, ${record.error_rows} left out with an error.`,
  );
  if (record.shift_years !== 0)
    lines.push(zh ? `全部时间移动了 ${record.shift_years} 年。` : `All dates were moved by ${record.shift_years} years.`);
  if (record.pseudonyms)
    lines.push(
      zh
        ? "原文地点是化名，按随本系统附带的对照表换成本县乡镇，不是真实发生地。"
        : "Places in the source are pseudonyms; they stand for this county's townships by the committed table, not for where things happened.",
    );
  for (const [code, many] of Object.entries(record.notes).sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1)))
    lines.push(zh ? `· ${many} 行：${problemOfMany(code, locale)}` : `· ${many} rows: ${problemOfMany(code, locale)}`);
  if (record.undone_rows > 0 || record.kept_rows > 0)
    lines.push(
      zh
        ? `已撤回 ${record.undone_rows} 件，${record.kept_rows} 件已有人办理，保留。`
        : `${record.undone_rows} matters withdrawn, ${record.kept_rows} kept because somebody had acted on them.`,
    );
  if (record.worked_seconds > 0)
    lines.push(zh ? `用时 ${record.worked_seconds.toFixed(1)} 秒。` : `It took ${record.worked_seconds.toFixed(1)} s.`);
  return lines.join("\n");
}

const order = (code: string): number => (code in importErrors ? 0 : code in importNotes ? 1 : 2);
