import type { Actor } from "../../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { Clock } from "../../../../foundation/time/index.ts";
import { doorkeeperOf } from "../../rules/access.ts";
import { forgetSessions } from "../../store/session-memory.ts";
import { countyOfToken, hashOfToken } from "../../store/tokens.ts";
import { actorOfSession, type SignedIn } from "../../views/actor.ts";

/** Ends this session; its row is deleted. A token that is not known is let pass. */
export async function signOut(db: Database, token: string): Promise<void> {
  const county = countyOfToken(token);
  if (county === undefined) return;
  await withActor(db, doorkeeperOf(county), (tx) =>
    tx.query("delete from teams.sessions where county_code = $1 and token_hash = $2", [county, hashOfToken(token)]),
  );
  forgetSessions(db);
}

/** Ends every session of this person, or every one but `keep` (a session's id). Answers how many. */
export async function endSessionsOf(tx: Tx, county: number, person: string, keep: string | null = null): Promise<number> {
  const ended = await tx.query(
    "delete from teams.sessions where county_code = $1 and person_id = $2 and ($3::uuid is null or id <> $3)",
    [county, person, keep],
  );
  return ended.rowCount ?? 0;
}

/** Whoever leaves a post signs in anew: every session of theirs ends. */
export async function endSessionsOfPerson(db: Database, county: number, person: string): Promise<void> {
  await withActor(db, doorkeeperOf(county), (tx) => endSessionsOf(tx, county, person));
  forgetSessions(db);
}

/** Ends one of the actor's own sessions, by its id. Throws `teams.session-gone` (404) where there is none such of theirs. */
export async function endOwnSession(db: Database, actor: Actor, session: string): Promise<void> {
  const ended = await withActor(db, doorkeeperOf(actor.county), (tx) =>
    tx.query("delete from teams.sessions where county_code = $1 and person_id = $2 and id = $3", [
      actor.county,
      actor.person,
      session,
    ]),
  );
  forgetSessions(db);
  if (ended.rowCount === 0) throw new Refusal("teams.session-gone", {}, { status: 404 });
}

/** Ends all of the actor's own sessions but the one they are in. Answers how many. */
export async function endOtherSessions(db: Database, actor: Actor, here: string): Promise<number> {
  const ended = await withActor(db, doorkeeperOf(actor.county), (tx) => endSessionsOf(tx, actor.county, actor.person!, here));
  forgetSessions(db);
  return ended;
}

/** From now on this session acts in the name of that post. Throws `teams.not-your-post` (403) where the person does not have it today. */
export async function choosePost(db: Database, token: string, post: string, clock: Clock): Promise<SignedIn> {
  const now = await actorOfSession(db, token, clock);
  if (!now) throw new Refusal("teams.sign-in-needed", {}, { status: 401 });
  if (!now.me.posts.some((held) => held.id === post)) throw new Refusal("teams.not-your-post", {}, { status: 403 });
  await withActor(db, doorkeeperOf(now.actor.county), (tx) =>
    tx.query("update teams.sessions set post_id = $3 where county_code = $1 and id = $2", [
      now.actor.county,
      now.session.id,
      post,
    ]),
  );
  forgetSessions(db);
  return (await actorOfSession(db, token, clock))!;
}
