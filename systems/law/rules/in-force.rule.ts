import type { Article } from "../contract.ts";

/** How an article stands on a day; both its first and its last day count as in force. */
export type Standing = "in force" | "to come" | "closed";

export function standingOn(article: Pick<Article, "from" | "to">, day: string): Standing {
  if (day < article.from) return "to come";
  return article.to !== null && day > article.to ? "closed" : "in force";
}

/** The citation of an article, as an officer writes it; a document without articles is cited by its name alone. */
export const citationOf = (law: string, article: string): string => (article ? `${law} ${article}` : law);
