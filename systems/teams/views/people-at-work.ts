import type { Tx } from "../../../foundation/db/pool.ts";
import type { Day } from "../../../foundation/time/index.ts";

export interface PostAtWork {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly people: readonly {
    readonly kind: "holds" | "stands in";
    readonly allPosts: readonly string[];
    readonly units: readonly string[];
    readonly places: readonly string[];
  }[];
}

/**
 * The posts of a unit that carry this right, each with those who work on it that day: every post they have, the units and the places of
 * those posts. While somebody stands in on a post, its holder is away and not among them. No names.
 */
export async function peopleAtWork(tx: Tx, county: number, unit: string, right: string, day: Day): Promise<PostAtWork[]> {
  const { rows } = await tx.query<PostAtWork>(
    `with at_work as (
       select holding.* from teams.holdings as holding
       join teams.people as person on person.county_code = holding.county_code and person.id = holding.person_id
       where holding.county_code = $1 and not person.disabled
         and holding.held_from <= $4::date and coalesce(holding.held_to, 'infinity') >= $4::date)
     select post.id, post.code, post.name, coalesce(
       (select jsonb_agg(jsonb_build_object('kind', one.kind, 'allPosts', every.posts, 'units', every.units, 'places', every.places))
        from at_work as one
        cross join lateral (
          select jsonb_agg(other.post_id) as posts, jsonb_agg(distinct held.unit_id) as units,
            coalesce(jsonb_agg(unit.place_id) filter (where unit.place_id is not null), '[]') as places
          from at_work as other
          join teams.posts as held on held.county_code = other.county_code and held.id = other.post_id
          join teams.units as unit on unit.county_code = held.county_code and unit.id = held.unit_id
          where other.person_id = one.person_id) as every
        where one.post_id = post.id
          and (one.kind = 'stands in' or not exists (select from at_work as instead where instead.post_id = post.id and instead.kind = 'stands in'))),
       '[]') as people
     from teams.posts as post
     where post.county_code = $1 and post.unit_id = $2 and $3 = any (post.rights)
       and post.valid_from <= $4::date and coalesce(post.valid_to, 'infinity') >= $4::date
     order by post.code`,
    [county, unit, right, day],
  );
  return rows;
}
