import { formatShortDate } from "../../../foundation/time/index.ts";
import type { FollowPage, ResidentAct } from "../contract/portal.ts";
import { RATINGS } from "../rules/lifecycle.ts";
import { moment } from "./dates.ts";
import type { Problem } from "./draft.ts";
import { beside, choice, hidden, textField } from "./fields.ts";
import { type Html, html, type Part } from "./html.ts";
import type { Reader } from "./page.ts";
import { followWords } from "./words/follow.table.ts";

/** What came back from a form that could not be taken: which one, what is wrong, what had been written. */
export interface Returned {
  readonly act: ResidentAct | "answer";
  readonly problem?: Problem;
  readonly words: string;
}

export interface Acting {
  readonly reader: Reader;
  readonly matter: FollowPage;
  /** A new command id for each form: pressed twice, it still counts once. */
  readonly commandId: () => string;
  readonly returned?: Returned;
}

const wordsOf = ({ reader }: Acting) => followWords[reader.locale];
const typedIn = ({ returned }: Acting, act: Returned["act"]): string => (returned?.act === act ? returned.words : "");
const problemIn = ({ returned }: Acting, act: Returned["act"]): Problem | undefined =>
  returned?.act === act ? returned.problem : undefined;

function form({ matter, commandId }: Acting, act: string, content: Part): Html {
  return html`<form action="/f/${act}" method="post" novalidate>${hidden([
    ["command", commandId()],
    ["matter", matter.id],
    ["version", String(matter.version)],
  ])}${content}</form>`;
}

/** The question that waits for the resident, with its choices. */
export function answerBox(acting: Acting): Html | false {
  const words = wordsOf(acting);
  const { question } = acting.matter;
  if (!question || !acting.matter.may.includes("supplement")) return false;
  const { locale } = acting.reader;
  const many = question.choices.length > 0;
  const problem = problemIn(acting, "answer");
  const choices =
    many &&
    html`<fieldset class="f near" id="choice"><legend class="vh">${question.text}</legend>${question.choices.map((one) =>
      choice({ name: "choice", value: one, label: one, checked: false }),
    )}</fieldset>`;
  return html`<section class="box" id="ask"><h2>${words.ask}</h2><p>${question.by} · ${moment(question.at, locale)}</p><p class="big">${question.text}</p>
${form(acting, "answer", html`${choices}${textField(acting.reader, { id: "answer", label: many ? words.otherWords : words.yourAnswer, value: typedIn(acting, "answer"), rows: 3, problem })}<button class="btn">${words.answer}</button>`)}<p class="soft">${words.answerHint}</p></section>`;
}

/** Five words, never stars; changeable for seven days. */
export function rateBox(acting: Acting): Html | false {
  const words = wordsOf(acting);
  const { rating, may } = acting.matter;
  if (!may.includes("rate"))
    return rating ? html`<section><h2>${words.rate}</h2><p>${words.rated(words.ratings[rating.rating])}</p></section>` : false;
  const problem = problemIn(acting, "rate");
  return html`<section id="rate"><h2>${words.rate}</h2>${rating && html`<p>${words.rated(words.ratings[rating.rating])}</p>`}
${form(
  acting,
  "rate",
  html`<fieldset class="${problem ? "f near bad" : "f near"}" id="rating"><legend class="vh">${words.rate}</legend>${beside(acting.reader, problem)}<div class="words">${RATINGS.map(
    (one) => choice({ name: "rating", value: one, label: words.ratings[one], checked: rating?.rating === one }),
  )}</div></fieldset>${textField(acting.reader, { id: "why", label: words.rateWhy, value: typedIn(acting, "rate") || (rating?.reason ?? ""), rows: 3 })}<button class="btn">${rating ? words.rateChange : words.rateSend}</button>`,
)}
<p class="soft">${rating ? words.rateUntil(formatShortDate(new Date(rating.changeableUntil), acting.reader.locale)) : words.rateHint}</p></section>`;
}

/** 再查: with a reason, while the county's days for it run. */
export function reopenBox(acting: Acting): Html | false {
  const words = wordsOf(acting);
  const { may, reopenUntil } = acting.matter;
  if (!may.includes("reopen")) return false;
  const until = reopenUntil && words.reopenUntil(formatShortDate(new Date(reopenUntil), acting.reader.locale));
  return html`<section class="box" id="reopen"><h2>${words.reopen}</h2><p>${until} ${words.reopenHow}</p>
${form(acting, "reopen", html`${textField(acting.reader, { id: "reason", label: words.reopenWhy, value: typedIn(acting, "reopen"), rows: 3, problem: problemIn(acting, "reopen") })}<button class="btn two">${words.reopenSend}</button>`)}</section>`;
}

/** 催一催: only once the day is over. */
export function urgeBox(acting: Acting): Html | false {
  const words = wordsOf(acting);
  if (!acting.matter.may.includes("urge")) return false;
  return html`<section class="box" id="urge"><h2>${words.urge}</h2><p>${words.urgeHow}</p>${form(acting, "urge", html`<button class="btn">${words.urgeSend}</button>`)}</section>`;
}

export function addBox(acting: Acting): Html | false {
  const words = wordsOf(acting);
  if (!acting.matter.may.includes("supplement")) return false;
  return html`<section id="add"><h2>${words.add}</h2>${form(acting, "add", html`${textField(acting.reader, { id: "note", label: words.addWords, hint: words.addHint, value: typedIn(acting, "supplement"), rows: 3, problem: problemIn(acting, "supplement") })}<button class="btn two">${words.addSend}</button>`)}</section>`;
}

export function withdrawLink({ reader, matter }: Acting): Html | false {
  const words = followWords[reader.locale];
  return (
    matter.may.includes("withdraw") &&
    html`<section><h2>${words.withdraw}</h2><p>${words.withdrawHow}</p><a class="btn two" href="/f/withdraw">${words.withdrawOpen}</a></section>`
  );
}

/** Asks once more before it is withdrawn. */
export function withdrawForm(acting: Acting): Html {
  const words = wordsOf(acting);
  return html`<h1>${words.withdrawTitle}</h1><p>${words.withdrawLead}</p>${form(acting, "withdraw", html`${textField(acting.reader, { id: "reason", label: words.withdrawWhy, value: "", rows: 3 })}<button class="btn">${words.withdrawSend}</button>`)}<a class="btn two" href="/f">${words.withdrawNot}</a>`;
}
