import type { NearbyMatter, PortalPlaces } from "../contract/portal.ts";
import { day, shortDay } from "./dates.ts";
import { type Draft, fieldsOf } from "./draft.ts";
import { choice, hidden } from "./fields.ts";
import { type Html, html, lines, type Part } from "./html.ts";
import { inLocale, page, type Reader } from "./page.ts";
import { readPhone, spokenPhone } from "./phone.ts";
import { commonWords } from "./words/common.ts";
import { sayWords } from "./words/say.ts";

/** A matter near by, with the token that lets this draft join it. */
export interface NearbyChoice extends NearbyMatter {
  readonly token: string;
}

/** Township, village and the words for the place. */
export function placeWords(draft: Draft, places: PortalPlaces): string {
  const township = places.find(({ code }) => code === draft.township);
  const village = township?.villages.find(({ code }) => code === draft.village);
  return [township?.name, village?.name, draft.where].filter(Boolean).join(" ");
}

function answers(
  reader: Reader,
  draft: Draft,
  places: PortalPlaces,
): readonly (readonly [field: string, question: string, answer: Part])[] {
  const words = sayWords[reader.locale];
  const category = reader.county.categories.find(({ code }) => code === draft.category);
  const unit = reader.county.units.find(({ id }) => id === draft.unit);
  const phone = readPhone(draft.phone);
  const about = [unit && inLocale(unit.name, reader.locale), draft.person].filter(Boolean).join(" ");
  const pictures = draft.pictures.map(({ name }) => name);
  return [
    ["what", words.what, lines(draft.what)],
    ["where", words.where, placeWords(draft, places)],
    ["danger", words.sumDanger, draft.danger ? words.dangerYes : words.dangerNo],
    ["category", words.sumCategory, category ? inLocale(category.words, reader.locale) : words.unsure],
    [
      "pictures",
      words.sumPictures,
      pictures.length > 0 ? words.pictureCount(pictures.length) + commonWords[reader.locale].list(pictures) : words.empty,
    ],
    ["about", words.sumAbout, about || words.empty],
    ["phone", words.phone, ("phone" in phone && phone.phone && spokenPhone(phone.phone)) || draft.phone || words.empty],
    ["name", words.sumName, draft.name || words.empty],
    ["quiet", words.sumQuiet, draft.quiet ? words.tellMeNot : words.tellMe],
    ["proxy", words.sumProxy, draft.proxy ? words.proxyYes(draft.relation, draft.consent) : words.proxyNo],
    ["secrecy", words.sumSecrecy, { sealed: words.sumSealed, open: words.sumOpen, nameless: words.sumNameless }[draft.secrecy]],
  ];
}

function nearbyBox(reader: Reader, nearby: readonly NearbyChoice[]): Html | false {
  const words = sayWords[reader.locale];
  if (nearby.length === 0) return false;
  return html`<fieldset class="box f"><legend>${words.similar(nearby.length)}</legend><p class="hint">${words.similarLead}</p>
${choice({ name: "same", value: "", label: words.similarNo, checked: true })}
${nearby.map(
  (one) =>
    html`<label class="r"><input type="radio" name="same" value="${one.token}"><span><b>${words.similarYes}</b>${one.category} · ${one.place} · ${shortDay(one.receivedOn, reader.locale)}${one.dueOn && html`${words.similarDue}${day(one.dueOn, reader.locale)}`}<small>${words.similarYesHint}</small></span></label>`,
)}</fieldset>`;
}

/** All once more before it is sent; each answer can be changed with everything else kept. */
export function checkPage(
  reader: Reader,
  { draft, places, nearby }: { draft: Draft; places: PortalPlaces; nearby: readonly NearbyChoice[] },
): string {
  const words = sayWords[reader.locale];
  const rows = answers(reader, draft, places).map(
    ([field, question, answer]) =>
      html`<div><dt>${question}</dt><dd>${answer}</dd><dd><button class="plain" name="go" value="edit ${field}" formaction="/say#${field}">${words.change}<span class="vh">${words.changeWhat(question)}</span></button></dd></div>`,
  );
  const main = html`<h1>${words.checkTitle}</h1><div class="key"><p><b>${words.checkNotYet}</b> ${words.checkLead}</p></div>
<form id="send" action="/say/submit" method="post">${hidden([...fieldsOf(draft), ["step", "check"]])}
<dl class="sum">${rows}</dl>
${nearbyBox(reader, nearby)}
<button class="btn">${words.submit}</button></form><p class="soft">${words.once}</p>`;
  return page(reader, { title: words.checkTitle, main, keeps: "send" });
}

/** Before anything else where there is danger: whom to call. What was written goes along. */
export function dangerPage(reader: Reader, { draft, numbers }: { draft: Draft; numbers: readonly string[] }): string {
  const words = sayWords[reader.locale];
  const names: Record<string, string> = { "110": words.dangerPolice, "119": words.dangerFire, "120": words.dangerAmbulance };
  const main = html`<div class="err alone"><h1>${words.dangerTitle}</h1><p>${words.dangerLead}</p>${numbers.map(
    (number) => html`<a class="btn alarm" href="tel:${number}">${names[number]}</a>`,
  )}</div><p>${words.dangerThen}</p>
<form id="danger" action="/say" method="post">${hidden([...fieldsOf({ ...draft, called: "" }), ["step", "danger"]])}
<button class="btn two" name="called" value="yes">${words.dangerCalled}</button><button class="btn two" name="called" value="no">${words.dangerNot}</button></form>`;
  return page(reader, { title: words.dangerTitle, main, keeps: "danger" });
}

/** The page had been submitted, and comes again with other words: nothing is lost, the resident says what it is. */
export function twicePage(reader: Reader, { draft, fresh }: { draft: Draft; fresh: Draft }): string {
  const words = sayWords[reader.locale];
  const main = html`<h1>${words.twiceTitle}</h1><p>${words.twiceLead}</p>
<p><a class="btn" href="/f#add">${words.twiceAdd}</a></p><p class="hint">${words.twiceAddHint}</p><blockquote class="box">${lines(draft.what)}</blockquote>
<form id="again" action="/say/submit" method="post">${hidden([...fieldsOf(fresh), ["step", "check"]])}<button class="btn two">${words.twiceNew}</button></form>`;
  return page(reader, { title: words.twiceTitle, main, keeps: "again" });
}
