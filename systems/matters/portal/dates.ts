import { formatDate, formatShortDate, formatTime, formatWeekday, type Locale } from "../../../foundation/time/format.ts";
import { type Html, html } from "./html.ts";

type At = Date | string;
const asDate = (at: At): Date | string => (typeof at === "string" && at.length > 10 ? new Date(at) : at);

/** 11月26日 周四 or Thu 26 Nov; never broken over two lines. */
export const dayWords = (at: At, locale: Locale): string => {
  const date = asDate(at);
  return locale === "zh-CN"
    ? `${formatShortDate(date, locale)} ${formatWeekday(date, locale)}`
    : `${formatWeekday(date, locale)} ${formatShortDate(date, locale)}`;
};

export const day = (at: At, locale: Locale): Html => html`<span class="nb">${dayWords(at, locale)}</span>`;

/** 11月26日 or 26 Nov. */
export const shortDay = (at: At, locale: Locale): Html => html`<span class="nb">${formatShortDate(asDate(at), locale)}</span>`;

/** 2026年11月17日 周二 19:26. */
export const wholeMoment = (at: At, locale: Locale): Html => {
  const date = asDate(at) as Date;
  return html`<span class="nb">${formatDate(date, locale)}</span> <span class="nb">${formatWeekday(date, locale)} ${formatTime(date)}</span>`;
};

/** A line of a timeline: 11月23日 周一 09:12. */
export const moment = (at: string, locale: Locale): Html =>
  html`<time datetime="${at}">${day(at, locale)} ${formatTime(new Date(at))}</time>`;
