import { formatShortDate } from "../../../foundation/time/index.ts";
import type { OwnMatter } from "../contract/own-matter.ts";
import type { FollowPage } from "../contract/portal.ts";
import { REQUEST_KINDS } from "../rules/person-requests.rule.ts";
import { dayWords, wholeMoment } from "./dates.ts";
import type { Problem } from "./draft.ts";
import { beside, choice, hidden, summaryOfProblems, textField } from "./fields.ts";
import { looksList } from "./follow-looks.ts";
import { type Html, html, lines, type Part } from "./html.ts";
import { page, type Reader, telephone } from "./page.ts";
import { codeGroups } from "./receipt.ts";
import { commonWords } from "./words/common.ts";
import { followWords } from "./words/follow.table.ts";
import { ownWords } from "./words/own.ts";

/** The small pages about oneself; each asks one thing. */
export const OWN_PARTS = ["data", "contact", "secrecy", "code", "ask"] as const;
export type OwnPart = (typeof OWN_PARTS)[number];

export interface Known {
  readonly matter: FollowPage;
  readonly own: OwnMatter;
}

const shortDay = (reader: Reader, at: string) => formatShortDate(new Date(at), reader.locale);

function requestsList(reader: Reader, { requests }: OwnMatter): Html | false {
  const words = ownWords[reader.locale];
  if (requests.length === 0) return false;
  const standing = (one: OwnMatter["requests"][number]): Part => {
    if (one.answeredAt)
      return html`<b>${one.granted ? words.yes : words.no}</b> (${words.answered(shortDay(reader, one.answeredAt))})<br>${lines(one.answer ?? "")}`;
    const last = dayWords(one.dueAt, reader.locale);
    return new Date(one.dueAt) < reader.now
      ? html`${words.late(last)} ${telephone(reader.county.centre.phone)}`
      : html`<b>${words.due(last)}</b>`;
  };
  return html`<section><h2>${words.requests}</h2><ul class="seen">${requests.map(
    (one) =>
      html`<li><b>${words.kinds[one.kind]}</b> <span class="soft">${words.asked(shortDay(reader, one.askedAt))}</span><br>${lines(one.words)}<br>${standing(one)}</li>`,
  )}</ul></section>`;
}

function told(reader: Reader, own: OwnMatter): Html {
  const words = ownWords[reader.locale];
  if (own.erased) return html`${words.erased}`;
  return html`${words.name}${reader.locale === "zh-CN" ? "：" : ": "}${own.name || words.nothing}<br>${words.phone}${reader.locale === "zh-CN" ? "：" : ": "}${own.phone || words.nothing}<br>${words.address}${reader.locale === "zh-CN" ? "：" : ": "}${own.address || words.nothing}`;
}

/** What is kept of the bearer in this matter, and what they can do about it. */
export function mePage(reader: Reader, { matter, own, done }: Known & { readonly done?: OwnPart }): string {
  const words = ownWords[reader.locale];
  const row = (part: OwnPart, question: string, answer: Part, closed = false) =>
    html`<div><dt>${question}</dt><dd>${answer}</dd>${!closed && html`<dd><a class="act" href="/f/me/${part}">${words.acts[part]}<span class="vh">${question}</span></a></dd>`}</div>`;
  const main = html`${done && words.done[done] && html`<div class="key said" role="status" tabindex="-1" autofocus><p><b>${words.done[done]}</b></p></div>`}
<p class="soft">${matter.title}</p><h1>${words.title}</h1><p>${words.lead}</p>${own.relation !== null && html`<div class="key"><p>${words.helper(own.relation)}</p></div>`}
<dl class="sum">${row("data", words.data, told(reader, own), own.erased)}${row("contact", words.contact, words.contactNow(own.quiet), own.erased)}${row("secrecy", words.secrecy, words.secrecyNow(own.wantsSecrecy), own.wantsSecrecy || own.erased)}${row("code", words.code, words.codeHint)}${row("ask", words.ask, words.askHint)}<div><dt>${words.copy}</dt><dd>${words.copyHint}</dd><dd><a class="act" href="/f/copy">${words.copyTitle}</a></dd></div></dl>
${requestsList(reader, own)}<p><a class="btn two" href="/f">${words.back}</a></p>`;
  return page(reader, { title: words.title, main });
}

