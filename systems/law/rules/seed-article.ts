import type { Scope, Trust } from "../contract.ts";

/** What all articles of one law have in common. `cited` is its name as an officer writes it before the article. */
export interface LawInShort {
  readonly cited: string;
  readonly title: string;
  readonly englishTitle: string;
  readonly number: string;
  /** The number stands in no text that was read. */
  readonly numberFromMemory?: true;
  readonly from: string;
  readonly to?: string;
  readonly source: string;
  readonly trust: Trust;
  readonly scope: Exclude<Scope, "county">;
}

/** An article of the seed register; `id` is its citation. */
export interface SeedArticle<Id extends string = string> {
  readonly id: Id;
  readonly law: LawInShort;
  /** 第三十条; empty where the document as a whole is cited. */
  readonly article: string;
  readonly text: string;
}

type CitationOf<Law extends LawInShort, Article extends string> = Article extends ""
  ? Law["cited"]
  : `${Law["cited"]} ${Article}`;

/** The articles of one law, each under its citation: 信访工作条例 第三十条; a document without articles under its own name. */
export const articlesOf = <const Law extends LawInShort, const Texts extends Readonly<Record<string, string>>>(
  law: Law,
  texts: Texts,
): readonly SeedArticle<CitationOf<Law, keyof Texts & string>>[] =>
  Object.entries(texts).map(([article, text]) => ({
    id: (article ? `${law.cited} ${article}` : law.cited) as CitationOf<Law, keyof Texts & string>,
    law,
    article,
    text,
  }));
