import { formatShortDate } from "../../../foundation/time/index.ts";
import type { PublicFigures } from "../contract/portal.ts";
import { wholeMoment } from "./dates.ts";
import { type Html, html, trusted } from "./html.ts";
import { page, type Reader } from "./page.ts";
import { openWords } from "./words/open.ts";

type Row = { readonly name: string; readonly received: number | null; readonly closed: number | null };

function table(reader: Reader, { caption, first, rows }: { caption: string; first: string; rows: readonly Row[] }): Html {
  const words = openWords[reader.locale];
  if (rows.length === 0) return html`<p>${words.nothing}</p>`;
  const cell = (count: number | null) => (count === null ? words.withheld : count);
  return html`<div class="tw" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr><th scope="col">${first}</th><th scope="col">${words.receivedCount}</th><th scope="col">${words.closedCount}</th></tr></thead><tbody>
${rows.map(({ name, received, closed }) => html`<tr><th scope="row">${name}</th><td>${cell(received)}</td><td>${cell(closed)}</td></tr>`)}</tbody></table></div>`;
}

/** Bars with letters that grow with the reader's letter size: lengths in per cent, heights in rem. A withheld week has no bar. */
function chart(reader: Reader, weeks: readonly Row[]): Html {
  const words = openWords[reader.locale];
  const most = Math.max(1, ...weeks.flatMap(({ received, closed }) => [received ?? 0, closed ?? 0]));
  const percent = (count: number | null) => `${(((count ?? 0) / most) * 55).toFixed(1)}%`;
  const rows = weeks.map(({ name, received, closed }, index) => {
    const y = index * 2.6;
    const at = (offset: number) => `${(y + offset).toFixed(2)}rem`;
    const label = received === null ? words.withheld : String(received);
    return `<text x="0" y="${at(1.35)}">${name}</text><rect class="a" x="24%" y="${at(0.2)}" width="${percent(received)}" height=".85rem"/><rect class="b" x="24%" y="${at(1.1)}" width="${percent(closed)}" height=".85rem"/><text x="${(25.5 + (Math.max(received ?? 0, closed ?? 0) / most) * 55).toFixed(1)}%" y="${at(1.35)}">${label}</text>`;
  });
  const title = words.weeksChart(weeks[0]?.name ?? "", weeks.at(-1)?.name ?? "");
  return html`<figure><p><span class="kb"></span>${words.chartReceived}<span class="kb b"></span>${words.closedCount}</p><svg class="ch" height="${(weeks.length * 2.6).toFixed(1)}rem" role="img" aria-label="${title}">${trusted(rows.join(""))}</svg></figure>`;
}

/** The week's figures for everyone; what could lead to a person was withheld before it came here. */
export function figuresPage(reader: Reader, figures: PublicFigures): string {
  const words = openWords[reader.locale];
  const { locale } = reader;
  const weeks = figures.weeks.map(({ from, received, closed }) => ({ name: formatShortDate(from, locale), received, closed }));
  const big = (count: number | null) => (count === null ? words.withheld : words.cases(count));
  const main = html`<h1>${words.figuresTitle}</h1><p>${words.figuresWeek(formatShortDate(figures.week.from, locale), formatShortDate(figures.week.to, locale))}${words.figuresMade(wholeMoment(new Date(figures.calculatedAt), locale).markup.replace(/<[^>]+>/g, ""))}</p>
<ul class="num"><li>${words.receivedCount}<b>${big(figures.received)}</b></li><li>${words.closedCount}<b>${big(figures.closed)}</b></li><li>${words.onTime}<b>${figures.onTimePercent === null ? words.withheld : words.perHundred(figures.onTimePercent)}</b></li></ul>
<section><h2>${words.byTownship}</h2>${table(reader, { caption: words.byTownshipTable, first: words.township, rows: figures.townships })}<p class="gap">${words.withheldWhy}</p></section>
<section><h2>${words.byCategory}</h2>${table(reader, { caption: words.byCategoryTable, first: words.category, rows: figures.categories })}</section>
<section><h2>${words.weeksTitle}</h2>${chart(reader, weeks)}${table(reader, { caption: words.weeksTable, first: words.week, rows: weeks })}</section>
<section><h2>${words.how}</h2><dl class="sum">${words.definitions.map(([term, meaning]) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>
<p><a class="act" href="/figures.csv">${words.download}</a></p></section>`;
  return page(reader, { title: words.figuresTitle, main });
}

const quoted = (cell: string): string => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replace(/"/g, '""')}"`;

/** The same tables as CSV, with a byte order mark so that spreadsheets read the Chinese. */
export function figuresCsv(reader: Pick<Reader, "locale">, figures: PublicFigures): string {
  const words = openWords[reader.locale];
  const cell = (count: number | null) => (count === null ? words.withheld : String(count));
  const block = (first: string, rows: readonly Row[]) => [
    [first, words.receivedCount, words.closedCount].map(quoted).join(","),
    ...rows.map((row) => [quoted(row.name), cell(row.received), cell(row.closed)].join(",")),
    "",
  ];
  const weeks = figures.weeks.map(({ from, received, closed }) => ({ name: from, received, closed }));
  return `\uFEFF${[...block(words.township, figures.townships), ...block(words.category, figures.categories), ...block(words.week, weeks)].join("\r\n")}`;
}
