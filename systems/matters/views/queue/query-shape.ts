/** Conditions on matters.matters m, and what they join; `values` in the order of their $ numbers. */
export interface Conditions {
  readonly from: string;
  readonly where: string;
  readonly values: unknown[];
  readonly order: "due" | "newest" | "oldest";
  /** Words and nothing else: what they ask of matters.search s (see search-page.ts). */
  readonly hits?: string;
  /** Words beside other conditions: the words' index is read first, whoever asks. */
  readonly joinsWords?: boolean;
  /** They name the matters by id, as this reader has just been shown them. */
  readonly counted?: boolean;
  /** Only open matters can meet these conditions. */
  readonly onlyOpen?: boolean;
}

/** Which page: its order, its length, and the row beyond which it begins. */
export interface Turn {
  readonly column: string;
  readonly way: "asc" | "desc";
  readonly limit: number;
  readonly beyond?: { readonly at: string; readonly id: string };
}

/** `and (m.due_at, m.id) > ($3, $4)` with its values after those there are; nothing on the first page. */
export function beyondOf(turn: Turn, values: readonly unknown[]): { sql: string; values: unknown[] } {
  if (!turn.beyond) return { sql: "", values: [...values] };
  const than = `${turn.way === "asc" ? ">" : "<"} ($${values.length + 1}::timestamptz, $${values.length + 2}::uuid)`;
  return { sql: `and (${turn.column}, m.id) ${than}`, values: [...values, turn.beyond.at, turn.beyond.id] };
}
