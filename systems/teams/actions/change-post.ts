import type { Actor } from "../../../foundation/db/actor.ts";
import type { Database, Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { type Day, dayOf } from "../../../foundation/time/index.ts";
import { ARRANGE } from "../rules/access.ts";
import { classOfPost, rightsGoTogether } from "../rules/three-administrations.rule.ts";
import { arrange } from "./arrange.ts";
import type { OpenMattersPorts } from "./move-person.ts";
import { arrangesPostsOf } from "./who-arranges.ts";

export interface ChangedPost {
  readonly id: string;
  readonly name: string;
  readonly englishName: string;
  readonly rights: readonly string[];
  /** The last day on which the post exists, included; null where it goes on. */
  readonly lastDay: Day | null;
}

/**
 * Renames a post, changes what it may do, or gives it a last day. Refuses `teams.not-found`, `teams.post-still-held` (409) while
 * someone is on it after that day, `teams.post-has-open-matters` (409) while matters lie there, and `teams.someone-must-arrange`
 * (409) where nobody would be left who arranges units and posts.
 */
export const changePost = (
  db: Database,
  actor: Actor,
  post: ChangedPost,
  ports: Pick<OpenMattersPorts, "openMattersOf">,
): Promise<void> =>
  arrange(db, actor, async (tx) => {
    const { rows } = await tx.query<{ rights: string[] }>(
      "select rights from teams.posts where county_code = $1 and id = $2 for update",
      [actor.county, post.id],
    );
    if (!rows[0]) throw new Refusal("teams.not-found", { what: "post" }, { status: 404 });
    rightsGoTogether(post.rights);
    await arrangesPostsOf(tx, actor, classOfPost(rows[0].rights));
    await arrangesPostsOf(tx, actor, classOfPost(post.rights));
    if (post.lastDay) await nobodyIsOnIt(tx, actor.county, post, post.lastDay, ports);
    await tx.query(
      `update teams.posts set name = $3, english_name = $4, rights = $5, valid_to = case when $6::date is null then null else greatest($6::date, valid_from) end
       where county_code = $1 and id = $2`,
      [actor.county, post.id, post.name, post.englishName, [...new Set(post.rights)], post.lastDay],
    );
    if (rows[0].rights.includes(ARRANGE)) await someoneArranges(tx, actor.county);
  });

async function nobodyIsOnIt(
  tx: Tx,
  county: number,
  post: ChangedPost,
  lastDay: Day,
  ports: Pick<OpenMattersPorts, "openMattersOf">,
): Promise<void> {
  const held = await tx.query(
    "select 1 from teams.holdings where county_code = $1 and post_id = $2 and (held_to is null or held_to > $3::date) limit 1",
    [county, post.id, lastDay],
  );
  if (held.rowCount) throw new Refusal("teams.post-still-held", { post: post.name }, { status: 409 });
  const matters = await ports.openMattersOf(tx, post.id);
  if (matters > 0) throw new Refusal("teams.post-has-open-matters", { post: post.name, matters }, { status: 409 });
}

async function someoneArranges(tx: Tx, county: number): Promise<void> {
  const { rowCount } = await tx.query(
    `select 1 from teams.posts as post
     join teams.units as unit on unit.county_code = post.county_code and unit.id = post.unit_id
     join teams.holdings as holding on holding.county_code = post.county_code and holding.post_id = post.id
     join teams.people as person on person.county_code = holding.county_code and person.id = holding.person_id
     where post.county_code = $1 and $2 = any(post.rights) and unit.kind in ('county leadership', 'county centre')
       and not person.disabled and post.valid_to is null
       and holding.held_from <= $3::date and holding.held_to is null limit 1`,
    [county, ARRANGE, dayOf(new Date())],
  );
  if (!rowCount) throw new Refusal("teams.someone-must-arrange", {}, { status: 409 });
}
