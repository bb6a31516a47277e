import type { Database } from "../../foundation/db/pool.ts";
import type { Binder } from "../../foundation/http/bind.ts";
import type { Clock } from "../../foundation/time/index.ts";
import { addArticle, closeArticle } from "./actions/keep-articles.ts";
import { addArticleRoute, closeArticleRoute, listArticlesRoute } from "./contract.ts";
import { keepsTheRegister } from "./rules/access.ts";
import { USES } from "./uses.table.ts";
import { loadArticles } from "./views/articles.ts";

export interface LawServices {
  readonly db: Database;
  readonly clock: Clock;
}

/** Binds the register of articles. */
export function bindLaw(binder: Binder, { db, clock }: LawServices): void {
  binder.bind(listArticlesRoute, async ({ actor }) => ({
    articles: (await loadArticles(db, actor)).map((article) => ({ ...article, uses: [...(USES[article.id] ?? [])] })),
    mayKeep: keepsTheRegister(actor),
  }));
  binder.bind(addArticleRoute, ({ actor, body }) => addArticle(db, actor, body, clock.now()));
  binder.bind(closeArticleRoute, async ({ actor, body }) => ({ version: await closeArticle(db, actor, body, clock.now()) }));
}