export interface OwnForm extends Known {
  readonly commandId: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly problem?: Problem;
}

type Content = (reader: Reader, form: OwnForm) => { readonly lead: Part; readonly fields: Part; readonly send: string };
const problemAt = ({ problem }: OwnForm, field: string) => (problem?.field === field ? problem : undefined);

const CONTENT: Record<OwnPart, Content> = {
  data: (reader, form) => {
    const words = ownWords[reader.locale];
    const { own, typed } = form;
    const field = (id: "name" | "phone" | "address", more: object = {}) =>
      textField(reader, { id, label: words[id], value: typed[id] ?? own[id], problem: problemAt(form, id), ...more });
    return {
      lead: words.dataLead,
      fields: html`${field("name", { autocomplete: "name" })}${field("phone", { type: "tel", autocomplete: "tel", short: true })}${field("address")}${textField(reader, { id: "place", label: words.place, hint: words.placeHint, value: typed.place ?? "", problem: problemAt(form, "place") })}`,
      send: words.dataSend,
    };
  },
  contact: (reader, { own }) => {
    const words = ownWords[reader.locale];
    return {
      lead: words.contactNow(own.quiet),
      fields: html`<fieldset class="f"><legend class="vh">${words.contactTitle}</legend>${choice({ name: "quiet", value: "", label: words.contactTell, checked: !own.quiet, bold: true })}${choice({ name: "quiet", value: "yes", label: words.contactQuiet, hint: words.contactQuietHint, checked: own.quiet })}</fieldset>`,
      send: words.contactSend,
    };
  },
  secrecy: (reader) => {
    const words = ownWords[reader.locale];
    return { lead: html`${words.secrecyLead}</p><p>${words.secrecyBefore}`, fields: false, send: words.secrecySend };
  },
  code: (reader, form) => {
    const words = ownWords[reader.locale];
    const asked = form.own.second !== "nothing";
    return {
      lead: words.codeLead,
      fields:
        asked &&
        textField(reader, {
          id: "second",
          label: words.second(form.own.second === "phone"),
          value: form.typed.second ?? "",
          numeric: true,
          short: true,
          limit: 40,
          problem: problemAt(form, "second"),
        }),
      send: words.codeSend,
    };
  },
  ask: (reader, form) => {
    const words = ownWords[reader.locale];
    const wrong = problemAt(form, "kind");
    const kinds = Object.keys(REQUEST_KINDS) as (keyof typeof REQUEST_KINDS)[];
    return {
      lead: words.askLead,
      fields: html`<fieldset class="${wrong ? "f bad" : "f"}" id="kind"><legend>${words.askWhich}</legend>${beside(reader, wrong)}${kinds.map(
        (kind) =>
          choice({
            name: "kind",
            value: kind,
            label: words.kinds[kind],
            hint: words.kindHints[kind] || undefined,
            checked: form.typed.kind === kind,
          }),
      )}</fieldset>${textField(reader, { id: "words", label: words.askWords, value: form.typed.words ?? "", rows: 3, problem: problemAt(form, "words") })}`,
      send: words.askSend,
    };
  },
};

