import type { FollowPage } from "../contract/portal.ts";
import { day, dayWords, wholeMoment } from "./dates.ts";
import { type Html, html } from "./html.ts";
import { inLocale, page, type Reader, telephone } from "./page.ts";
import { commonWords } from "./words/common.ts";
import { followWords } from "./words/follow.table.ts";

/** What the resident takes home, once. */
export interface ReceiptFacts {
  readonly code: string;
  /** Absolute address of the follow page, as in the QR. */
  readonly link: string;
  readonly qr: Html;
  readonly matter: FollowPage;
  readonly alsoMet: boolean;
  /** What is asked beside the 12 digits; `digits` where four were drawn with them. */
  readonly second: "phone" | "digits" | "nothing";
  readonly digits: string | null;
}

export const codeGroups = (code: string): Html => html`${code.match(/\d{4}/g)!.map((group) => html`<span>${group}</span> `)}`;

/** What else is asked: the telephone's last four are told to nobody, the four drawn ones stand beside the code. */
function beside(reader: Reader, { second, digits }: ReceiptFacts, paper: boolean): Html {
  const words = followWords[reader.locale];
  if (second === "phone" || !digits) return html`<p class="${paper ? "" : "soft"}">${words.withPhone}</p>`;
  return html`<p>${words.withDigits}</p><p class="${paper ? "pc" : "code"}">${codeGroups(digits)}</p>`;
}

/** Number large and grouped, what comes next and by when, whom to call. */
export function receiptPage(reader: Reader, facts: ReceiptFacts): string {
  const { code, link, qr, matter, alsoMet } = facts;
  const words = followWords[reader.locale];
  const { locale } = reader;
  const about = matter.secrecy ? false : html`<p>${matter.title}<br>${matter.place}</p>`;
  const due =
    matter.due &&
    html`<li><b>${locale === "en" && `${words.before} `}${day(matter.due.at, locale)}${locale === "zh-CN" && words.before}</b><br>${words.thenDue}</li>`;
  const main = html`<h1>${words.received}</h1>
<div class="ticket"><div><p>${words.yourCode}</p><p class="code">${codeGroups(code)}</p>${beside(reader, facts, false)}<p class="soft">${words.codeHint}</p>${about}<p>${wholeMoment(new Date(matter.receivedAt), locale)}<br>${words.number(matter.number)}</p></div>
<div class="qr">${qr}<p>${words.scan}</p></div></div>
<p class="gap">${alsoMet && `${words.alsoMet} `}${words.keepIt}</p>
<p><a class="btn" href="/f">${words.follow}</a><a class="btn two" href="/receipt/print">${words.print}</a></p>
<p class="soft">${words.link}<a class="act" href="${link}">${words.follow}</a></p>
<section><h2>${words.then}</h2><ol class="tl todo"><li><b>${words.thenUnit}</b><br>${words.thenUnitHow}</li>${due}<li><b>${words.thenLater}</b><br>${words.thenLaterHow}</li></ol></section>
<section><h2>${words.addOrUrgent}</h2><p>${words.addByPhone}<span class="line">${telephone(reader.county.centre.phone)}</span></p></section>
${leaveForm(reader)}`;
  return page(reader, { title: words.receiptTitle, main });
}

/** Ends the stay: for telephones and computers that others use. */
export function leaveForm(reader: Reader): Html {
  const words = followWords[reader.locale];
  return html`<section><form action="/f/leave" method="post"><button class="btn two">${words.leave}</button></form><p class="soft">${words.leaveHint}</p></section>`;
}

function paper(reader: Reader, facts: ReceiptFacts, size: "a4" | "r80"): Html {
  const words = followWords[reader.locale];
  const { code, qr, matter } = facts;
  const { locale, county } = reader;
  const rows = matter.secrecy
    ? html`<dt>${words.when}</dt><dd>${wholeMoment(new Date(matter.receivedAt), locale)}</dd><dt>${words.who}</dt><dd>${words.whoSealed} ${words.sealedPaper}</dd>`
    : html`<dt>${words.what}</dt><dd>${matter.title}</dd>${matter.place && html`<dt>${words.where}</dt><dd>${matter.place}</dd>`}<dt>${words.when}</dt><dd>${wholeMoment(new Date(matter.receivedAt), locale)}</dd><dt>${words.who}</dt><dd>${words.whoOpen}</dd>`;
  return html`<section class="${size}" aria-label="${size === "a4" ? words.a4 : words.roll}">
<p class="ph1"><b class="bn">${commonWords[locale].brand} ${inLocale(county.name, locale)}</b> <span>${words.paper}</span></p>
<div class="pt"><div><p>${words.yourCode}</p><p class="pc">${codeGroups(code)}</p>${beside(reader, facts, true)}<p>${words.number(matter.number)}</p></div><div class="pq">${qr}<p>${words.scan}</p></div></div>
<dl>${rows}</dl>
<h2 class="ph">${words.then}</h2><ul><li><b>${words.thenUnit}</b> ${words.thenUnitHow}</li>${matter.due && html`<li><b>${day(matter.due.at, locale)}</b> ${words.latest}</li>`}<li><b>${words.dissatisfied}</b> ${words.dissatisfiedHow}</li></ul>
${size === "a4" && matter.due && html`<p class="why">${words.why(dayWords(matter.due.at, locale))}${locale === "zh-CN" ? "：" : ": "}${matter.due.sentence}</p>`}
<p class="ft"><b>${words.askAt(county.centre.phone)}</b><br>${inLocale(county.centre.address, locale)}${locale === "zh-CN" ? "。" : ". "}${words.free}</p></section>`;
}

/** The receipt for a sheet of A4 and for an 80 mm roll; the paper of a sealed matter holds code and dates only. */
export function receiptPrintPage(reader: Reader, facts: ReceiptFacts, size: "a4" | "r80"): string {
  const words = followWords[reader.locale];
  const main = html`<div class="np"><h1>${words.printTitle}</h1><p>${words.printHow}</p>
<p><a class="act" href="/receipt">${words.printBack}</a> ${size === "a4" ? html`<a class="act" href="/receipt/print?paper=roll">${words.roll}</a>` : html`<a class="act" href="/receipt/print">${words.a4}</a>`}</p></div>
${paper(reader, facts, size)}`;
  return page(reader, { title: words.printTitle, main, wide: true });
}

/** The code is no longer at hand. */
export function noReceiptPage(reader: Reader): string {
  const words = followWords[reader.locale];
  const main = html`<h1>${words.noReceiptTitle}</h1><p>${words.noReceipt}</p><p>${words.noReceiptHow}</p><p><a class="btn" href="/f">${words.codeTitle}</a></p>
<section><h2>${words.lost}</h2><p>${words.lostHow}</p><p>${telephone(reader.county.centre.phone)}</p></section>`;
  return page(reader, { title: words.noReceiptTitle, main });
}
