import type { Problem } from "./draft.ts";
import { type Html, html, none, type Part, trusted } from "./html.ts";
import type { Reader } from "./page.ts";
import { commonWords } from "./words/common.ts";

/** Words of a problem beside its field, the same as above the form. */
export function beside(reader: Reader, problem: Problem | undefined): Html {
  if (!problem) return none;
  return html`<p class="em" id="${problem.field}-e"><span class="vh">${commonWords[reader.locale].error}</span>${problem.words}</p>`;
}

/** The summary of problems: first on the page, with the focus, each one a link to its field. */
export function summaryOfProblems(title: string, lead: string, problems: readonly Problem[]): Html {
  if (problems.length === 0) return none;
  return html`<div class="err" id="errors" role="alert" tabindex="-1" autofocus aria-labelledby="et"><h2 id="et">${title}</h2><p>${lead}</p><ul class="bare">${problems.map(
    (problem) => html`<li><a href="#${problem.field}">${problem.words}</a></li>`,
  )}</ul></div>`;
}

const described = (id: string, hint: boolean, problem: Problem | undefined): Html => {
  const ids = [hint && `${id}-h`, problem && `${id}-e`].filter(Boolean).join(" ");
  return trusted(`${ids && ` aria-describedby="${ids}"`}${problem ? ' aria-invalid="true"' : ""}`);
};

export interface TextField {
  readonly id: string;
  readonly label: Part;
  readonly hint?: string;
  readonly value: string;
  readonly type?: "text" | "tel";
  readonly autocomplete?: string;
  readonly numeric?: boolean;
  readonly short?: boolean;
  readonly rows?: number;
  readonly limit?: number;
  readonly problem?: Problem;
  readonly focus?: boolean;
}

/** One line or several, with label, hint and problem wired to it. */
export function textField(reader: Reader, field: TextField): Html {
  const { id } = field;
  const common = html`id="${id}" name="${id}"${described(id, Boolean(field.hint), field.problem)}${field.focus && trusted(" autofocus")}`;
  const control = field.rows
    ? html`<textarea ${common} rows="${field.rows}"${field.rows < 5 && trusted(' class="low"')}>
${field.value}</textarea>`
    : html`<input ${common} type="${field.type ?? "text"}"${field.short && trusted(' class="short"')} value="${field.value}" autocomplete="${field.autocomplete ?? "off"}"${field.numeric && trusted(' inputmode="numeric"')}${field.limit && html` maxlength="${field.limit}"`}>`;
  return html`<div class="${field.problem ? "f bad" : "f"}"><label class="q" for="${id}">${field.label}</label>${field.hint && html`<p class="hint" id="${id}-h">${field.hint}</p>`}${beside(reader, field.problem)}
${control}</div>`;
}

export interface Choice {
  readonly name: string;
  readonly value: string;
  readonly label: Part;
  readonly hint?: string;
  readonly checked: boolean;
  readonly id?: string;
  readonly bold?: boolean;
  readonly many?: boolean;
}

/** A choice as a whole row to press. */
export const choice = ({ name, value, label, hint, checked, id, bold, many }: Choice): Html =>
  html`<label class="r"><input type="${many ? "checkbox" : "radio"}" name="${name}" value="${value}"${id && html` id="${id}"`}${checked && trusted(" checked")}><span>${bold || hint ? html`<b>${label}</b>` : label}${hint && html`<small>${hint}</small>`}</span></label>`;

export const options = (items: readonly { readonly value: string; readonly label: string }[], chosen: string): Html =>
  html`${items.map(({ value, label }) => html`<option value="${value}"${value === chosen && trusted(" selected")}>${label}</option>`)}`;

export const hidden = (fields: readonly (readonly [string, string])[]): Html =>
  html`${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
