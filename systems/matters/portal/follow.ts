import { dayOf, formatShortDate, formatTime } from "../../../foundation/time/index.ts";
import type { OwnMatter } from "../contract/own-matter.ts";
import type { FollowPage } from "../contract/portal.ts";
import { day, dayWords, moment } from "./dates.ts";
import { summaryOfProblems } from "./fields.ts";
import { type Acting, addBox, answerBox, rateBox, reopenBox, urgeBox, withdrawForm, withdrawLink } from "./follow-acts.ts";
import { looksAside } from "./follow-looks.ts";
import { type Html, html, lines } from "./html.ts";
import { fourBox } from "./own.ts";
import { page, type Reader, telephone } from "./page.ts";
import { leaveForm } from "./receipt.ts";
import { commonWords } from "./words/common.ts";
import { followWords } from "./words/follow.table.ts";

const ENDED = ["closed", "not-accepted", "withdrawn", "merged"];

function standing(reader: Reader, matter: FollowPage): Html {
  const words = followWords[reader.locale];
  const { due, holder, reply, finishedAt } = matter;
  const { locale } = reader;
  const ended = ENDED.includes(matter.state);
  const headline = due && !ended && !finishedAt ? words.latestBy(dayWords(due.at, locale)) : words.state[matter.state];
  const left =
    due &&
    !ended &&
    !finishedAt &&
    {
      running: words.daysLeft(due.workingDays),
      soon: words.daysLeft(due.workingDays),
      today: words.daysLeft(0),
      overdue: words.overdue(Math.abs(due.workingDays)),
      paused: words.paused,
      met: "",
      missed: "",
      stopped: "",
    }[due.state];
  return html`<div class="${due?.state === "overdue" && !ended ? "key late" : "key"}"><p class="big">${headline}</p>${left && html`<p>${left}</p>`}${due?.provisional && !ended && html`<p>${words.provisional}</p>`}${
    headline !== words.state[matter.state] && html`<p>${words.state[matter.state]}${locale === "zh-CN" ? "。" : "."}</p>`
  }${finishedAt && matter.state !== "withdrawn" && html`<p>${words.finished(`${dayWords(finishedAt, locale)} ${formatTime(new Date(finishedAt))}`)}${matter.outcome && html`${locale === "zh-CN" ? "，" : ": "}<b>${words.outcome[matter.outcome]}</b>`}${locale === "zh-CN" ? "。" : "."}</p>`}${
    reply &&
    html`<p><b>${reply.by}</b>${words.said}</p><blockquote>${lines(reply.text)}</blockquote>${reply.right && html`<p><b>${words.right}</b>${locale === "zh-CN" ? "：" : ": "}${reply.right}</p>`}`
  }${matter.mergedInto && html`<p>${words.mergedInto(matter.mergedInto.number)}</p>`}${
    !ended &&
    html`<p>${words.holder}<b>${holder.name}</b>${holder.phone && html`<span class="line">${words.phone}${telephone(holder.phone)}</span>`}</p>`
  }</div>`;
}

function whyThatDay(reader: Reader, { due, state }: FollowPage): Html | false {
  const words = followWords[reader.locale];
  if (!due || ENDED.includes(state)) return false;
  const { locale } = reader;
  const today = dayOf(reader.now);
  const last = dayOf(new Date(due.at));
  const rows = due.days.map(({ date, counted, n, why }) => {
    const what = counted && n !== null ? words.dayCounted(n) : (why ?? words.notCounted);
    const marks = [date === today && words.today, date === last && words.dayDue].filter((mark) => mark !== false);
    const text = [what, ...marks].join(locale === "zh-CN" ? "，" : ", ");
    return html`<li class="${counted ? "" : "x"}"><span>${day(date, locale)}</span><span>${marks.length > 0 ? html`<b>${text}</b>` : text}</span></li>`;
  });
  return html`<section><h2>${words.why(formatShortDate(new Date(due.at), locale))}</h2><p>${due.sentence}</p>${rows.length > 0 && html`<details open><summary>${words.countDays}</summary><ol class="days">${rows}</ol></details>`}</section>`;
}

