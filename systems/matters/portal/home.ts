import { html } from "./html.ts";
import { page, type Reader, sosStrip } from "./page.ts";
import { openWords } from "./words/open.ts";

export function homePage(reader: Reader): string {
  const words = openWords[reader.locale];
  const main = html`${sosStrip(reader)}
<h1>${words.homeHead.map((clause) => html`<span class="cl">${clause}</span>`)}</h1>
<p>${words.homeLead}</p>
<ul class="do">
<li><a class="go" href="/say"><b>${words.say}</b><span>${words.sayHint}</span></a></li>
<li><a href="/f"><b>${words.follow}</b><span>${words.followHint}</span></a></li>
<li><a href="/figures"><b>${words.figures}</b><span>${words.figuresHint}</span></a></li>
</ul>`;
  const aside = html`<aside class="side" aria-label="${words.after}">
<section><h2>${words.after}</h2><ol class="pl">${words.steps.map(([when, what]) => html`<li><b>${when}</b>${what}</li>`)}</ol></section>
<section><h2>${words.secret}</h2><p>${words.secretHow}</p></section></aside>`;
  return page(reader, { title: words.homeTitle, main, aside });
}
