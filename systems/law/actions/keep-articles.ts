import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { ARTICLES } from "../articles.table.ts";
import type { Article, NewArticle } from "../contract.ts";
import { keepsTheRegister } from "../rules/access.ts";
import { citationOf, standingOn } from "../rules/in-force.rule.ts";
import type { SeedArticle } from "../rules/seed-article.ts";
import { findArticle } from "../views/articles.ts";

async function keep<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!keepsTheRegister(actor)) throw new Refusal("law.may-not-keep-the-register", {}, { status: 403 });
  try {
    return await withActor(db, actor, work);
  } catch (error) {
    if ((error as { code?: string }).code === "23505") throw new Refusal("law.changed-meanwhile", {}, { status: 409 });
    throw error;
  }
}

const insert = (tx: Tx, actor: Actor, article: Article, at: Date) =>
  tx.query(
    `insert into law.articles (county_code, id, version, law, english_law, number, article, text, in_force_from, in_force_to,
       source, trust, scope, entered_at, entered_by_post)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      actor.county,
      article.id,
      article.version,
      article.law,
      article.englishLaw,
      article.number,
      article.article,
      article.text,
      article.from,
      article.to,
      article.source,
      article.trust,
      article.scope,
      at,
      actor.post ?? null,
    ],
  );

/**
 * Enters an article of the county's own or of a local rule as version 1, or as the next version of one that is closed; it is marked as
 * the county's. Refusals: `law.may-not-keep-the-register`, `law.already-in-the-register`, `law.changed-meanwhile`.
 */
export function addArticle(db: Database, actor: Actor, entry: NewArticle, now: Date): Promise<{ id: string; version: number }> {
  const id = citationOf(entry.law, entry.article);
  return keep(db, actor, async (tx) => {
    const known = await findArticle(tx, actor.county, id);
    if (known && standingOn(known, entry.from) !== "closed")
      throw new Refusal("law.already-in-the-register", { id }, { status: 409 });
    const version = (known?.version ?? 0) + 1;
    await insert(tx, actor, { ...entry, id, version, englishLaw: "", to: null, scope: "county" }, now);
    return { id, version };
  });
}

/**
 * Says up to which day an article is in force, that day included, as its next version; the reason stands with the source. Returns the
 * version. Refusals: `law.may-not-keep-the-register`, `law.no-such-article`, `law.closed-already`, `law.ends-before-it-begins`,
 * `law.changed-meanwhile`.
 */
export function closeArticle(
  db: Database,
  actor: Actor,
  closing: { readonly id: string; readonly to: string; readonly reason: string },
  now: Date,
): Promise<number> {
  return keep(db, actor, async (tx) => {
    const article = await findArticle(tx, actor.county, closing.id);
    if (!article) throw new Refusal("law.no-such-article", { id: closing.id }, { status: 404 });
    if (article.to !== null) throw new Refusal("law.closed-already", { id: article.id, to: article.to }, { status: 409 });
    if (closing.to < article.from) throw new Refusal("law.ends-before-it-begins", { from: article.from });
    const version = article.version + 1;
    await insert(tx, actor, { ...article, version, to: closing.to, source: `${article.source}；截止：${closing.reason}` }, now);
    return version;
  });
}

const SEED = `insert into law.articles (county_code, id, version, law, english_law, number, article, text, in_force_from, in_force_to,
    source, trust, scope, entered_at)
  select $1, seed.id, coalesce(present.version, 0) + 1, seed.law, seed.english_law, seed.number, seed.article, seed.text,
    seed.in_force_from, seed.in_force_to, seed.source, seed.trust, seed.scope, $3
  from jsonb_to_recordset($2::jsonb) as seed(id text, law text, english_law text, number text, article text, text text,
    in_force_from date, in_force_to date, source text, trust text, scope text)
  left join lateral (select * from law.articles known where known.county_code = $1 and known.id = seed.id
                     order by known.version desc limit 1) as present on true
  where present.version is null
     or (present.entered_by_post is null
         and (present.law, present.number, present.text, present.in_force_from, present.in_force_to, present.source, present.trust,
              present.scope)
             is distinct from (seed.law, seed.number, seed.text, seed.in_force_from, seed.in_force_to, seed.source, seed.trust, seed.scope))`;

/**
 * Plants the product's register: what is missing comes in, what the product now words otherwise becomes the next version, and what a post
 * of the county entered or closed stays. Returns how many versions were added. Refusal: `law.may-not-keep-the-register`.
 */
export function seedLaw(db: Database, actor: Actor, now: Date, articles: readonly SeedArticle[] = ARTICLES): Promise<number> {
  const rows = articles.map(({ id, law, article, text }) => ({
    id,
    law: law.title,
    english_law: law.englishTitle,
    number: law.number,
    article,
    text,
    in_force_from: law.from,
    in_force_to: law.to ?? null,
    source: law.numberFromMemory ? `${law.source}；文号凭记忆，待核` : law.source,
    trust: law.trust,
    scope: law.scope,
  }));
  return keep(db, actor, async (tx) => (await tx.query(SEED, [actor.county, JSON.stringify(rows), now])).rowCount ?? 0);
}
