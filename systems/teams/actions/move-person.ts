import type { Actor } from "../../../foundation/db/actor.ts";
import type { Database, Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { addDays, type Day } from "../../../foundation/time/index.ts";
import { openMattersNeedAHolder, type WhereOpenMattersGo } from "../rules/open-matters-need-a-holder.rule.ts";
import { insertHolding } from "./appoint-person.ts";
import { arrange } from "./arrange.ts";
import { endSessionsOfPerson } from "./sign-in/end-sessions.ts";
import { arrangesPostsOf, classOf, mayPutOn } from "./who-arranges.ts";

/** What teams must ask of the system that keeps the matters; the app hands these in. They run in the act's own transaction. */
export interface OpenMattersPorts {
  /** How many open matters lie at this post. */
  openMattersOf(tx: Tx, post: string): Promise<number>;
  /** Gives the open matters of one post to another. */
  handOver(tx: Tx, from: string, to: string): Promise<void>;
}

export interface EndOfHolding {
  readonly holding: string;
  /** The last day on the post, included. */
  readonly lastDay: Day;
  readonly openMatters?: WhereOpenMattersGo | undefined;
}

interface HoldingRow {
  person_id: string;
  post_id: string;
  post_name: string;
  held_from: Day;
  held_to: Day | null;
}

async function end(tx: Tx, actor: Actor, input: EndOfHolding, ports: OpenMattersPorts): Promise<HoldingRow> {
  const { county } = actor;
  const found = await tx.query<HoldingRow>(
    `select holding.person_id, holding.post_id, post.name as post_name, holding.held_from, holding.held_to
     from teams.holdings as holding
     join teams.posts as post on post.county_code = holding.county_code and post.id = holding.post_id
     where holding.county_code = $1 and holding.id = $2 for update of holding`,
    [county, input.holding],
  );
  const row = found.rows[0];
  if (!row) throw new Refusal("teams.not-found", { what: "holding" }, { status: 404 });
  await arrangesPostsOf(tx, actor, await classOf(tx, county, row.post_id));
  if (row.held_to !== null && row.held_to <= input.lastDay)
    throw new Refusal("teams.already-ended", { to: row.held_to }, { status: 409 });
  const dayAfter = addDays(input.lastDay, 1);
  const after = await tx.query<{ holders: number }>(
    `select count(distinct holding.person_id)::int as holders from teams.holdings as holding
     join teams.people as person on person.county_code = holding.county_code and person.id = holding.person_id
     where holding.county_code = $1 and holding.post_id = $2 and holding.id <> $3 and not person.disabled
       and holding.held_from <= $4::date and (holding.held_to is null or holding.held_to >= $4::date)`,
    [county, row.post_id, input.holding, dayAfter],
  );
  openMattersNeedAHolder(
    {
      post: row.post_id,
      postName: row.post_name,
      openMatters: await ports.openMattersOf(tx, row.post_id),
      holdersAfter: after.rows[0]!.holders,
    },
    input.openMatters,
  );
  if (input.openMatters && "handTo" in input.openMatters) {
    const target = await tx.query("select 1 from teams.posts where county_code = $1 and id = $2", [
      county,
      input.openMatters.handTo,
    ]);
    if (!target.rowCount) throw new Refusal("teams.not-found", { what: "post" }, { status: 404 });
    await ports.handOver(tx, row.post_id, input.openMatters.handTo);
  }
  await tx.query("update teams.holdings set held_to = greatest($3::date, held_from - 1) where county_code = $1 and id = $2", [
    county,
    input.holding,
    input.lastDay,
  ]);
  return row;
}

/**
 * Takes a person off a post after `lastDay`. Where the post has open matters it refuses with `teams.open-matters-need-a-holder`
 * (409, facts: post, matters, holdersAfter) until told where they go: `{stay: true}` where someone else holds the post on the
 * day after (else `teams.nobody-would-hold-the-post`), or `{handTo: post}`.
 */
export async function endHolding(db: Database, actor: Actor, input: EndOfHolding, ports: OpenMattersPorts): Promise<void> {
  const left = await arrange(db, actor, (tx) => end(tx, actor, input, ports));
  await endSessionsOfPerson(db, actor.county, left.person_id);
}

/**
 * Moves the holder from one post to another: off after the day before `from`, on from that day; both or neither. Returns the new
 * holding's id. Refuses as `endHolding` and `appoint` do.
 */
export async function movePerson(
  db: Database,
  actor: Actor,
  input: { holding: string; toPost: string; from: Day; openMatters?: WhereOpenMattersGo | undefined },
  ports: OpenMattersPorts,
): Promise<string> {
  const { id, person } = await arrange(db, actor, async (tx) => {
    const lastDay = addDays(input.from, -1);
    const left = await end(tx, actor, { holding: input.holding, lastDay, openMatters: input.openMatters }, ports);
    await mayPutOn(tx, actor, { person: left.person_id, post: input.toPost, kind: "holds", from: input.from });
    const id = await insertHolding(tx, actor.county, { person: left.person_id, post: input.toPost, from: input.from });
    return { id, person: left.person_id };
  });
  await endSessionsOfPerson(db, actor.county, person);
  return id;
}
