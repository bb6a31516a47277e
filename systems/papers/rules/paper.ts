/**
 * A paper as the record gives it: one declaration, from which the PDF, the DOCX and the list of what is missing are made. Pure data;
 * texts are texts, never markup.
 */
export interface Paper {
  /** Code of the form, e.g. "mediation.agreement". */
  readonly form: string;
  readonly title: string;
  /** Printed on the right under the title, e.g. （2026）东街人调字第3号. */
  readonly number?: string;
  readonly blocks: readonly Block[];
}

/** A place in a paper: what the record says, or the name of what it does not say yet; that prints as a line to write on. */
export type Told = string | { readonly missing: string };

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: Told; readonly from?: "indent" | "flush" | "centre" | "right" }
  | { readonly kind: "list"; readonly items: readonly Told[] }
  | { readonly kind: "fields"; readonly rows: readonly (readonly Field[])[] }
  | { readonly kind: "table"; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "signatures"; readonly places: readonly SignaturePlace[] }
  | { readonly kind: "page" };

/** One labelled cell of a form's table. `lines` keeps room for handwriting. */
export interface Field {
  readonly label: string;
  readonly value: Told;
  readonly lines?: number;
}

export interface Column {
  readonly title: string;
  /** Share of the width; the shares of a table need not add up to anything. */
  readonly share: number;
  readonly align?: "left" | "centre" | "right";
}

/** Where someone signs. `finger`: signature, seal or 指印; `seal`: the body's seal. */
export interface SignaturePlace {
  readonly who: string;
  readonly names: readonly string[];
  readonly by: "signature" | "finger" | "seal";
  /** The day that is printed; a blank for it where absent. */
  readonly day?: string;
}

/** What the record says, or a blank with its name. Empty text counts as missing. */
export const told = (value: string | null | undefined, name: string): Told => value?.trim() || { missing: name };

/** Names of what the record does not say, in the order of the paper, each once: marked before printing. */
export function missingIn({ blocks }: Paper): string[] {
  const names = blocks.flatMap((block): Told[] => {
    if (block.kind === "text") return [block.text];
    if (block.kind === "list") return [...block.items];
    if (block.kind === "fields") return block.rows.flat().map((field) => field.value);
    return [];
  });
  return [...new Set(names.flatMap((value) => (typeof value === "string" ? [] : [value.missing])))];
}
