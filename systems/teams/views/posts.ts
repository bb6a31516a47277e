import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import { type Day, dayOf } from "../../../foundation/time/index.ts";
import type { Holding, Post, PostHeld } from "../contract.ts";
import { asPostHeld, type HoldingRow } from "./actor.ts";

const today = (): Day => dayOf(new Date());

/** Posts that exist on that day, of one unit or of all, by code. */
export async function listPosts(db: Database, actor: Actor, filter: { unit?: string; day?: Day } = {}): Promise<Post[]> {
  return read<Post>(
    db,
    actor,
    `select id, code, unit_id as "unitId", name, english_name as "englishName", rights, valid_from as "validFrom", valid_to as "validTo"
     from teams.posts where county_code = $1 and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date)
     and ($3::uuid is null or unit_id = $3) order by code`,
    [actor.county, filter.day ?? today(), filter.unit ?? null],
  );
}

/** Who holds these posts, or stands in on them, on that day; those who hold come first. People whose account is closed are left out. */
export async function holdersOf(
  db: Database,
  actor: Actor,
  posts: string | readonly string[],
  day: Day = today(),
): Promise<Holding[]> {
  return read<Holding>(
    db,
    actor,
    `select holding.id, holding.kind, jsonb_build_object('id', person.id, 'name', person.display_name) as person,
            holding.post_id as "postId", holding.held_from as "from", holding.held_to as "to"
     from teams.holdings as holding
     join teams.people as person on person.county_code = holding.county_code and person.id = holding.person_id
     where holding.county_code = $1 and holding.post_id = any($2::uuid[]) and not person.disabled
       and holding.held_from <= $3::date and (holding.held_to is null or holding.held_to >= $3::date)
     order by holding.kind, holding.held_from, holding.id`,
    [actor.county, typeof posts === "string" ? [posts] : posts, day],
  );
}

/** The posts that a person holds, or stands in on, on that day. */
export async function postsOfPerson(db: Database, actor: Actor, person: string, day: Day = today()): Promise<PostHeld[]> {
  const rows = await read<{ holdings: HoldingRow[] }>(db, actor, "select teams.holdings_on($1, $2, $3::date) as holdings", [
    actor.county,
    person,
    day,
  ]);
  return rows[0]!.holdings.map(asPostHeld);
}

export interface PersonSummary {
  readonly id: string;
  readonly signInName: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly madeUp: boolean;
}

/** The county's officers by sign-in name. */
export async function listPeople(db: Database, actor: Actor): Promise<PersonSummary[]> {
  return read<PersonSummary>(
    db,
    actor,
    `select id, sign_in_name as "signInName", display_name as name, disabled, made_up as "madeUp"
     from teams.people where county_code = $1 order by sign_in_name`,
    [actor.county],
  );
}
