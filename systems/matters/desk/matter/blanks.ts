/** A blank of a template: 〔日期〕 is the officer's to fill, {{unit}} what the matter did not know. */
export interface Blank {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Blanks that still stand in a text; while there is one, it cannot be sent. */
export function blanksIn(text: string): Blank[] {
  return [...text.matchAll(/\{\{([^{}]*)\}\}|〔([^〔〕]*)〕/g)].map((found) => ({
    name: (found[1] ?? found[2] ?? "").trim(),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Fills the variables that the matter itself answers; the rest stay for the writer. */
export function fillKnown(template: string, known: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (whole, name: string) => known[name] || whole);
}
