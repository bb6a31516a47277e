export { addArticle, closeArticle, seedLaw } from "./actions/keep-articles.ts";
export { ARTICLES } from "./articles.table.ts";
export { keepsTheRegister } from "./rules/access.ts";
export { citationOf, type Standing, standingOn } from "./rules/in-force.rule.ts";
export { loadArticles } from "./views/articles.ts";
export { lawRefusals } from "./words.ts";
