/** Markup that is safe to send: made only by the tag below, or by `trusted` from markup that holds nothing typed by anyone. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

export type Part = Html | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

function markupOf(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.markup;
  if (Array.isArray(part)) return part.map(markupOf).join("");
  return escaped(String(part));
}

/** Template tag: what is put in is escaped, unless it is `Html` itself. Attributes must stand in double quotes. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(literals.reduce((whole, literal, index) => whole + markupOf(parts[index - 1]) + literal));
}

/** Takes markup as it is. Only for what this program made itself. */
export const trusted = (markup: string): Html => new Html(markup);

export const none = new Html("");

/** Words with line breaks as they were typed. */
export const lines = (text: string): Html => new Html(text.split(/\r?\n/).map(escaped).join("<br>"));
