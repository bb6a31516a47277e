import type { PortalPlaces } from "../contract/portal.ts";
import { LIMITS } from "../contract/shapes.ts";
import type { Draft, Problem } from "./draft.ts";
import { choice, hidden, options, summaryOfProblems, textField } from "./fields.ts";
import { type Html, html, trusted } from "./html.ts";
import { inLocale, page, type Reader, sosStrip } from "./page.ts";
import { commonWords } from "./words/common.ts";
import { sayWords } from "./words/say.ts";

export const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, "");

function placeFields(
  reader: Reader,
  draft: Draft,
  places: PortalPlaces,
  problem: Problem | undefined,
  focus: string | undefined,
): Html {
  const words = sayWords[reader.locale];
  const township = places.find(({ code }) => code === draft.township);
  return html`<fieldset class="${problem ? "f bad" : "f"}"><legend>${words.where}</legend>
<div class="f"><label class="q" for="township">${words.township}</label><select id="township" name="township">${options(
    [
      { value: "", label: words.choose },
      ...places.map(({ code, name }) => ({ value: code, label: name })),
      { value: "other", label: words.elsewhere },
    ],
    draft.township,
  )}</select><button class="btn two" name="go" value="villages" formaction="/say#township">${words.listVillages}</button></div>
${
  township &&
  html`<div class="f"><label class="q" for="village">${words.village}</label><select id="village" name="village">${options(
    [{ value: "", label: words.villageUnsure }, ...township.villages.map(({ code, name }) => ({ value: code, label: name }))],
    draft.village,
  )}</select></div>`
}
${textField(reader, { id: "where", label: words.place, hint: words.placeHint, value: draft.where, problem, focus: focus === "where" })}</fieldset>`;
}

function pictureFields(reader: Reader, draft: Draft, problems: readonly Problem[]): Html {
  const words = sayWords[reader.locale];
  const wrong = problems.filter(({ field }) => field === "pictures");
  const kept =
    draft.pictures.length > 0 &&
    html`<p class="q">${words.picturesKept}</p><ul class="bare kept">${draft.pictures.map(
      ({ id, name, size }) =>
        html`<li><span>${name} (${words.megabytes(megabytes(size))})</span> <button class="plain" name="go" value="drop ${id}" formaction="/say#pictures">${words.drop(name)}</button></li>`,
    )}</ul>`;
  return html`<div class="${wrong.length > 0 ? "f bad" : "f"}"><label class="q" for="pictures">${words.pictures}</label><p class="hint" id="pictures-h">${words.picturesHint}</p>${wrong.map(
    ({ words: sentence }) => html`<p class="em"><span class="vh">${commonWords[reader.locale].error}</span>${sentence}</p>`,
  )}${kept}
<input type="file" id="pictures" name="pictures" accept="image/jpeg,image/png,image/webp" multiple aria-describedby="pictures-h"${wrong.length > 0 && trusted(' aria-invalid="true"')}></div>`;
}

/** The form: one page, in the order in which people tell it. */
export function sayPage(
  reader: Reader,
  { draft, places, problems, focus }: { draft: Draft; places: PortalPlaces; problems: readonly Problem[]; focus?: string },
): string {
  const words = sayWords[reader.locale];
  const problem = (field: Problem["field"]) => problems.find((one) => one.field === field);
  const categories = [
    { value: "", label: words.unsureChoice },
    ...reader.county.categories.map(({ code, words: both }) => ({ value: code, label: inLocale(both, reader.locale) })),
  ];
  const title = problems.length > 0 ? `${commonWords[reader.locale].error}${words.problems(problems.length)}` : words.title;
  const carried: [string, string][] = [
    ["command", draft.commandId],
    ["matter", draft.matterId],
    ["step", "form"],
  ];
  if (draft.called) carried.push(["called", draft.called]);
  const main = html`${problems.length > 0 ? summaryOfProblems(words.problems(problems.length), words.problemsLead, problems) : sosStrip(reader)}
<h1>${words.title}</h1><p>${words.lead}</p>
<form id="say" action="/say" method="post" enctype="multipart/form-data" novalidate>${hidden([...carried, ...draft.pictures.map(({ token }) => ["kept", token] as [string, string])])}
${textField(reader, { id: "what", label: words.what, hint: words.whatHint, value: draft.what, rows: 6, problem: problem("what"), focus: focus === "what" })}
${placeFields(reader, draft, places, problem("where"), focus)}
<fieldset class="f" id="danger"><legend>${words.danger}</legend>
${choice({ name: "danger", value: "", label: words.dangerNo, checked: !draft.danger })}
${choice({ name: "danger", value: "yes", label: words.dangerYes, hint: words.dangerYesHint, checked: draft.danger })}</fieldset>
<div class="f"><label class="q" for="category">${words.category}</label><select id="category" name="category">${options(categories, draft.category)}</select></div>
${pictureFields(reader, draft, problems)}
<fieldset class="f" id="about"><legend>${words.about}</legend><p class="hint">${words.aboutHint}</p>
<div class="f"><label class="q" for="unit">${words.unit}</label><select id="unit" name="unit">${options(
    [
      { value: "", label: words.noUnit },
      ...reader.county.units.map(({ id, name }) => ({ value: id, label: inLocale(name, reader.locale) })),
    ],
    draft.unit,
  )}</select></div>
${textField(reader, { id: "person", label: words.person, value: draft.person, limit: 200 })}</fieldset>
<fieldset class="f" id="contact"><legend>${words.contact}</legend>
${textField(reader, { id: "phone", type: "tel", label: words.phone, hint: words.phoneHint, value: draft.phone, autocomplete: "tel", short: true, problem: problem("phone"), focus: focus === "phone" })}
${textField(reader, { id: "name", label: words.name, value: draft.name, autocomplete: "name", short: true, limit: 60, focus: focus === "name" })}
${choice({ name: "quiet", value: "yes", label: words.quiet, checked: draft.quiet, many: true, id: "quiet" })}
${choice({ name: "proxy", value: "yes", label: words.proxy, hint: words.proxyHint, checked: draft.proxy, many: true, id: "proxy" })}
${textField(reader, { id: "relation", label: words.relation, hint: words.relationHint, value: draft.relation, short: true, limit: 30, problem: problem("relation") })}
${choice({ name: "consent", value: "yes", label: words.consent, checked: draft.consent, many: true })}</fieldset>
<fieldset class="f" id="secrecy"><legend>${words.secrecy}</legend><p class="hint"><b>${words.secrecyHint}</b></p>
${choice({ name: "secrecy", value: "sealed", label: words.sealed, hint: words.sealedHint, checked: draft.secrecy === "sealed" })}
${choice({ name: "secrecy", value: "open", label: words.open, hint: words.openHint, checked: draft.secrecy === "open" })}
${choice({ name: "secrecy", value: "nameless", label: words.nameless, hint: words.namelessHint, checked: draft.secrecy === "nameless" })}</fieldset>
<button class="btn">${words.next}</button></form><p class="soft">${words.notYet}</p>`;
  const aside = problems.length > 0 ? html`<aside class="side">${sosStrip(reader)}</aside>` : undefined;
  return page(reader, { title, main, aside, keeps: "say" });
}

export const PICTURE_LIMITS = { count: LIMITS.files, bytes: LIMITS.file } as const;
