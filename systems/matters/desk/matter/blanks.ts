/** A blank of a template: {{更换日期}}. */
export interface Blank {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Blanks that still stand in a text; while there is one, it cannot be sent. */
export function blanksIn(text: string): Blank[] {
  return [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((found) => ({
    name: found[1] ?? "",
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Fills the blanks that the matter itself answers; the rest stay for the writer. */
export function fillKnown(template: string, known: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (whole, name: string) => known[name] || whole);
}
