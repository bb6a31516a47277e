import { createHash } from "node:crypto";
import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read, withActor } from "../../../foundation/db/pool.ts";
import { type Clock, dayOf } from "../../../foundation/time/index.ts";
import type { HoldingKind, Me, PostHeld, UnitKind } from "../contract.ts";
import { doorkeeperOf } from "../rules/access.ts";
import { type HeldToday, whatPostsAddUpTo } from "../rules/reach-of-a-unit.rule.ts";
import { sessionMemory } from "../store/session-memory.ts";

/** A session may lie unused so long; it ends for good after so long. */
export const IDLE_MILLISECONDS = 2 * 3_600_000;
export const WHOLE_MILLISECONDS = 12 * 3_600_000;

export interface HoldingRow extends HeldToday {
  readonly holding: string;
  readonly kind: HoldingKind;
  readonly from: string;
  readonly to: string | null;
  readonly postName: string;
  readonly postEnglishName: string;
  readonly unitKind: UnitKind;
  readonly unitName: string;
  readonly unitShortName: string;
}

export const asPostHeld = (row: HoldingRow): PostHeld => ({
  holdingId: row.holding,
  kind: row.kind,
  id: row.post,
  name: row.postName,
  rights: [...row.rights],
  unit: { id: row.unit, name: row.unitName, shortName: row.unitShortName, kind: row.unitKind },
  from: row.from,
  to: row.to,
});

export interface SignedIn {
  readonly actor: Actor;
  readonly me: Me;
}

interface Bearer {
  readonly person: string;
  readonly signInName: string;
  readonly name: string;
  readonly locale: Actor["locale"];
  readonly chosenPost: string | null;
  readonly holdings: readonly HoldingRow[];
  readonly side: Side;
}

/** Whose side the person is on: their units with all above them, and every post they ever held. */
interface Side {
  readonly chain: readonly string[];
  readonly served: readonly string[];
}
const WITH_SIDE = `cross join lateral teams.side_of($1, found.person_id,
  array(select (held ->> 'unit')::uuid from jsonb_array_elements(found.holdings) held)) side`;

function signedIn(county: number, bearer: Bearer): SignedIn {
  const { scope, units, places, rights } = whatPostsAddUpTo(bearer.holdings);
  const acting = bearer.holdings.find((one) => one.post === bearer.chosenPost) ?? bearer.holdings[0];
  const actor: Actor = {
    role: "app",
    county,
    person: bearer.person,
    post: acting?.post,
    allPosts: bearer.holdings.map((one) => one.post),
    unit: acting?.unit,
    units,
    chain: bearer.side.chain,
    served: bearer.side.served,
    places,
    scope,
    rights,
    locale: bearer.locale,
  };
  const me: Me = {
    id: bearer.person,
    name: bearer.name,
    signInName: bearer.signInName,
    locale: bearer.locale,
    county,
    post: acting?.post ?? null,
    posts: bearer.holdings.map(asPostHeld),
    scope,
    rights: [...rights],
  };
  return { actor, me };
}

/** `410425.<random>`: the county opens the row-level context in which the rest can be looked up. */
export const countyOfToken = (token: string): number | undefined => {
  const county = /^(\d{6})\.[\w-]{43}$/.exec(token)?.[1];
  return county === undefined ? undefined : Number(county);
};
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");

interface BearerRow {
  session_id: string;
  person_id: string;
  sign_in_name: string;
  display_name: string;
  locale: Actor["locale"];
  post_id: string | null;
  idle_until: Date;
  expires_at: Date;
  holdings: HoldingRow[];
  chain: string[];
  served: string[];
}

/**
 * Who bears this session token, with the posts of today. Nothing for a token that is unknown, expired, or of a closed
 * account. One round trip, answered from memory for at most five seconds; the idle end moves on when half of it is used.
 */
export async function actorOfSession(db: Database, token: string, clock: Clock): Promise<SignedIn | undefined> {
  const county = countyOfToken(token);
  if (county === undefined) return undefined;
  const hash = hashOfToken(token);
  const now = clock.now();
  const memory = sessionMemory(db);
  const remembered = memory.recall<SignedIn>(hash, now);
  if (remembered) return remembered;
  const found = await db
    .pool("app")
    .query<BearerRow>(`select found.*, side.chain, side.served from teams.bearer_of($1, $2, $3) found ${WITH_SIDE}`, [
      county,
      hash,
      now,
    ]);
  const row = found.rows[0];
  if (!row) return undefined;
  if (row.idle_until.getTime() - now.getTime() < IDLE_MILLISECONDS / 2)
    await withActor(db, doorkeeperOf(county), (tx) =>
      tx.query("update teams.sessions set idle_until = $3 where county_code = $1 and id = $2", [
        county,
        row.session_id,
        new Date(now.getTime() + IDLE_MILLISECONDS),
      ]),
    );
  const answer = signedIn(county, {
    person: row.person_id,
    signInName: row.sign_in_name,
    name: row.display_name,
    locale: row.locale,
    chosenPost: row.post_id,
    holdings: row.holdings,
    side: row,
  });
  memory.remember(hash, answer, now);
  return answer;
}

/** The context of this person at that instant, from the posts held or stood in on that day; nothing for an unknown person or a closed account. */
export async function findActor(
  db: Database,
  county: number,
  person: string,
  at: Date,
  post?: string,
): Promise<Actor | undefined> {
  const rows = await read<{ sign_in_name: string; display_name: string; locale: Actor["locale"]; holdings: HoldingRow[] } & Side>(
    db,
    doorkeeperOf(county),
    `select found.*, side.chain, side.served
     from (select id as person_id, sign_in_name, display_name, locale, teams.holdings_on(county_code, id, $3::date) as holdings
           from teams.people where county_code = $1 and id = $2 and not disabled) found ${WITH_SIDE}`,
    [county, person, dayOf(at)],
  );
  const row = rows[0];
  if (!row) return undefined;
  return signedIn(county, {
    person,
    signInName: row.sign_in_name,
    name: row.display_name,
    locale: row.locale,
    chosenPost: post ?? null,
    holdings: row.holdings,
    side: row,
  }).actor;
}
