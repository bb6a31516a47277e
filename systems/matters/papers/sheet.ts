import { type Html, html } from "../portal/html.ts";

/** One A4 sheet: black on white, repeated headings, page numbers by the browser; no script. */
export const sheet = (title: string, nonce: string, body: Html): string =>
  html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style nonce="${nonce}">
@page { size: A4; margin: 25mm 22mm 20mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 166mm; padding: 12mm 0; color: #000; background: #fff; font: 12pt/1.75 "SimSun", "Songti SC", "Noto Serif CJK SC", serif; }
h1 { margin: 0 0 6mm; font: 700 18pt/1.4 "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif; text-align: center; }
h2 { margin: 6mm 0 2mm; font: 700 13pt/1.5 "SimHei", "Noto Sans CJK SC", sans-serif; break-after: avoid; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 2mm 3mm; border: 0.35mm solid #000; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { width: 26mm; font-weight: 700; white-space: nowrap; }
thead { display: table-header-group; } tr { break-inside: avoid; }
.code { margin: 4mm 0; font: 700 24pt/1.3 "SimHei", "Noto Sans CJK SC", sans-serif; letter-spacing: 0.06em; text-align: center; font-variant-numeric: tabular-nums; }
.qr { display: block; width: 38mm; height: 38mm; margin: 0 auto 4mm; } .qr svg { width: 100%; height: 100%; }
.pre { white-space: pre-wrap; } .sign { display: flex; justify-content: space-between; margin-top: 16mm; } .small { font-size: 10pt; }
.noprint { margin: 0 0 6mm; padding: 3mm; border: 0.35mm dashed #000; font-size: 10pt; }
@media print { body { padding: 0; max-width: none; } .noprint { display: none; } }
</style></head><body>
<p class="noprint">按 Ctrl+P 打印；关闭此页回到工作台。 Press Ctrl+P to print.</p>
${body}
</body></html>`.toString();
