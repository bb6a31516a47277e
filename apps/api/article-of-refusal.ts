import { jobActor } from "../../foundation/db/actor.ts";
import type { Database } from "../../foundation/db/pool.ts";
import type { CitedArticle } from "../../foundation/http/cited-article.ts";
import type { Refusal } from "../../foundation/refusal.ts";
import { loadArticles } from "../../systems/law/index.ts";

const FRESH = 60_000;

/**
 * Tells the article behind a refusal with its text in short, from the county's register, which is read again after a minute. A register
 * that cannot be read leaves the citation alone: the refusal itself must always arrive.
 */
export function articlesOfRefusals(db: Database, county: number): (refusal: Refusal) => Promise<CitedArticle | undefined> {
  let kept: { texts: Promise<ReadonlyMap<string, string>>; at: number } | undefined;
  const texts = () => {
    if (!kept || Date.now() - kept.at > FRESH) {
      const read = loadArticles(db, jobActor(county)).then((all) => new Map(all.map((one) => [one.id, one.text])));
      read.catch(() => {
        kept = undefined;
      });
      kept = { texts: read, at: Date.now() };
    }
    return kept.texts;
  };
  return async ({ article: citation }) => {
    if (!citation) return undefined;
    const text = await texts().then(
      (all) => all.get(citation) ?? null,
      () => null,
    );
    return { citation, text };
  };
}
