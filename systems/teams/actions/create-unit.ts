import type { Actor } from "../../../foundation/db/actor.ts";
import type { Database, Tx } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Day } from "../../../foundation/time/index.ts";
import type { UnitKind } from "../contract.ts";
import { reachOfAUnit } from "../rules/reach-of-a-unit.rule.ts";
import { classOfPost, rightsGoTogether } from "../rules/three-administrations.rule.ts";
import { arrange } from "./arrange.ts";
import { arrangesPostsOf } from "./who-arranges.ts";

export interface NewUnit {
  readonly id?: string;
  /** The county's own short code, never changed. */
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly englishName?: string;
  /** What stands in the numbers of matters that this unit takes in. */
  readonly numberPrefix?: string;
  readonly parentId?: string | undefined;
  /** Township or village whose area it serves; township and village centres must have one. */
  readonly placeId?: string | undefined;
  readonly phone?: string;
  readonly madeUp?: boolean;
  readonly validFrom?: Day;
}

/** `on conflict do nothing` where `again` is allowed: a seed run twice leaves what the county has changed since. */
export async function insertUnit(tx: Tx, county: number, unit: NewUnit, again = false): Promise<string> {
  if (reachOfAUnit(unit.kind) === "places" && !unit.placeId) throw new Refusal("teams.centre-needs-a-place", { unit: unit.name });
  const id = unit.id ?? newId();
  await tx.query(
    `insert into teams.units (county_code, id, code, number_prefix, kind, name, short_name, english_name, parent_id, place_id, phone,
       made_up, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, coalesce($13::date, '2000-01-01'))
     ${again ? "on conflict (county_code, id) do nothing" : ""}`,
    [
      county,
      id,
      unit.code,
      unit.numberPrefix ?? "",
      unit.kind,
      unit.name,
      unit.shortName,
      unit.englishName ?? "",
      unit.parentId ?? null,
      unit.placeId ?? null,
      unit.phone ?? "",
      unit.madeUp ?? false,
      unit.validFrom ?? null,
    ],
  );
  return id;
}

/** Sets up a unit; returns its id. Refusals: `teams.may-not-arrange`, `teams.already-taken` (code), `teams.centre-needs-a-place`. */
export const createUnit = (db: Database, actor: Actor, unit: NewUnit): Promise<string> =>
  arrange(db, actor, (tx) => insertUnit(tx, actor.county, unit));

export interface NewPost {
  readonly id?: string;
  readonly code: string;
  readonly unitId: string;
  readonly name: string;
  readonly englishName?: string;
  /** What holders may do, e.g. "matters.dispatch". */
  readonly rights: readonly string[];
  readonly validFrom?: Day;
}

export async function insertPost(tx: Tx, county: number, post: NewPost, again = false): Promise<string> {
  const id = post.id ?? newId();
  await tx.query(
    `insert into teams.posts (county_code, id, unit_id, code, name, english_name, rights, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, coalesce($8::date, '2000-01-01'))
     ${again ? "on conflict (county_code, id) do nothing" : ""}`,
    [county, id, post.unitId, post.code, post.name, post.englishName ?? "", post.rights, post.validFrom ?? null],
  );
  return id;
}

/** Sets up a post in a unit; returns its id. Refusals: `teams.may-not-arrange`, `teams.already-taken` (code), `teams.not-found` (unit). */
export const createPost = (db: Database, actor: Actor, post: NewPost): Promise<string> =>
  arrange(db, actor, async (tx) => {
    rightsGoTogether(post.rights);
    await arrangesPostsOf(tx, actor, classOfPost(post.rights));
    return insertPost(tx, actor.county, post);
  });
