import { beside, summaryOfProblems } from "./fields.ts";
import { type Html, html, lines, trusted } from "./html.ts";
import { page, type Reader, telephone } from "./page.ts";
import { commonWords } from "./words/common.ts";
import { followWords } from "./words/follow.table.ts";

function lostCode(reader: Reader): Html {
  const words = followWords[reader.locale];
  return html`<section><h2>${words.lost}</h2><p>${words.lostHow}</p><p>${telephone(reader.county.centre.phone)}</p></section>`;
}

export interface EnterCode {
  /** What is wrong with the code, in words; the code that was typed comes back with it. */
  readonly problem?: string;
  readonly typed?: string;
  /** The stay had ended; words that were being written are shown so that they can be copied. */
  readonly expired?: { readonly words: string };
}

/** Asks for the 12 digits. They travel in the body of a POST and never stand in an address. */
export function enterCodePage(reader: Reader, { problem, typed, expired }: EnterCode): string {
  const words = followWords[reader.locale];
  const wrong = problem ? ({ field: "code", words: problem } as const) : undefined;
  const heading = expired ? words.expired : words.codeTitle;
  const main = html`${wrong && summaryOfProblems(words.errors(1), words.errorsLead, [wrong])}
<h1>${heading}</h1>${expired && html`<p>${words.expiredLead}</p>`}
<form action="/f" method="post" novalidate><div class="${wrong ? "f bad" : "f"}"><label class="q" for="code">${words.code}</label><p class="hint" id="code-h">${words.codeField}</p>${beside(reader, wrong)}
<input class="short wide" type="text" id="code" name="code" value="${typed}" inputmode="numeric" autocomplete="one-time-code" maxlength="40" aria-describedby="code-h${wrong && " code-e"}"${wrong && trusted(' aria-invalid="true"')}></div>
<button class="btn">${words.look}</button></form><p class="soft">${words.qrInstead}</p>
${expired?.words && html`<section><h2>${words.expiredWords}</h2><blockquote class="box">${lines(expired.words)}</blockquote></section>`}
${lostCode(reader)}`;
  return page(reader, { title: wrong ? `${commonWords[reader.locale].error}${words.errors(1)}` : heading, main });
}

/** Too many wrong codes from this part of the network. */
export function tooManyPage(reader: Reader, minutes: number): string {
  const words = followWords[reader.locale];
  const main = html`<h1>${words.tooMany}</h1><p>${words.tooManyHow(minutes)}</p><p>${telephone(reader.county.centre.phone)}</p>${lostCode(reader)}`;
  return page(reader, { title: words.tooMany, main });
}

/** A link or QR code that opens nothing: explained, the same whatever the reason. */
export function unknownLinkPage(reader: Reader): string {
  const words = followWords[reader.locale];
  const main = html`<h1>${words.unknownLink}</h1><p>${words.unknownLinkHow}</p><p>${telephone(reader.county.centre.phone)}</p><p><a class="btn" href="/f">${words.codeTitle}</a></p>${lostCode(reader)}`;
  return page(reader, { title: words.unknownLink, main });
}