/** One of the small pages, with its one form. */
export function ownPage(reader: Reader, part: OwnPart, form: OwnForm): string {
  const words = ownWords[reader.locale];
  const title = words[`${part}Title`];
  const closed =
    part === "secrecy" && form.own.wantsSecrecy ? words.secrecyDone : form.own.erased && part === "data" ? words.erased : "";
  const { lead, fields, send } = CONTENT[part](reader, form);
  const { problem } = form;
  const errors = followWords[reader.locale];
  const main = html`${problem && summaryOfProblems(errors.errors(1), errors.errorsLead, [problem])}<h1>${title}</h1>${
    closed
      ? html`<p>${closed}</p>`
      : html`<p>${lead}</p><form action="/f/me/${part}" method="post" novalidate>${hidden([
          ["command", form.commandId],
          ["matter", form.matter.id],
        ])}${fields}<button class="btn">${send}</button></form>`
  }<a class="btn two" href="/f/me">${words.backMe}</a>`;
  return page(reader, { title: problem ? `${commonWords[reader.locale].error}${errors.errors(1)}` : title, main });
}

/** All that is kept, on one page to print. */
export function copyPage(reader: Reader, { matter, own }: Known): string {
  const words = ownWords[reader.locale];
  const follow = followWords[reader.locale];
  const steps = matter.timeline.map(
    ({ at, by, title, text }) =>
      html`<li>${wholeMoment(new Date(at), reader.locale)}<br><b>${title}</b>${text && html`<br>${lines(text)}`}<br><span class="soft">${by}</span></li>`,
  );
  const main = html`<h1>${words.copyTitle}</h1><div class="np"><p>${words.copyLead}</p><p><a class="act" href="/f/copy.json">${words.copyJson}</a> <a class="act" href="/f/me">${words.title}</a></p></div>
<p>${follow.number(matter.number)}</p><dl class="sum"><div><dt>${words.copySaid}</dt><dd>${matter.text ? lines(matter.text) : matter.title}</dd></div><div><dt>${words.copyWhere}</dt><dd>${matter.place ?? words.nothing}</dd></div><div><dt>${words.copyWhen}</dt><dd>${wholeMoment(new Date(matter.receivedAt), reader.locale)}</dd></div><div><dt>${words.copyState}</dt><dd>${follow.state[matter.state]}${matter.due && html`<br>${matter.due.sentence}`}</dd></div><div><dt>${words.data}</dt><dd>${told(reader, own)}</dd></div><div><dt>${words.contact}</dt><dd>${words.contactNow(own.quiet)}</dd></div><div><dt>${words.secrecy}</dt><dd>${words.secrecyNow(own.wantsSecrecy)}</dd></div></dl>
<section><h2>${follow.steps}</h2><ol class="tl">${steps}</ol></section>${requestsList(reader, own)}
<section><h2>${follow.looks}</h2>${looksList(reader, matter.looks)}</section>`;
  return page(reader, { title: words.copyTitle, main, wide: true });
}

/** What machines proposed or worked out, in plain words, and who decided. */
export function whyPage(reader: Reader, { rules, title }: FollowPage): string {
  const words = ownWords[reader.locale];
  const main = html`<p class="soft">${title}</p><h1>${words.whyTitle}</h1>${
    rules.length === 0
      ? html`<p>${words.whyNone}</p>`
      : html`<p>${words.whyLead}</p><dl class="sum">${rules.map((rule) => html`<div><dt><b>${rule.title}</b></dt><dd>${rule.text}</dd></div>`)}</dl>`
  }<p>${words.whyAsk}<a class="act" href="/f/me/ask">${words.askTitle}</a></p><p><a class="btn two" href="/f">${words.back}</a></p>`;
  return page(reader, { title: words.whyTitle, main });
}

/** For whoever holds a code that is older than the four digits: what they are, and that they are written down. */
export function fourBox(reader: Reader, { matter, own }: Known, commandId: string): Html | false {
  if (own.second !== "nothing" || own.erased || !own.digits) return false;
  const words = ownWords[reader.locale];
  return html`<section class="box" id="four"><h2>${words.fourTitle}</h2><p>${words.fourLead}</p><p class="code">${codeGroups(own.digits)}</p><p>${words.fourHow}</p><form action="/f/four" method="post">${hidden(
    [
      ["command", commandId],
      ["matter", matter.id],
    ],
  )}<button class="btn two">${words.fourSend}</button></form></section>`;
}
