import type { FollowPage } from "../contract/portal.ts";
import { moment } from "./dates.ts";
import { type Html, html } from "./html.ts";
import { type Reader, telephone } from "./page.ts";
import { followWords } from "./words/follow.table.ts";

/** So many stand on the matter's page; the rest stands on the copy of one's data. */
const SHOWN = 8;

/** Readings, newest first: unit and post, when, what, what for; unusual ones and those of the unit complained of are marked. */
export function looksList(reader: Reader, looks: FollowPage["looks"]): Html {
  const words = followWords[reader.locale];
  if (looks.length === 0) return html`<p>${words.looksNone}</p>`;
  return html`<ul class="seen">${looks.map(
    ({ by, at, what, purpose, unusual, complained }) =>
      html`<li><b>${by}</b><br>${moment(at, reader.locale)} ${words.lookSaw}${words.saw[what]}${purpose && html`<br>${words.lookFor}${purpose}`}${unusual && html`<br><b>${words.lookUnusual}</b>`}${complained && html`<br><b>${words.lookComplained}</b>`}</li>`,
  )}</ul>`;
}

export function looksAside(reader: Reader, { looks }: FollowPage): Html {
  const words = followWords[reader.locale];
  const marked = looks.filter(({ unusual, complained }) => unusual || complained);
  const shown = looks.filter((look, index) => index < SHOWN || marked.includes(look));
  return html`<aside class="side" aria-label="${words.looks}"><section><h2>${words.looks}</h2>${looksList(reader, shown)}${shown.length < looks.length && html`<p><a class="act" href="/f/copy">${words.looksAll(looks.length)}</a></p>`}${looks.length > 0 && html`<p>${words.looksAsk(looks.length)}<span class="line">${telephone(reader.county.centre.phone)}</span></p>`}<p class="soft">${words.looksHow}</p></section></aside>`;
}