function timeline(reader: Reader, { timeline: entries }: FollowPage): Html {
  const words = followWords[reader.locale];
  return html`<section><h2>${words.steps}</h2><ol class="tl">${entries.map(
    ({ at, by, title, text, files }) =>
      html`<li>${moment(at, reader.locale)}<b>${title}</b>${text && html`<br>${lines(text)}`}${files.length > 0 && html`<span class="line">${words.pictures}${files.map((file, index) => html`<a class="act" href="/f/picture/${file.id}">${words.picture(index + 1)}</a> `)}</span>`}<br><span class="soft">${by}</span></li>`,
  )}</ol></section>`;
}

function ifNotSatisfied(reader: Reader, { due, state, may }: FollowPage): Html | false {
  const words = followWords[reader.locale];
  if (ENDED.includes(state) || !due || may.includes("urge")) return false;
  return html`<section><h2>${words.later}</h2><p>${words.laterUrge(formatShortDate(new Date(due.at), reader.locale))}${words.laterReopen}</p></section>`;
}

/** What else the bearer may do: about themselves, the rules, the booklet. */
function moreWays(reader: Reader): Html {
  const words = followWords[reader.locale];
  const ways = [
    ["/f/me", words.me, words.meHint],
    ["/f/why", words.whyRules, words.whyRulesHint],
    ["/b", words.booklet, words.bookletHint],
  ] as const;
  return html`<section><h2>${words.moreWays}</h2><ul class="do">${ways.map(([href, title, hint]) => html`<li><a href="${href}"><b>${title}</b><span>${hint}</span></a></li>`)}</ul></section>`;
}

export interface Follow extends Acting {
  /** What is kept of the bearer. */
  readonly own: OwnMatter;
  /** What was just done, said at the top. */
  readonly done?: keyof (typeof followWords)["zh-CN"]["done"];
  /** The matter moved on while the resident was writing. */
  readonly movedOn?: boolean;
  /** When the code will be asked again. */
  readonly until: Date;
}

/** Where the matter stands: who holds it and until when, what waits for the resident, what was done, what can be done. */
export function followPage(follow: Follow): string {
  const { reader, matter, returned } = follow;
  const words = followWords[reader.locale];
  const problem = returned?.problem;
  const told = follow.movedOn ? words.alreadyThere : follow.done && words.done[follow.done];
  const main = html`${problem && summaryOfProblems(words.errors(1), words.errorsLead, [problem])}${told && html`<div class="key said" role="status" tabindex="-1" autofocus><p><b>${told}</b></p></div>`}
<p class="soft">${words.number(matter.number)}</p><h1>${matter.title}</h1>${matter.place && html`<p>${matter.place}</p>`}
${standing(reader, matter)}
${fourBox(reader, follow, follow.commandId())}
${answerBox(follow)}
${urgeBox(follow)}
${rateBox(follow)}
${reopenBox(follow)}
${whyThatDay(reader, matter)}
${timeline(reader, matter)}
${matter.text && html`<section><details><summary>${words.yours}</summary><blockquote class="box">${lines(matter.text)}</blockquote></details></section>`}
${addBox(follow)}
${ifNotSatisfied(reader, matter)}
${withdrawLink(follow)}
${moreWays(reader)}
${leaveForm(reader)}<p class="soft">${words.until(formatTime(follow.until))}</p>`;
  const title = problem
    ? `${commonWords[reader.locale].error}${words.errors(1)}`
    : `${matter.title}${reader.locale === "zh-CN" ? "：" : ": "}${words.state[matter.state]}`;
  return page(reader, { title, main, aside: looksAside(reader, matter) });
}

export function withdrawPage(acting: Acting): string {
  return page(acting.reader, { title: followWords[acting.reader.locale].withdrawTitle, main: withdrawForm(acting) });
}
