import { beside, summaryOfProblems } from "./fields.ts";
import { type Html, html, lines, trusted } from "./html.ts";
import { page, type Reader, telephone } from "./page.ts";
import { commonWords } from "./words/common.ts";
import { followWords } from "./words/follow.table.ts";

function lostCode(reader: Reader): Html {
  const words = followWords[reader.locale];
  return html`<section><h2>${words.lost}</h2><p>${words.lostHow}</p><p>${telephone(reader.county.centre.phone)}</p></section>`;
}

/** What was typed, and what is wrong with it. */
export interface Typed {
  readonly problem?: { readonly field: "code" | "second"; readonly words: string };
  readonly typed?: { readonly code: string; readonly second: string };
}

/** The 12 digits, and the four beside them. */
export function codeFields(reader: Reader, { problem, typed }: Typed): Html {
  const words = followWords[reader.locale];
  const field = (id: "code" | "second", label: string, hint: string, more: Html) => {
    const wrong = problem?.field === id ? problem : undefined;
    return html`<div class="${wrong ? "f bad" : "f"}"><label class="q" for="${id}">${label}</label><p class="hint" id="${id}-h">${hint}</p>${beside(reader, wrong)}
<input type="text" id="${id}" name="${id}" value="${typed?.[id]}" inputmode="numeric" maxlength="40" aria-describedby="${id}-h${wrong && ` ${id}-e`}"${more}${wrong && trusted(' aria-invalid="true"')}></div>`;
  };
  return html`${field("code", words.code, words.codeField, trusted(' class="short wide" autocomplete="one-time-code"'))}${field("second", words.second, words.secondField, trusted(' class="short" autocomplete="off"'))}`;
}

export interface EnterCode extends Typed {
  /** The stay had ended; words that were being written are shown so that they can be copied. */
  readonly expired?: { readonly words: string };
}

/** Asks for the 12 digits and the four. They travel in the body of a POST and never stand in an address. */
export function enterCodePage(reader: Reader, { problem, typed, expired }: EnterCode): string {
  const words = followWords[reader.locale];
  const heading = expired ? words.expired : words.codeTitle;
  const main = html`${problem && summaryOfProblems(words.errors(1), words.errorsLead, [problem])}
<h1>${heading}</h1>${expired && html`<p>${words.expiredLead}</p>`}
<form action="/f" method="post" novalidate>${codeFields(reader, { problem, typed })}
<button class="btn">${words.look}</button></form><p class="soft">${words.qrInstead}</p><p><a class="act" href="/b">${words.booklet}</a></p>
${expired?.words && html`<section><h2>${words.expiredWords}</h2><blockquote class="box">${lines(expired.words)}</blockquote></section>`}
${lostCode(reader)}`;
  return page(reader, { title: problem ? `${commonWords[reader.locale].error}${words.errors(1)}` : heading, main });
}

/** Too many wrong tries: with this code, from this part of the network, or in the whole county. QR codes go on opening. */
export function tooManyPage(reader: Reader, { wait, why }: { wait: number; why: "code" | "source" | "storm" }): string {
  const words = followWords[reader.locale];
  const main = html`<h1>${words.tooMany}</h1><p>${words.tooManyWhy[why]}${words.tooManyHow(wait)}</p><p>${telephone(reader.county.centre.phone)}</p>${lostCode(reader)}`;
  return page(reader, { title: words.tooMany, main });
}

/** A link or QR code that opens nothing: explained, the same whatever the reason. */
export function unknownLinkPage(reader: Reader): string {
  const words = followWords[reader.locale];
  const main = html`<h1>${words.unknownLink}</h1><p>${words.unknownLinkHow}</p><p>${telephone(reader.county.centre.phone)}</p><p><a class="btn" href="/f">${words.codeTitle}</a></p>${lostCode(reader)}`;
  return page(reader, { title: words.unknownLink, main });
}
