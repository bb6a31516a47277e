/** Conditions on matters.matters m, and what they join; `values` in the order of their $ numbers. */
export interface Conditions {
  readonly from: string;
  readonly where: string;
  readonly values: unknown[];
  readonly order: "due" | "newest" | "oldest";
  /** Words and nothing else: what they ask of matters.search s (see search-page.ts). */
  readonly hits?: string;
}
