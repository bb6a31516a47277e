import type { BookletLine } from "../contract/own-matter.ts";
import { dayWords } from "./dates.ts";
import { codeFields } from "./enter-code.ts";
import { hidden, summaryOfProblems } from "./fields.ts";
import { type Html, html, type Part } from "./html.ts";
import { page, type Reader } from "./page.ts";
import { bookletWords } from "./words/booklet.ts";
import { commonWords } from "./words/common.ts";
import { followWords } from "./words/follow.table.ts";

const act = (to: string, words: Part, fields: readonly (readonly [string, string])[] = [], main = false): Html =>
  html`<form action="/b/${to}" method="post">${hidden(fields)}<button class="${main ? "btn" : "btn two"}">${words}</button></form>`;

export interface BookletFacts {
  readonly lines: readonly BookletLine[];
  /** Codes in it that were renewed since. */
  readonly gone: number;
  /** This browser remembers it. */
  readonly stays: boolean;
  readonly canAddOpen: boolean;
  readonly full: boolean;
  readonly done?: string;
  readonly problem?: { readonly field: "code" | "second"; readonly words: string };
  readonly typed?: { readonly code: string; readonly second: string };
}

/** The codes one has put together: where each matter stands, one press from its page. */
export function bookletPage(reader: Reader, facts: BookletFacts): string {
  const words = bookletWords[reader.locale];
  const follow = followWords[reader.locale];
  const { problem } = facts;
  const said = facts.done === "add" || facts.done === "drop" ? words.done[facts.done] : "";
  const rows = facts.lines.map(
    (line) =>
      html`<li><b>${line.title}</b><br>${follow.state[line.state as keyof typeof follow.state]}${line.asks && html`<br><b>${words.asks}</b>`}${line.dueAt && html`<br>${words.due(dayWords(line.dueAt, reader.locale))}`}<br><span class="soft">${words.number(line.number)}</span><div class="pair">${act("open", html`${words.open}<span class="vh">${line.title}</span>`, [["matter", line.matterId]], true)}${act("drop", html`${words.drop}<span class="vh">${line.title}</span>`, [["matter", line.matterId]])}</div></li>`,
  );
  const main = html`${problem && summaryOfProblems(follow.errors(1), follow.errorsLead, [problem])}${said && html`<div class="key said" role="status" tabindex="-1" autofocus><p><b>${said}</b></p></div>`}<h1>${words.title}</h1><p>${words.lead}</p>
${rows.length > 0 ? html`<ul class="seen">${rows}</ul>` : html`<p>${words.empty}</p>`}${facts.gone > 0 && html`<div class="key"><p>${words.gone(facts.gone)}</p>${act("drop", words.goneDrop)}</div>`}
<section><h2>${words.add}</h2>${facts.full ? html`<p>${words.full}</p>` : html`${facts.canAddOpen && act("add", words.addOpen, [["open", "yes"]])}<form action="/b/add" method="post" novalidate>${codeFields(reader, { problem, typed: facts.typed })}<button class="btn two">${words.addSend}</button></form>`}</section>
<section><h2>${words.more}</h2>${facts.stays && html`<p>${words.stays}</p>`}<p><a class="btn two" href="/b/card">${words.card}</a></p>${act("leave", words.leave)}</section>
<section><details><summary>${words.renew}</summary><p>${words.renewHow}</p>${act("renew", words.renew)}</details><details><summary>${words.end}</summary><p>${words.endHow}</p>${act("end", words.end)}</details></section>`;
  const title = problem ? `${commonWords[reader.locale].error}${follow.errors(1)}` : words.title;
  return page(reader, { title, main });
}

/** What a booklet is, for who has none at hand. */
export function noBookletPage(reader: Reader, { hasStay, unknown }: { hasStay: boolean; unknown?: boolean }): string {
  const words = bookletWords[reader.locale];
  const main = html`<h1>${unknown ? words.unknownCard : words.title}</h1>${unknown && html`<div class="key"><p>${words.unknownCardHow}</p></div>`}<p>${words.what}</p><p>${words.how}</p><p>${words.have} ${words.unlike}</p>
${act("new", hasStay ? words.makeWith : words.make, [], true)}<p><a class="act" href="/f">${followWords[reader.locale].codeTitle}</a></p>`;
  return page(reader, { title: unknown ? words.unknownCard : words.title, main });
}

/** The card: the only thing that opens the booklet. */
export function bookletCardPage(reader: Reader, { qr, stays }: { qr: Html; stays: boolean }): string {
  const words = bookletWords[reader.locale];
  const main = html`<h1>${words.cardTitle}</h1><div class="ticket"><div><p class="big">${words.title}</p><p>${words.cardLead}</p><p>${words.cardCare}</p></div><div class="qr">${qr}</div></div>
<p><a class="btn" href="/b">${words.title}</a></p><section class="np"><h2>${words.stayTitle}</h2>${stays ? act("stay", words.stayNot) : act("stay", words.stay, [["stay", "yes"]])}</section>`;
  return page(reader, { title: words.cardTitle, main });
}
