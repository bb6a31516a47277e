import type { Tx } from "../../../foundation/db/pool.ts";

export interface PostName {
  readonly id: string;
  readonly name: string;
  /** The short name of the post's unit. */
  readonly unit: string;
}

/** 承办岗 of 县住建局, for each of these posts, those no longer kept included. By the post's id. */
export async function postNames(tx: Tx, county: number, posts: readonly string[]): Promise<ReadonlyMap<string, PostName>> {
  if (posts.length === 0) return new Map();
  const found = await tx.query<PostName>(
    `select p.id, p.name, u.short_name as unit from teams.posts p
     join teams.units u on u.county_code = p.county_code and u.id = p.unit_id
     where p.county_code = $1 and p.id = any ($2::uuid[])`,
    [county, posts],
  );
  return new Map(found.rows.map((post) => [post.id, post]));
}
