import { NEVER_LINES, NEVER_VERSION } from "../../../foundation/i18n/never.table.ts";
import { hidden, summaryOfProblems, textField } from "./fields.ts";
import { html, type Part } from "./html.ts";
import { page, type Reader, sosStrip, telephone } from "./page.ts";
import { commonWords } from "./words/common.ts";
import { openWords } from "./words/open.ts";

const ways = (reader: Reader): Part => {
  const words = openWords[reader.locale];
  return html`<ul class="do"><li><a href="/say"><b>${words.say}</b><span>${words.sayHint}</span></a></li><li><a href="/f"><b>${words.follow}</b><span>${words.followHint}</span></a></li></ul>`;
};

/** 404: what it may be, and the two ways on. */
export function missingPage(reader: Reader): string {
  const words = openWords[reader.locale];
  return page(reader, {
    title: words.missingTitle,
    main: html`<h1>${words.missingTitle}</h1><p>${words.missing}</p>${ways(reader)}`,
  });
}

/** 503: nothing is lost, when to try again, whom to call. Stands without the style sheet's server. */
export function busyPage(reader: Reader, inlineStyle?: string): string {
  const words = openWords[reader.locale];
  const main = html`${sosStrip(reader)}<h1>${words.busyTitle}</h1><p>${words.busy}</p><p>${words.busyCall}<span class="line">${telephone(reader.county.centre.phone)}</span></p>`;
  return page(reader, { title: words.busyTitle, main, inlineStyle });
}

/** No network: kept ready by whoever serves the portal to telephones. */
export function offlinePage(reader: Reader, inlineStyle?: string): string {
  const words = openWords[reader.locale];
  const main = html`${sosStrip(reader)}<h1>${words.offlineTitle}</h1><p>${words.offline}</p><p>${words.busyCall}<span class="line">${telephone(reader.county.centre.phone)}</span></p>`;
  return page(reader, { title: words.offlineTitle, main, inlineStyle });
}

/** 500: ours, not theirs; a number to say over the telephone. */
export function faultPage(reader: Reader, requestId: string): string {
  const words = openWords[reader.locale];
  const main = html`<h1>${words.faultTitle}</h1><p>${words.fault} <b class="nb">${requestId}</b></p><p>${telephone(reader.county.centre.phone)}</p>`;
  return page(reader, { title: words.faultTitle, main });
}

/** A rule says no, or the act did not come from a page of this site. */
export function refusedPage(reader: Reader, sentence: string): string {
  const words = openWords[reader.locale];
  const main = html`<h1>${words.refusedTitle}</h1><p>${sentence}</p><p>${telephone(reader.county.centre.phone)}</p><p><a class="act" href="/">${commonWords[reader.locale].home}</a></p>`;
  return page(reader, { title: words.refusedTitle, main });
}

export function privacyPage(reader: Reader): string {
  const words = openWords[reader.locale];
  const main = html`<h1>${words.privacyTitle}</h1><dl class="sum">${words.privacy.map(([term, meaning]) => html`<div><dt><b>${term}</b></dt><dd>${meaning}</dd></div>`)}</dl><p><a class="act" href="/never">${words.neverTitle}</a></p>`;
  return page(reader, { title: words.privacyTitle, main });
}

/** 这个系统不做什么: the lines that the product does not cross, in plain words. */
export function neverPage(reader: Reader): string {
  const words = openWords[reader.locale];
  const lines = NEVER_LINES.map((line) => {
    const [term, meaning] = line[reader.locale];
    return html`<div id="${line.id}"><dt><b>${term}</b></dt><dd>${meaning}</dd>${line.checks.map((check) => html`<dd class="soft proof"><small>${words.neverCheck}: <span lang="en">${check}</span></small></dd>`)}</div>`;
  });
  const main = html`<h1>${words.neverTitle}</h1><p>${words.neverLead}</p><dl class="sum">${lines}</dl><p class="soft">${words.neverVersion(NEVER_VERSION.number, NEVER_VERSION.since)}</p><p>${words.neverHow}<span class="line">${telephone(reader.county.centre.phone)}</span></p><p><a class="act" href="/feedback">${words.feedbackTitle}</a></p><p><a class="act" href="/privacy">${words.privacyTitle}</a></p>`;
  return page(reader, { title: words.neverTitle, main });
}

export const FEEDBACK_LIMIT = 2000;

/** Complaints about the product itself. */
export function feedbackPage(
  reader: Reader,
  { commandId, words: typed, problem }: { commandId: string; words: string; problem?: string },
): string {
  const words = openWords[reader.locale];
  const wrong = problem ? { field: "text", words: problem } : undefined;
  const main = html`${wrong && summaryOfProblems(words.feedbackTitle, "", [wrong])}<h1>${words.feedbackTitle}</h1><p>${words.feedbackLead}</p>
<form action="/feedback" method="post" novalidate>${hidden([["command", commandId]])}${textField(reader, { id: "text", label: words.feedbackWords, value: typed, rows: 5, problem: wrong })}<button class="btn">${words.feedbackSend}</button></form>`;
  return page(reader, { title: wrong ? commonWords[reader.locale].error + problem : words.feedbackTitle, main });
}

export function thanksPage(reader: Reader): string {
  const words = openWords[reader.locale];
  return page(reader, {
    title: words.feedbackThanks,
    main: html`<h1>${words.feedbackThanks}</h1><p>${words.feedbackThanksHow}</p>${ways(reader)}`,
  });
}
