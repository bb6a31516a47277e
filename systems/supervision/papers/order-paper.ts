import type { z } from "zod";
import { formatDate } from "../../../foundation/time/index.ts";
import type { OrderPage } from "../contract.ts";
import { KIND_WORDS, MEASURE_WORDS } from "../words.ts";

type Page = z.input<typeof OrderPage>;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
const paragraphs = (text: string): string =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map((line) => `<p>${safe(line.trim())}</p>`)
    .join("");
const day = (at: string) => formatDate(new Date(at), "zh-CN");

/** 公文 layout after GB/T 9704-2012: A4, 156 × 225 mm, 16 pt body of 28 lines' height, issuer in red, number in 六角括号, red line. */
const STYLE = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 156mm; color: #000; background: #fff; font: 16pt/28.95pt "FangSong_GB2312", "FangSong", "STFangsong", "Noto Serif CJK SC", serif; }
.draft { font-family: "SimHei", "Noto Sans CJK SC", sans-serif; }
.issuer { margin: 35mm 0 0; color: #f00; font: 700 34pt/1.3 "FZXiaoBiaoSong-B05S", "SimSun", "Noto Serif CJK SC", serif; text-align: center; letter-spacing: 0.08em; }
.number { margin: 57.9pt 0 4mm; text-align: center; }
.red { margin: 0; border: 0; border-top: 0.7mm solid #f00; }
h1 { margin: 57.9pt 0 28.95pt; font: 22pt/1.5 "FZXiaoBiaoSong-B05S", "SimSun", "Noto Serif CJK SC", serif; text-align: center; text-wrap: balance; }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
p.to, p.plain { text-indent: 0; }
h2 { margin: 0; font: 16pt/28.95pt "SimHei", "Noto Sans CJK SC", sans-serif; text-indent: 2em; break-after: avoid; }
.sign { margin: 57.9pt 4em 0 0; text-align: right; text-indent: 0; break-inside: avoid; }
.foot { margin-top: 28.95pt; border-top: 0.35mm solid #000; border-bottom: 0.35mm solid #000; font-size: 14pt; break-inside: avoid; }
.noprint { margin: 0 0 6mm; padding: 3mm; border: 0.35mm dashed #000; font: 10pt/1.5 sans-serif; text-indent: 0; }
@media screen { body { padding: 12mm 4mm; } .issuer { margin-top: 8mm; } }
@media print { .noprint { display: none; } }`;

/** 督办函: the order as a document to print. A proposal says so on top and has no number. Names matters by number and kind, never residents. */
export function orderPaper(page: Page, nonce: string): string {
  const measure = MEASURE_WORDS[page.measure]["zh-CN"];
  const list = page.list
    .map(
      (one) =>
        `<p>${safe(one.number)}${one.kind ? `（${KIND_WORDS[one.kind]?.["zh-CN"] ?? ""}）` : ""}，期限 ${day(one.dueAt)}。</p>`,
    )
    .join("");
  const due = page.dueAt
    ? `请于 ${day(page.dueAt)} 前书面答复办理情况，并附依据材料。`
    : `下发后 ${page.days} 个工作日内书面答复。`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${safe(page.title ?? "督办建议")}</title>
<style nonce="${nonce}">${STYLE}</style></head><body>
<p class="noprint">按 Ctrl+P 打印；关闭此页回到工作台。 Press Ctrl+P to print.</p>
${page.number ? "" : '<p class="plain draft">建议稿（未下发，无效力）</p>'}
<div class="issuer">${safe(page.issuer.name)}</div>
<p class="number plain">${safe(page.title ?? "")}</p><hr class="red">
<h1>关于${safe(page.subject)}的${measure}${page.measure.startsWith("recommend-") ? "" : "通知"}</h1>
<p class="to">${safe(page.unit.name)}：</p>
<h2>一、事由</h2>${paragraphs(page.ground)}
<h2>二、所涉事项</h2>${list}
<h2>三、要求</h2>${paragraphs(page.demand)}<p>${due}</p>
<h2>四、依据</h2><p>${safe(page.basis)}${page.decision ? `；${safe(page.decision)}` : ""}。</p>
<p class="sign">${safe(page.issuer.name)}<br>${page.issuedAt ? day(page.issuedAt) : "　　年　月　日"}</p>
${page.answer ? `<h2>答复</h2>${paragraphs(page.answer)}<p class="sign">${safe(page.unit.name)}</p>` : ""}
<p class="foot plain">${safe(page.issuer.name)}　　${page.issuedAt ? `${day(page.issuedAt)}印发` : ""}</p>
</body></html>`;
}
