import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read, type Tx } from "../../../foundation/db/pool.ts";
import type { Article } from "../contract.ts";

export const CURRENT = `select distinct on (id) id, version, law, english_law as "englishLaw", number, article, text,
  to_char(in_force_from, 'YYYY-MM-DD') as "from", to_char(in_force_to, 'YYYY-MM-DD') as "to", source, trust, scope
  from law.articles where county_code = $1 and ($2::text is null or id = $2) order by id, version desc`;

/** The county's register: of every article its present version, those to come and those closed among them, by citation. */
export const loadArticles = (db: Database, actor: Actor): Promise<Article[]> =>
  read<Article>(db, actor, CURRENT, [actor.county, null]);

/** The present version of one article inside a transaction, or undefined. */
export const findArticle = async (tx: Tx, county: number, id: string): Promise<Article | undefined> =>
  (await tx.query<Article>(CURRENT, [county, id])).rows[0];
