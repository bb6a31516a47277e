import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read, type Tx } from "../../../foundation/db/pool.ts";
import { type Day, dayOf } from "../../../foundation/time/index.ts";
import type { Officer } from "../contract.ts";

/** The county's officers by sign-in name, each with the posts held on that day or to be taken up later. */
export async function listOfficers(db: Database, actor: Actor, day: Day = dayOf(new Date())): Promise<Officer[]> {
  return read<Officer>(
    db,
    actor,
    `select person.id, person.sign_in_name as "signInName", person.display_name as name, person.disabled, person.made_up as "madeUp",
       coalesce(jsonb_agg(jsonb_build_object('id', holding.id, 'kind', holding.kind, 'postId', holding.post_id,
         'from', holding.held_from, 'to', holding.held_to) order by holding.held_from, holding.id)
         filter (where holding.id is not null), '[]') as holdings
     from teams.people as person
     left join teams.holdings as holding on holding.county_code = person.county_code and holding.person_id = person.id
       and coalesce(holding.held_to, 'infinity') >= greatest($2::date, holding.held_from)
     where person.county_code = $1 group by person.county_code, person.id order by person.sign_in_name`,
    [actor.county, day],
  );
}

/**
 * The unit whose only held handling post this is: the post carries `matters.handle`, and no other post of the unit that carries it
 * has a holder or stand-in on that day. Undefined where others of the unit handle as well, or the post does not.
 */
export async function unitLeftWithoutAHandler(tx: Tx, county: number, post: string, day: Day): Promise<string | undefined> {
  const found = await tx.query<{ unit_id: string }>(
    `select post.unit_id from teams.posts as post
     where post.county_code = $1 and post.id = $2 and 'matters.handle' = any (post.rights)
       and not exists (
         select 1 from teams.posts as other
         join teams.holdings as holding on holding.county_code = other.county_code and holding.post_id = other.id
         join teams.people as person on person.county_code = holding.county_code and person.id = holding.person_id
         where other.county_code = post.county_code and other.unit_id = post.unit_id and other.id <> post.id
           and 'matters.handle' = any (other.rights) and not person.disabled
           and holding.held_from <= $3::date and coalesce(holding.held_to, 'infinity') >= $3::date)`,
    [county, post, day],
  );
  return found.rows[0]?.unit_id;
}

/** The unit of a post; undefined where there is no such post. */
export async function unitOfPost(tx: Tx, county: number, post: string): Promise<string | undefined> {
  const found = await tx.query<{ unit_id: string }>("select unit_id from teams.posts where county_code = $1 and id = $2", [
    county,
    post,
  ]);
  return found.rows[0]?.unit_id;
}
