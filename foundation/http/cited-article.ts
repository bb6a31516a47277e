/** The article behind a refusal, as it is told with it: the citation and, where the county's register holds it, its text in short. */
export interface CitedArticle {
  readonly citation: string;
  readonly text: string | null;
}
