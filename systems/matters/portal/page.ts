import type { Locale } from "../../../foundation/time/format.ts";
import type { Both, PortalCounty } from "./county.ts";
import { type Html, html, none, type Part, trusted } from "./html.ts";
import { commonWords } from "./words/common.ts";

export const SIZES = ["standard", "large", "largest"] as const;
export type Size = (typeof SIZES)[number];

/** How this reader wants to see pages; each part is kept by a cookie of its own, so that size and colours combine. */
export interface View {
  readonly size: Size;
  readonly dark: boolean;
}

/** What every page needs. */
export interface Reader {
  readonly locale: Locale;
  readonly view: View;
  readonly county: PortalCounty;
  readonly now: Date;
  /** Address of the style sheet. */
  readonly style: string;
  /** Where a view link comes back to: a path of the portal, without a query. */
  readonly path: string;
}

export interface PageParts {
  readonly title: string;
  readonly main: Part;
  readonly aside?: Html;
  /** Id of the form that would be lost by following a link: the view switches then send it and come back with everything kept. */
  readonly keeps?: string;
  readonly wide?: boolean;
  /** For a page that must stand without the style sheet: the sheet itself. */
  readonly inlineStyle?: string;
}

export const inLocale = (both: Both, locale: Locale): string => (locale === "zh-CN" ? both.zh : both.en);

export const telephone = (number: string): Html =>
  html`<a class="act nb" href="tel:${number.replace(/[^\d+]/g, "")}">${number}</a>`;

const SOS = ["110", "119", "120"] as const;

/** 110, 119, 120: on the front page, beside the form, and alone in front of it where there is danger. */
export function sosStrip({ locale }: Pick<Reader, "locale">): Html {
  const words = commonWords[locale];
  const of = { "110": words.police, "119": words.fire, "120": words.ambulance };
  return html`<div class="sos" role="group" aria-labelledby="sos"><p id="sos">${words.sos}</p><ul>${SOS.map(
    (number) => html`<li><a href="tel:${number}"><b>${number}</b>${of[number]}</a></li>`,
  )}</ul></div>`;
}

function viewSwitch(reader: Reader, keeps: string | undefined): Html {
  const words = commonWords[reader.locale];
  const other = reader.locale === "zh-CN" ? "en" : "zh-CN";
  const item = (value: string, label: Part, on: boolean, lang?: string) => {
    const current = on ? trusted(' aria-current="true"') : none;
    const language = lang ? trusted(` lang="${lang}"`) : none;
    return keeps
      ? html`<li><button form="${keeps}" formaction="/say" name="view" value="${value}"${current}${language}><span>${label}</span></button></li>`
      : html`<li><a href="/view?to=${value}&amp;back=${reader.path}"${current}${language} rel="nofollow"><span>${label}</span></a></li>`;
  };
  return html`<nav aria-label="${words.views}"><ul class="view">${SIZES.map((size) =>
    item(size, words[size], reader.view.size === size),
  )}${item(
    reader.view.dark ? "light" : "dark",
    html`${words.dark}${reader.view.dark && html`<span class="vh">${words.darkIsOn}</span>`}`,
    reader.view.dark,
  )}${item(other, words.otherLanguage, false, other)}</ul></nav>`;
}

function footer(reader: Reader): Html {
  const words = commonWords[reader.locale];
  const { centre, example } = reader.county;
  const say = (both: Both) => inLocale(both, reader.locale);
  return html`<footer class="foot"><div class="in"><h2>${words.help}</h2><div>
<div><b>${words.call}</b><br>${telephone(centre.phone)}<br>${say(centre.phoneHours)}</div>
<div><b>${words.hall}</b><br>${say(centre.address)}<br>${say(centre.hours)}<br>${say(centre.access)}</div>
<div><b>${words.writtenForYou}</b><br>${words.writtenForYouHow}</div></div>
<nav aria-label="${words.footer}"><a class="act" href="/">${words.home}</a> <a class="act" href="/privacy">${words.privacy}</a> <a class="act" href="/never">${words.never}</a> <a class="act" href="/feedback">${words.feedback}</a></nav>
<p class="soft">${words.runBy(say(centre.name))}${example && html` ${words.example}${reader.locale === "zh-CN" ? "。" : "."}`}</p></div></footer>`;
}

/** A whole page of the portal. */
export function page(reader: Reader, parts: PageParts): string {
  const words = commonWords[reader.locale];
  const county = inLocale(reader.county.name, reader.locale);
  const classes = [reader.view.size === "large" && "s2", reader.view.size === "largest" && "s3", reader.view.dark && "hc"];
  const style = parts.inlineStyle
    ? html`<style>${trusted(parts.inlineStyle)}</style>`
    : html`<link rel="stylesheet" href="${reader.style}">`;
  return html`<!doctype html>
<html lang="${reader.locale}" class="${classes.filter(Boolean).join(" ")}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="format-detection" content="telephone=no">
<title>${parts.title} - ${words.site(county)}</title>${style}</head>
<body>${parts.keeps && html`<button class="vh" form="${parts.keeps}" tabindex="-1" aria-hidden="true"></button>`}<a class="skip" href="#main">${words.skip}</a>
<header class="top"><div class="in"><a class="brand" href="/"><b>${words.brand}</b> ${words.tagline(county)}</a>
${viewSwitch(reader, parts.keeps)}</div></header>
<div class="in"><div class="cols"><main class="${parts.wide ? "main wide" : "main"}" id="main">
${parts.main}
</main>${parts.aside}</div></div>
${footer(reader)}
</body></html>`.markup;
}
