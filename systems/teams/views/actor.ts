import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read, withActor } from "../../../foundation/db/pool.ts";
import { type Clock, dayOf } from "../../../foundation/time/index.ts";
import type { HoldingKind, Me, PostHeld, ResetTold, UnitKind } from "../contract.ts";
import { doorkeeperOf } from "../rules/access.ts";
import { changesNothing, type HeldToday, whatPostsAddUpTo } from "../rules/reach-of-a-unit.rule.ts";
import { rightsByFactors } from "../rules/second-factor.rule.ts";
import { idleUntil, MOVED_ON_AFTER_MILLISECONDS } from "../rules/session.rule.ts";
import { sessionMemory } from "../store/session-memory.ts";
import { countyOfToken, hashOfToken } from "../store/tokens.ts";

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

/** Whom a look-up of an account gives: who they are, and as whom they act. */
export interface SignedIn {
  readonly actor: Actor;
  readonly me: Me;
  /** The sign-in itself; its id is known to nobody but its bearer. */
  readonly session: { readonly id: string; readonly idleMinutes: number; readonly expiresAt: Date };
}

/** What the sign-in stands on. */
interface Standing {
  readonly provedAt?: string | undefined;
  readonly factors: 1 | 2;
  readonly secondFactor: boolean;
  readonly passwordGiven: boolean;
  readonly resets: readonly ResetTold[];
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

function signedIn(county: number, bearer: Bearer, standing?: Standing): Omit<SignedIn, "session"> {
  const holdings = standing?.passwordGiven ? [] : bearer.holdings;
  const { scope, units, places, rights: all } = whatPostsAddUpTo(holdings);
  const { held: rights, waiting } = rightsByFactors(all, standing?.factors ?? 2);
  const acting = holdings.find((one) => one.post === bearer.chosenPost) ?? holdings[0];
  const actor: Actor = {
    role: "app",
    county,
    person: bearer.person,
    post: acting?.post,
    allPosts: holdings.map((one) => one.post),
    unit: acting?.unit,
    units,
    chain: bearer.side.chain,
    served: bearer.side.served,
    places,
    scope,
    rights,
    ...(changesNothing(holdings) && { readOnly: true as const }),
    locale: bearer.locale,
    ...(standing && { factors: standing.factors, provedAt: standing.provedAt }),
  };
  const me: Me = {
    id: bearer.person,
    name: bearer.name,
    signInName: bearer.signInName,
    locale: bearer.locale,
    county,
    post: acting?.post ?? null,
    posts: holdings.map(asPostHeld),
    scope,
    rights: [...rights],
    rightsWaiting: [...waiting],
    secondFactor: standing?.secondFactor ?? false,
    factors: standing?.factors ?? 1,
    passwordGiven: standing?.passwordGiven ?? false,
    resets: [...(standing?.resets ?? [])],
  };
  return { actor, me };
}

interface BearerRow {
  session_id: string;
  person_id: string;
  sign_in_name: string;
  display_name: string;
  locale: Actor["locale"];
  post_id: string | null;
  idle_until: Date;
  expires_at: Date;
  proved_at: Date | null;
  factors: 1 | 2;
  idle_minutes: number;
  password_given: boolean;
  second_factor: boolean;
  resets: ResetTold[];
  holdings: HoldingRow[];
  chain: string[];
  served: string[];
}

/**
 * Who bears this session token, with the posts of today and what the sign-in stands on. Nothing for a token that is unknown, expired, or
 * of a closed account. One round trip, answered from memory for at most five seconds. `attended: false` says that nobody was at the
 * machine (a screen that asks by itself): the sign-in then lies unused.
 */
export async function actorOfSession(
  db: Database,
  token: string,
  clock: Clock,
  { attended = true }: { attended?: boolean } = {},
): Promise<SignedIn | undefined> {
  const county = countyOfToken(token);
  if (county === undefined) return undefined;
  const hash = hashOfToken(token);
  const now = clock.now();
  const memory = sessionMemory(db);
  const remembered = memory.recall<SignedIn>(hash, now);
  if (remembered) return remembered;
  const found = await db
    .pool("app")
    .query<BearerRow>(`select found.*, side.chain, side.served from teams.session_of($1, $2, $3) found ${WITH_SIDE}`, [
      county,
      hash,
      now,
    ]);
  const row = found.rows[0];
  if (!row) return undefined;
  const until = idleUntil(now, row.idle_minutes, row.expires_at);
  const moved = attended && until.getTime() - row.idle_until.getTime() > MOVED_ON_AFTER_MILLISECONDS;
  if (moved)
    await withActor(db, doorkeeperOf(county), (tx) =>
      tx.query("update teams.sessions set idle_until = $3 where county_code = $1 and id = $2", [county, row.session_id, until]),
    );
  const bearer = {
    person: row.person_id,
    signInName: row.sign_in_name,
    name: row.display_name,
    locale: row.locale,
    chosenPost: row.post_id,
    holdings: row.holdings,
    side: row,
  };
  const answer = {
    ...signedIn(county, bearer, {
      factors: row.factors,
      provedAt: row.proved_at?.toISOString(),
      secondFactor: row.second_factor,
      passwordGiven: row.password_given,
      resets: row.resets,
    }),
    session: { id: row.session_id, idleMinutes: row.idle_minutes, expiresAt: row.expires_at },
  };
  if (attended) memory.remember(hash, answer, now);
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
